package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/triage"
	"math"
	"slices"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/questions"
)

// someSheets are answers that lead to sheets of several lengths.
func someSheets() [][]string {
	return [][]string{
		{"helper=alone"}, {"helper=helper"}, {"pregnant=yes"}, {"age=70-plus", "unsteady=yes", "weak-bones=yes", "helper=helper"},
		{"age=50-69", "pregnant=yes", "blood-thinner=yes", "unsteady=yes", "belly-condition=yes", "weak-bones=yes", "always-cracking=yes", "fluid-limit=yes"},
	}
}

func TestLargePrintIsLargeEverywhere(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		for _, c := range []handout.Clinic{{}, clinic()} {
			d.Clinic = c
			for _, but := range append(someSheets(), []string{"foot-drop=yes"}) {
				doc := d.Document(decide(t, answers(t, d.Protocol, but...)), longest())
				for _, size := range []string{"a4", "letter"} {
					l := laid(t, p, doc, Paper{Size: size, Large: true})
					for i, page := range l.pages {
						for _, th := range page {
							if th.Kind == draw.Text && th.H < 16 {
								t.Errorf("%s %v %s, page %d: %q is set in %.1f pt", doc.Lang, but, size, i+1, th.Text, th.H)
							}
						}
					}
					sets, err := l.frame.Person(doc.Head.Person)
					if err != nil || sets[0].Size < 16 || sets[1].Size < 16 {
						t.Errorf("%s %v %s: the person is set in %.1f and %.1f pt, %v", doc.Lang, but, size, sets[0].Size, sets[1].Size, err)
					}
					wellSet(t, doc.Lang+" "+size, l)
				}
			}
		}
	}
}

// TestLargePrintHasWhatCannotWaitBeforeAnyStep holds that the warning, what is an emergency for this
// person, when to stop and what never to do stand on the first page and at most at the top of the second.
func TestLargePrintHasWhatCannotWaitBeforeAnyStep(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		for _, but := range someSheets() {
			doc := d.Document(decide(t, answers(t, d.Protocol, but...)), longest())
			for _, size := range []string{"a4", "letter"} {
				l := laid(t, p, doc, Paper{Size: size, Large: true})
				step := -1
				for i, b := range doc.Blocks {
					if _, ok := b.(handout.Step); ok {
						step = i
						break
					}
				}
				from := 0 // the first box of the first step: what stands before it are passages of one block each
				for i := range l.blocks {
					if set, err := l.blocks[i].Set(l.scale, 0, false); err == nil && len(set.Boxes) > 0 && hasFigure(set.Boxes[0].Items) {
						from = l.fit.Starts[i]
						break
					}
				}
				if step < 4 || from < 4 {
					t.Fatalf("%s %v %s: the first step is block %d, box %d", doc.Lang, but, size, step, from)
				}
				top := l.fit.Pages[0].To // the first box of page 2
				if top > from {
					t.Errorf("%s %v %s: a step stands on the first page", doc.Lang, but, size)
				}
				if len(l.pages) > 1 && l.fit.Pages[1].To < from {
					t.Errorf("%s %v %s: what cannot wait goes on on page 3", doc.Lang, but, size)
				}
			}
		}
	}
}

func hasFigure(items []draw.Item) bool {
	return slices.ContainsFunc(items, func(th draw.Item) bool { return th.Kind == draw.Drawn })
}

// TestBulletsOfALargeStepStandAtOneMargin holds that no line of a step stands beside its figure while
// others stand below.
func TestBulletsOfALargeStepStandAtOneMargin(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		l := laid(t, p, d.Document(decide(t, answers(t, d.Protocol)), longest()), Paper{Size: "a4", Large: true})
		var walk func(n *tag.Node)
		walk = func(n *tag.Node) {
			if n.Role == "L" {
				at := map[float64]bool{}
				for _, item := range n.Kids {
					if _, things := said(l, item); len(things) > 0 && things[0].Kind == draw.Disc {
						at[things[0].X] = true
					}
				}
				if s, _ := said(l, n); len(at) > 1 {
					t.Errorf("%s: the list %q stands at %d margins", d.Words.Lang, s, len(at))
				}
			}
			for _, k := range n.Kids {
				walk(k)
			}
		}
		walk(l.doc)
	}
}

// TestAListThatGoesOnOverThePageRepeatsItsHeading holds it for leads and for headings.
func TestAListThatGoesOnOverThePageRepeatsItsHeading(t *testing.T) {
	p := press(t)
	doc := note(3, 2, 40)
	doc.Brief = nil
	doc.Blocks = []handout.Block{
		handout.List{Lead: "Some things", Items: texts(60, "A thing that takes some of a line, number")},
		handout.Heading{Level: 2, Text: "Other things"}, handout.List{Items: texts(60, "A thing that takes some of a line, number")},
	}
	for _, size := range []string{"a4", "letter"} {
		l := laid(t, p, doc, Paper{Size: size, Large: true})
		repeated := map[string]int{}
		for _, page := range l.pages[1:] {
			for _, th := range page {
				if s := strings.TrimSpace(th.Text); th.Kind == draw.Text && th.Y > l.frame.Rule[1] && th.Y < l.frame.Top[1]+2*l.scale.Body {
					repeated[s]++
				}
			}
		}
		if repeated["Some things"] == 0 || repeated["Other things"] == 0 {
			t.Errorf("%s: at the tops of pages stand %v", size, repeated)
		}
	}
}

func TestNoPageOfLargePrintIsNearlyEmpty(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		for _, but := range someSheets() {
			doc := d.Document(decide(t, answers(t, d.Protocol, but...)), longest())
			for _, size := range []string{"a4", "letter"} {
				l := laid(t, p, doc, Paper{Size: size, Large: true})
				for i, rest := range l.fit.Pages {
					if full := 1 - rest.Rest/l.frame.Room(i); full < 0.38 {
						t.Errorf("%s %v %s: page %d of %d is filled to %.0f %%", doc.Lang, but, size, i+1, len(l.pages), 100*full)
					}
				}
				if l.scale.Body < 18 {
					t.Errorf("%s %v %s: %v pt", doc.Lang, but, size, l.scale.Body)
				}
			}
		}
	}
}

func TestTheDoseStandsAtOnePlaceInLargePrint(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		doc := d.Document(decide(t, answers(t, d.Protocol)), longest())
		doses := map[string]bool{}
		for _, b := range doc.Blocks {
			if s, ok := b.(handout.Step); ok {
				doses[s.Dose] = true
			}
		}
		l := laid(t, p, doc, Paper{Size: "a4", Large: true})
		for _, page := range l.pages {
			for i, th := range page {
				if th.Kind == draw.Text && doses[th.Text] && page[i-1].X != layout.SideMargin+l.scale.Figure+6*layout.MM {
					t.Errorf("%s: the dose %q stands elsewhere, at %.0f mm", doc.Lang, th.Text, page[i-1].X/layout.MM)
				}
			}
		}
	}
}

// A sheet neither runs on nor draws small while its leaf has room for better.
func TestASheetUsesTheRoomItHas(t *testing.T) {
	p := press(t)
	ladder := p.ladders.Of(handout.SheetKind, false)
	tight := 0
	for _, d := range authors(t) {
		for i, but := range someSheets() {
			if d.Clinic = (handout.Clinic{}); i%2 == 1 {
				d.Clinic = clinic()
			}
			doc := d.Document(decide(t, answers(t, d.Protocol, but...)), longest())
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				rung, forms := l.fit.Rung, l.fit.Forms
				if rung > 0 && rung != ladder.Tight && layout.Fits(l.blocks, ladder, l.frame.Room, rung-1, forms) {
					t.Errorf("%s %v: there is room for rung %d, not %d", name, but, rung-1, rung)
				}
				for k, form := range forms {
					if form == 0 {
						continue
					}
					tight++
					open := append([]uint8(nil), forms...)
					if open[k] = 0; layout.Fits(l.blocks, ladder, l.frame.Room, rung, open) {
						t.Errorf("%s %v: there is room for block %d not to run on", name, but, k)
					}
				}
			})
		}
	}
	if tight == 0 {
		t.Error("no block runs on anywhere; the test looks in the wrong place")
	}
}

// However full the leaf, each caution begins a line behind a bullet of its own, in one of two columns.
func TestCautionsAreOneLineEach(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		all, _ := routineOf(t, d.Protocol, everything(t, d.Protocol, 0))
		doc := d.Document(all, questions.Person{})
		for _, b := range doc.Blocks {
			cautions, ok := b.(handout.List)
			if !ok {
				continue
			}
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				begins := map[[2]int]bool{}
				columns := map[int]bool{}
				for _, c := range cautions.Items {
					var first *draw.Item
					for _, th := range l.pages[1] {
						if first == nil && th.Kind == draw.Text && th.Node != nil && th.Node.Role == "LBody" && strings.HasPrefix(c.String(), strings.TrimSpace(th.Text)) && len(th.Text) > 8 {
							first = &th
						}
					}
					if first == nil {
						t.Errorf("%s: %q is no item of its own", name, c)
						continue
					}
					begins[[2]int{int(first.X), int(first.Y)}] = true
					columns[int(first.X)] = true
				}
				if len(begins) != len(cautions.Items) || len(columns) > 2 {
					t.Errorf("%s: %d cautions begin at %d places in %d columns", name, len(cautions.Items), len(begins), len(columns))
				}
			})
		}
	}
}

// A clinic's sheet has a box for another dose beside each, and 30 mm of lines for notes. On the fullest
// leaves the lines give way, and on some of those in long languages all of it.
func TestATherapistHasRoomOnAClinicsSheet(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		d.Clinic = clinic()
		for i, but := range someSheets() {
			doc := d.Document(decide(t, answers(t, d.Protocol, but...)), longest())
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				boxes, notes, from := 0, 0.0, 0.0
				for k, page := range l.pages {
					for _, th := range page {
						switch {
						case th.Kind == draw.Box && th.Fill == draw.White && th.Stroke == draw.Ink && math.Abs(th.W-13.5*layout.MM) < 0.1:
							boxes++
						case th.Kind == draw.Text && strings.TrimSpace(th.Text) == d.Words.Sheet.Notes:
							from = th.Y - th.H
						case k == 1 && from > 0 && th.Kind == draw.Line && th.Stroke == draw.Rule && th.H == 0 && th.W > 50*layout.MM:
							notes = max(notes, th.Y-from)
						}
					}
				}
				if n := steps(doc); boxes != n {
					t.Errorf("%s %v: %d boxes for %d doses", name, but, boxes, n)
				}
				least := 27.0 // from the head of the letters of the title to the last line
				if i >= 2 || strings.HasSuffix(name, "letter") && d.Words.Lang != "en" {
					least = 4 // one line
				}
				if notes/layout.MM < least {
					t.Errorf("%s %v: %.0f mm for notes", name, but, notes/layout.MM)
				}
			})
		}
	}
}

func TestWhenToStopAndWhatIsEasierStandOnEverySheet(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		for _, skip := range []int{0, 3, 6} {
			all, _ := routineOf(t, d.Protocol, everything(t, d.Protocol, skip))
			for _, o := range []triage.Outcome{all, decide(t, answers(t, d.Protocol))} {
				d.Clinic = clinic()
				doc := d.Document(o, longest())
				var want []string
				for _, b := range doc.Blocks {
					if s, ok := b.(handout.Step); ok {
						for _, text := range []handout.Text{s.Easier, s.Stop} {
							if len(text) > 0 {
								want = append(want, strings.Fields(text.String())[1])
							}
						}
					}
				}
				bothPapers(t, p, doc, func(name string, l *laidOut) {
					found := 0
					for _, page := range l.pages {
						for i, th := range page {
							if th.Kind != draw.Text || th.Text != d.Words.Sheet.Stop+" " && th.Text != d.Words.Sheet.Easier+" " {
								continue
							}
							if th.Text == d.Words.Sheet.Stop+" " && (th.Fill != draw.Ink || th.H < 12) {
								t.Errorf("%s: %q in %.1f pt of %06x", name, page[i+1].Text, th.H, th.Fill)
							}
							found++
						}
					}
					if found != len(want) {
						t.Errorf("%s: %d lines of %d: %q", name, found, len(want), want)
					}
				})
			}
		}
	}
}

func english(t *testing.T) handout.Author {
	for _, d := range authors(t) {
		if d.Words.Lang == "en" {
			return d
		}
	}
	t.Fatal("no English")
	panic(0)
}

func TestRowsToWriteInDoNotSprawl(t *testing.T) {
	p := press(t)
	for steps := 4; steps <= 9; steps++ {
		l := laid(t, p, sheet(t, steps), Paper{Size: "a4"})
		var lines []float64
		for _, page := range l.pages {
			for _, th := range page {
				if th.Kind == draw.Line && th.Stroke == draw.Rule && th.H == 0 && th.W > 100*layout.MM {
					lines = append(lines, th.Y)
				}
			}
		}
		for i := 1; i < len(lines); i++ {
			if h := lines[i] - lines[i-1]; h > 8.01*layout.MM {
				t.Errorf("%d steps: a row of %.1f mm", steps, h/layout.MM)
			}
		}
		if len(lines) == 0 {
			t.Error("no rows")
		}
	}
}

func TestEachDayOfTheLogHasItsCell(t *testing.T) {
	l := laid(t, press(t), sheet(t, 5), Paper{Size: "a4"})
	rows := 0
	var walk func(n *tag.Node)
	walk = func(n *tag.Node) {
		if n.Role == "TR" {
			rows++
			if len(n.Kids) != 15 {
				t.Errorf("a row of %d cells, 14 days and a label wanted", len(n.Kids))
			}
		}
		for _, k := range n.Kids {
			walk(k)
		}
	}
	walk(l.doc)
	if rows != 6 {
		t.Errorf("%d rows", rows)
	}
}
