package block

import (
	"slices"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// blanks sets lines to write on, each behind its label, and a choice with its boxes, as many in a row
// as fit. In large print every label stands above its line.
func (t *layouter) blanks(b handout.Blanks) {
	s, list := t.builder(), t.doc.Add("L")
	if t.Large {
		t.blanksBelow(s, b, list)
	} else {
		t.blanksBehind(s, b, list)
	}
	t.box(s).Before = t.Gap * 0.8
}

// blanksBehind packs the last row first, where the choice stands: the first line is for a name, and has
// the most room.
func (t *layouter) blanksBehind(s *builder, b handout.Blanks, list *tag.Node) {
	label, p := t.labelStyle(), packer{t.wide, layout.FieldGap}
	label.Size = max(label.Size, 9)
	least := 24 * layout.MM // a date takes it
	if t.Dense {
		least = 21 * layout.MM
	}
	var row []entry
	for i, l := range b.Lines {
		row = append(row, entry{fixed: labelWidth(t.Type, l, label), least: least, weight: 1})
		if i == 0 {
			row[0].weight = 2
		}
	}
	options := t.choices(plainChoices(b.Options), t.otherStyle(), t.wide)
	if b.Choice != "" {
		row = append(row, entry{fixed: labelWidth(t.Type, b.Choice, label) + options.width()})
	}
	slices.Reverse(row)
	rows := p.rows(row, 0)
	slices.Reverse(row)
	slices.Reverse(rows)
	labels := append(b.Lines[:len(b.Lines):len(b.Lines)], b.Choice)
	for _, n := range rows {
		x := 0.0
		s.y += t.Write
		for i, w := range p.widths(row[:n]) {
			li := list.Add("LI")
			if row[i].weight > 0 {
				s.labelled(x, s.y, x+w, labels[i], label, li.Add("Lbl"))
			} else {
				s.aside(x, s.y-1, b.Choice, label, li.Add("Lbl"))
				at := *s
				s.x, s.y = x+labelWidth(t.Type, b.Choice, label), s.y-options.st.Base()-1
				options.set(s, 0, li.Add("LBody").Add("L"))
				s.x, s.y = at.x, at.y
			}
			x += w + p.gap
		}
		row, labels = row[n:], labels[n:]
	}
	s.y++
}

// blanksBelow sets each line below its label.
func (t *layouter) blanksBelow(s *builder, b handout.Blanks, list *tag.Node) {
	label := t.labelStyle()
	for _, l := range b.Lines {
		s.plain(l, label, list.Add("LI").Add("Lbl"))
		s.y += t.Write * 0.8
		s.Stroke(0, s.y, t.wide, 0, draw.Rule, 0.8)
		s.y += t.Gap * 0.3
	}
	if b.Choice != "" {
		li := list.Add("LI")
		s.plain(b.Choice, label, li.Add("Lbl"))
		s.y += t.Gap * 0.2
		t.choices(plainChoices(b.Options), t.bodyStyle(), t.wide).set(s, 0, li.Add("LBody").Add("L"))
	}
}
