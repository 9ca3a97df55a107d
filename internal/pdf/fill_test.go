package pdf

import (
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
	for _, d := range desks(t) {
		for _, c := range []handout.Clinic{{}, clinic()} {
			d.Clinic = c
			for _, but := range append(someSheets(), []string{"foot-drop=yes"}) {
				doc := d.Document(decide(t, answers(t, d.Protocol, but...)), longest())
				for _, size := range []string{"a4", "letter"} {
					l := laid(t, p, doc, Paper{Size: size, Large: true})
					for i, page := range l.pages {
						for _, th := range page {
							if th.kind == textThing && th.h < 16 {
								t.Errorf("%s %v %s, page %d: %q is set in %.1f pt", doc.Lang, but, size, i+1, th.text, th.h)
							}
						}
					}
					sets, err := l.frame.strip.lines(p.faces, doc.Head.Person)
					if err != nil || sets[0].size < 16 || sets[1].size < 16 {
						t.Errorf("%s %v %s: the person is set in %.1f and %.1f pt, %v", doc.Lang, but, size, sets[0].size, sets[1].size, err)
					}
					wellSet(t, doc.Lang+" "+size, l)
				}
			}
		}
	}
}

func TestNoPageOfLargePrintIsNearlyEmpty(t *testing.T) {
	t.Skip("version 2.0 of the content waits for the layout that gives way")
	p := press(t)
	for _, d := range desks(t) {
		for _, but := range someSheets() {
			doc := d.Document(decide(t, answers(t, d.Protocol, but...)), longest())
			for _, size := range []string{"a4", "letter"} {
				l := laid(t, p, doc, Paper{Size: size, Large: true})
				for i, rest := range l.rest {
					if full := 1 - rest/l.frame.room(i); full < 0.38 {
						t.Errorf("%s %v %s: page %d of %d is filled to %.0f %%", doc.Lang, but, size, i+1, len(l.pages), 100*full)
					}
				}
				if l.scale.body < 18 {
					t.Errorf("%s %v %s: %v pt", doc.Lang, but, size, l.scale.body)
				}
			}
		}
	}
}

func TestTheDoseStandsAtOnePlaceInLargePrint(t *testing.T) {
	p := press(t)
	for _, d := range desks(t) {
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
				if th.kind == textThing && doses[th.text] && page[i-1].x != sideMargin+l.scale.figure+6*mm {
					t.Errorf("%s: the dose %q stands elsewhere, at %.0f mm", doc.Lang, th.text, page[i-1].x/mm)
				}
			}
		}
	}
}

// A sheet neither runs on nor draws small while its leaf has room for better.
func TestASheetUsesTheRoomItHas(t *testing.T) {
	t.Skip("version 2.0 of the content waits for the layout that gives way")
	p := press(t)
	for _, d := range desks(t) {
		for i, but := range someSheets() {
			if d.Clinic = (handout.Clinic{}); i%2 == 1 {
				d.Clinic = clinic()
			}
			doc := d.Document(decide(t, answers(t, d.Protocol, but...)), longest())
			bothPapers(t, p, doc, func(name string, l *layout) {
				better := func(what string, sc scale) {
					if a, err := l.frame.attempt(&doc, sc, 2); err == nil && len(a.breaks) <= 2 {
						t.Errorf("%s %v: there is room for %s", name, but, what)
					}
				}
				if sc := l.scale; sc.figure <= 42*mm {
					sc.figure += 2 * mm
					better("larger figures", sc)
				}
				for k := range doc.Blocks {
					if sc := l.scale; sc.terse && sc.open>>k&1 == 0 && runsOn(doc.Blocks[k]) {
						sc.open |= 1 << k
						better("a block that does not run on", sc)
					}
				}
			})
		}
	}
}

func runsOn(b handout.Block) bool {
	switch b.(type) {
	case handout.Alert, handout.Step, handout.Panel, handout.List:
		return true
	}
	return false
}

func TestCautionsAreOneLineEach(t *testing.T) {
	t.Skip("version 2.0 of the content waits for the layout that gives way")
	p := press(t)
	d := english(t)
	all, _ := routineOf(t, d.Protocol, everything(t, d.Protocol, 0))
	doc := d.Document(all, questions.Person{})
	for _, b := range doc.Blocks {
		cautions, ok := b.(handout.List)
		if !ok {
			continue
		}
		l := laid(t, p, doc, Paper{Size: "a4"})
		for _, c := range cautions.Items {
			first := strings.Fields(c.String())[0]
			found := false
			for _, th := range l.pages[1] {
				found = found || th.node != nil && th.node.role == "LBody" && strings.HasPrefix(th.text, first)
			}
			if !found {
				t.Errorf("%q is no item of its own", c)
			}
		}
	}
}

func english(t *testing.T) handout.Desk {
	for _, d := range desks(t) {
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
				if th.kind == lineThing && th.stroke == rule && th.h == 0 && th.w > 100*mm {
					lines = append(lines, th.y)
				}
			}
		}
		for i := 1; i < len(lines); i++ {
			if h := lines[i] - lines[i-1]; h > 8.01*mm {
				t.Errorf("%d steps: a row of %.1f mm", steps, h/mm)
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
	var walk func(n *node)
	walk = func(n *node) {
		if n.role == "TR" {
			rows++
			if len(n.kids) != 15 {
				t.Errorf("a row of %d cells, 14 days and a label wanted", len(n.kids))
			}
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(l.doc)
	if rows != 6 {
		t.Errorf("%d rows", rows)
	}
}
