package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// leastNoted is the size of type, in pt, from which on lines that a therapist writes on give way.
const leastNoted = 10.5

// room sets lines to write on under a title, or behind it where titles run in. Each form has fewer
// lines than the one before; one line there always is, behind the title.
func (t *layouter) room(b handout.Room) {
	n := b.Lines
	switch {
	case b.By != "" && t.Other >= leastNoted: // a therapist's come before large type, but for the steps
	case t.spare || t.RunOn:
		n = 1
	case t.tight || t.RunIn:
		n = (n + 1) / 2
	}
	st, label := t.boldStyle(t.Body), t.labelStyle()
	if b.By == "" && t.Beside {
		st = label
	}
	title, by := t.doc.Add("P"), (*tag.Node)(nil)
	if b.By != "" {
		by = t.doc.Add("P")
	}
	least := min(7.5*layout.MM, t.Write)
	if t.Large {
		least = t.Write
	}
	u := t.growing(float64(n)*2*layout.MM, func(s *builder, extra float64) {
		pitch, end := least+extra/float64(n), t.wide
		s.Put(0, pitch-st.Line()*0.9, t.wide, s.Wrap(layout.Plain(b.Title+" "), st, t.wide), st, title)
		if by != nil { // who writes, at the right of the first line
			end = t.wide * 0.55
			s.labelled(end+5*layout.MM, pitch, t.wide, b.By, label, by)
		}
		from := t.Width(b.Title, st.Size, st.Bold) + st.Size*0.5
		s.Stroke(from, pitch, end-from, 0, draw.Rule, 0.8)
		for i := 2; i <= n; i++ {
			s.Stroke(0, pitch*float64(i), t.wide, 0, draw.Rule, 0.8)
		}
		s.y = pitch*float64(n) + 1
	})
	u.Before = t.Gap * 0.4
}
