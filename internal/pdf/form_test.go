package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/protocol"
)

// forms lays the form out in every language, for nobody and for a clinic with numbers, on every
// paper; large says whether in large print.
func forms(t *testing.T, large bool, do func(name string, doc handout.Document, l *laidOut)) {
	t.Helper()
	p := press(t)
	for _, d := range authors(t) {
		for _, c := range []handout.Clinic{{}, clinic()} {
			d.Clinic = c
			for _, size := range []string{"a4", "letter"} {
				do(strings.TrimSpace(d.Words.Lang+" "+size+" "+c.Emergency), d.Form(), laid(t, p, d.Form(), Paper{Size: size, Large: large}))
			}
		}
	}
}

func TestTheFormIsTwoLeavesOfReadableQuestions(t *testing.T) {
	forms(t, false, func(name string, doc handout.Document, l *laidOut) {
		if len(l.pages) != 3 {
			t.Errorf("%s: %d pages", name, len(l.pages))
		}
		wellSet(t, name, l)
		if l.scale.Body < 11.5 || l.scale.Other < 9 {
			t.Errorf("%s: questions in %v pt, boxes in %v", name, l.scale.Body, l.scale.Other)
		}
		for _, row := range formRows(l.doc) {
			if s, things := said(l, row.Kids[0]); things[len(things)-1].H < 11.5 {
				t.Errorf("%s: %q in %v pt", name, s, things[len(things)-1].H)
			}
		}
	})
}

// TestTheSecondLeafStandsByItself holds that it begins on the front of a leaf, says whom it is for, and
// has its own lines to write on, and that the first ends by asking to be handed in.
func TestTheSecondLeafStandsByItself(t *testing.T) {
	for _, large := range []bool{false, true} {
		forms(t, large, func(name string, doc handout.Document, l *laidOut) {
			lang, _, _ := strings.Cut(name, " ")
			w := wordsOf(t, lang).Form
			at := -1
			for p, page := range l.pages {
				if strings.Contains(read(page), w.SecondTitle) {
					at = p
				}
			}
			if at < 2 || at%2 != 0 {
				t.Fatalf("%s: the second leaf begins on page %d", name, at+1)
			}
			last := at - 1
			if l.fit.Pages[last].From == l.fit.Pages[last].To { // a blank back
				last--
			}
			if first := read(l.pages[last]); !strings.Contains(first, w.HandIn) {
				t.Errorf("%s: page %d does not end with %q", name, last+1, w.HandIn)
			}
			for leaf, page := range map[string][]draw.Item{"first": slices.Concat(l.pages[:at]...), "second": l.pages[at]} {
				for _, label := range []string{w.Name, w.Ref, w.Answered} {
					if n := count1(page, func(th draw.Item) bool {
						return th.Kind == draw.Text && th.Node != nil && th.Node.Role == "Lbl" && strings.TrimSpace(th.Text) == label
					}); n != 1 {
						t.Errorf("%s: the %s leaf has %d lines for %q", name, leaf, n, label)
					}
				}
			}
			if !strings.Contains(read(l.pages[at]), w.SecondLead) {
				t.Errorf("%s: the second leaf does not say whom it is for", name)
			}
			sheetOnly := 0
			for i, b := range doc.Blocks {
				if title, ok := b.(handout.Title); ok && title.Leaf {
					for _, b := range doc.Blocks[i:] {
						if q, ok := b.(handout.Questions); ok {
							sheetOnly += len(q.Rows)
						}
					}
				}
			}
			if sheetOnly != 10 {
				t.Errorf("%s: %d questions on the second leaf", name, sheetOnly)
			}
		})
	}
}

// read is the text of a page, lines joined.
func read(page []draw.Item) string {
	var b strings.Builder
	for _, th := range page {
		b.WriteString(th.Text)
	}
	return b.String()
}

func count1(page []draw.Item, is func(draw.Item) bool) (n int) {
	for _, th := range page {
		if is(th) {
			n++
		}
	}
	return n
}

func wordsOf(t *testing.T, lang string) *protocol.Words {
	for _, d := range authors(t) {
		if d.Words.Lang == lang {
			return d.Words
		}
	}
	t.Fatalf("no %s", lang)
	return nil
}

// formRows are the rows of the questions in the structure: what heads them, and their cells.
func formRows(n *tag.Node) (out []*tag.Node) {
	if n.Role == "TR" && n.Kids[0].Attr == tag.RowHead {
		out = append(out, n)
	}
	for _, k := range n.Kids {
		out = append(out, formRows(k)...)
	}
	return out
}

// said are the letters of an element and of all below it, in the order of reading, and its things.
func said(l *laidOut, n *tag.Node) (s string, things []draw.Item) {
	for _, page := range l.pages {
		for _, th := range page {
			if th.Node == n {
				s += th.Text
				things = append(things, th)
			}
		}
	}
	if _, words, ok := strings.Cut(n.Attr, "/ActualText "); ok {
		s = "[" + words + "]"
	}
	for _, k := range n.Kids {
		more, list := said(l, k)
		s, things = s+more, append(things, list...)
	}
	return s, things
}

func TestARowIsHeadedByItsNumberSignAndQuestion(t *testing.T) {
	forms(t, false, func(name string, doc handout.Document, l *laidOut) {
		found := formRows(l.doc)
		i := 0
		for _, b := range doc.Blocks {
			q, ok := b.(handout.Questions)
			if !ok {
				continue
			}
			for _, r := range q.Rows {
				want := strconv.Itoa(r.Number) + " " + r.Text
				if r.Sign.Shape != handout.NoShape {
					want = strconv.Itoa(r.Number) + " " + "[" + tag.String(r.Sign.Words) + "]" + r.Text
				}
				if got, _ := said(l, found[i].Kids[0]); got != want {
					t.Errorf("%s: row %d is headed %q, not %q", name, i+1, got, want)
				}
				if key, _ := said(l, found[i].Kids[1]); found[i].Kids[1].Role != "TD" || key != r.Key {
					t.Errorf("%s: row %d has the key %q, not %q", name, i+1, key, r.Key)
				}
				i++
			}
		}
		if i != len(found) {
			t.Errorf("%s: %d rows of %d", name, len(found), i)
		}
	})
}

// TestAKeyTakesNoRoomFromItsQuestion holds that keys stand flush right at the end of their row: below
// the boxes, before them in a row of one line, or on a line of their own.
func TestAKeyTakesNoRoomFromItsQuestion(t *testing.T) {
	for _, large := range []bool{false, true} {
		forms(t, large, func(name string, _ handout.Document, l *laidOut) {
			before := 0.0 // where keys before boxes end
			for _, row := range formRows(l.doc) {
				key, things := said(l, row.Kids[1])
				if len(things) != 1 || things[0].H < 7.5 {
					t.Fatalf("%s: the key %q is %d things", name, key, len(things))
				}
				k := things[0]
				if end := k.X + k.W; math.Abs(end-layout.SideMargin-l.frame.Wide) > 0.1 {
					if before == 0 {
						before = end
					}
					if large || math.Abs(end-before) > 0.1 {
						t.Errorf("%s: the key %s ends at %.1f", name, key, end)
					}
				}
				_, question := said(l, row.Kids[0])
				if last := question[len(question)-1]; k.Y < last.Y-0.1 {
					t.Errorf("%s: the key %s stands above the last line of its question", name, key)
				}
			}
		})
	}
}

func TestQuestionsOfALargeFormHaveTheWidth(t *testing.T) {
	forms(t, true, func(name string, _ handout.Document, l *laidOut) {
		widest := 0.0
		for _, row := range formRows(l.doc) {
			_, things := said(l, row.Kids[0])
			for _, th := range things {
				if th.Kind == draw.Text {
					widest = max(widest, th.X+th.W)
				}
			}
			if th := things[len(things)-1]; th.H < 18 {
				t.Errorf("%s: %q in %v pt", name, th.Text, th.H)
			}
		}
		if widest < layout.SideMargin+l.frame.Wide*0.93 {
			t.Errorf("%s: no question is wider than %.0f of %.0f mm", name, (widest-layout.SideMargin)/layout.MM, l.frame.Wide/layout.MM)
		}
	})
}

// TestAMarkIsASolidShape holds each mark against the loss of colour: an emergency has a bar at
// the edge and a disc, what is for today a ring and no bar.
func TestAMarkIsASolidShape(t *testing.T) {
	for _, large := range []bool{false, true} {
		forms(t, large, func(name string, doc handout.Document, l *laidOut) {
			want := map[handout.Shape]int{}
			for _, b := range doc.Blocks {
				switch b := b.(type) {
				case handout.Legend:
					for _, it := range b.Items {
						want[it.Sign.Shape]++
					}
				case handout.Questions:
					for _, r := range b.Rows {
						want[r.Sign.Shape]++
					}
				}
			}
			discs, rings, bars := 0, 0, 0
			for _, page := range l.pages {
				for _, th := range page {
					sign := th.Node != nil && strings.Contains(th.Node.Attr, "ActualText") && th.Node.Role == "Span"
					switch {
					case sign && th.Kind == draw.Disc && th.Fill == draw.Ink:
						discs++
					case sign && th.Kind == draw.Box && th.Fill == draw.White && th.Stroke == draw.Ink && th.Radius >= th.W/2:
						rings++
					case th.Kind == draw.Box && th.Fill == draw.Ink && th.X == layout.SideMargin && th.W >= 1.5*layout.MM-0.01 && th.Radius == 0:
						bars++
					}
				}
			}
			if discs != want[handout.Solid] || rings != want[handout.Hollow] || bars != want[handout.Solid]-1 {
				t.Errorf("%s: %d discs, %d bars and %d rings for %v", name, discs, bars, rings, want)
			}
		})
	}
}

func TestEveryFurtherPageOfTheFormHasRoomForANameAndSaysWhatGoesOn(t *testing.T) {
	goesOn := 0
	for _, large := range []bool{false, true} {
		forms(t, large, func(name string, doc handout.Document, l *laidOut) {
			fresh, again := map[string]bool{}, map[string]bool{}
			for _, b := range doc.Blocks {
				if q, ok := b.(handout.Questions); ok {
					fresh[q.Title], again[q.Again] = true, true
				}
			}
			for p, page := range l.pages[1:] {
				if l.fit.Pages[p+1].Leaf {
					continue // it has its own
				}
				lines, labels, begins := 0, 0, ""
				for _, th := range page {
					if head := th.Y < l.frame.Rule[1]; head && th.Kind == draw.Line && th.W >= 12*layout.MM {
						lines++
					} else if head && th.Kind == draw.Text && slices.Contains(doc.Head.Blanks, strings.TrimSpace(th.Text)) {
						labels++
					} else if begins == "" && th.Y > l.frame.Rule[1] && th.Y < l.frame.Bottom && th.Kind == draw.Text {
						begins = strings.TrimSpace(th.Text)
					}
				}
				if lines != 2 || labels != 2 {
					t.Errorf("%s, page %d: %d lines and %d labels for name and reference", name, p+2, lines, labels)
				}
				if again[begins] {
					goesOn++
				} else if !large && !fresh[begins] {
					t.Errorf("%s: page %d begins with %q", name, p+2, begins)
				}
			}
		})
	}
	if goesOn < 20 {
		t.Errorf("%d pages begin in a section; the test looks in the wrong place", goesOn)
	}
}

func TestLabelsStandAboveTheLinesOfALargeForm(t *testing.T) {
	forms(t, true, func(name string, _ handout.Document, l *laidOut) {
		labels, lines := []draw.Item{}, []draw.Item{}
		for _, th := range slices.Concat(l.pages...) {
			switch {
			case th.Kind == draw.Text && th.Node != nil && th.Node.Role == "Lbl":
				labels = append(labels, th)
			case th.Kind == draw.Line && th.Stroke == draw.Rule && th.Width < 0.9 && th.W == l.frame.Wide: // thicker ones head a table
				lines = append(lines, th)
			}
		}
		if len(labels) != 5+3 || len(lines) != 4+3 {
			t.Fatalf("%s: %d labels and %d lines", name, len(labels), len(lines))
		}
		labels = slices.Delete(labels, 4, 5) // of the choice
		for i, line := range lines {
			if labels[i].Y > line.Y-8*layout.MM || labels[i].Y < line.Y-15*layout.MM {
				t.Errorf("%s: line %d does not stand below its label with room to write", name, i+1)
			}
		}
	})
}
