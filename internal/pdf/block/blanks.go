package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// leastBlank is the shortest line to write on: a date takes it.
func (t *layouter) leastBlank() float64 {
	if t.Dense {
		return 21 * layout.MM
	}
	return 24 * layout.MM
}

// toFill sets lines to write on, each behind its label, and a choice with its boxes, as many in a
// row as fit. In large print every label stands above its line.
func (t *layouter) toFill(b handout.Blanks) {
	s := t.builder()
	list := t.doc.Add("L")
	h := 0.0
	if t.Large {
		h = t.blanksAbove(s, b, list)
	} else {
		h = t.blanksBeside(s, b, list)
	}
	u := t.box(s, h)
	u.Before = t.Gap * 0.8
}

func (t *layouter) blanksBeside(s *builder, b handout.Blanks, list *tag.Node) float64 {
	label, st := t.labelStyle(), t.otherStyle()
	label.Size = max(label.Size, 9)
	behind := label.Size * 0.5
	labelled := func(l string) float64 { return t.Width(l, label.Size, false) + behind }
	choice, chosen := 0.0, b.Choice != ""
	if chosen {
		choice = layout.FieldGap + labelled(b.Choice) + t.choicesWidth(plainChoices(b.Options), st)
	}
	y, rows := 0.0, t.blankRows(b.Lines, labelled, choice)
	put := func(l string, x float64, n *tag.Node) {
		s.Put(x, y+t.Write-label.Base()-1, t.wide, s.Wrap(layout.Plain(l), label, t.wide), label, n)
	}
	for i, row := range rows {
		room, last := t.wide+layout.FieldGap, i == len(rows)-1
		for _, l := range row {
			room -= labelled(l) + layout.FieldGap
		}
		if last {
			room -= choice
		}
		x := 0.0
		for k, l := range row {
			wide := room * layout.ShareOf(k, len(row), i == 0)
			put(l, x, list.Add("LI").Add("Lbl"))
			x += labelled(l)
			s.Stroke(x, y+t.Write, wide, 0, draw.Rule, 0.7)
			x += wide + layout.FieldGap
		}
		if last && chosen {
			li := list.Add("LI")
			put(b.Choice, x, li.Add("Lbl"))
			t.choices(s, x+labelled(b.Choice), y+t.Write-st.Base()-1, t.wide, 0, plainChoices(b.Options), st, li.Add("LBody").Add("L"))
		}
		y += t.Write
	}
	return y + 1
}

// blankRows shares lines to write on out to rows, from the last one on, where the choice stands:
// the first is a name, and has the most room.
func (t *layouter) blankRows(lines []string, labelled func(string) float64, choice float64) (rows [][]string) {
	w := choice - layout.FieldGap
	end := len(lines)
	for i := end - 1; i >= 0; i-- {
		need := layout.FieldGap + labelled(lines[i]) + t.leastBlank()
		if w+need > t.wide && (len(rows) == 0 || i+1 < end) {
			rows = append([][]string{lines[i+1 : end]}, rows...)
			end, w = i+1, -layout.FieldGap
		}
		w += need
	}
	return append([][]string{lines[:end]}, rows...)
}

func (t *layouter) blanksAbove(s *builder, b handout.Blanks, list *tag.Node) float64 {
	label, st := t.labelStyle(), t.bodyStyle()
	y := 0.0
	for _, l := range b.Lines {
		y += s.Write(0, y, t.wide, layout.Plain(l), label, list.Add("LI").Add("Lbl")) + t.Write*0.8
		s.Stroke(0, y, t.wide, 0, draw.Rule, 0.8)
		y += t.Gap * 0.3
	}
	if b.Choice == "" {
		return y
	}
	li := list.Add("LI")
	y += s.Write(0, y, t.wide, layout.Plain(b.Choice), label, li.Add("Lbl")) + t.Gap*0.2
	tall, _ := t.choices(s, 0, y, t.wide, 0, plainChoices(b.Options), st, li.Add("LBody").Add("L"))
	return y + tall
}
