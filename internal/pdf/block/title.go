package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
)

// title sets the name of the paper and the line under it, or behind it where titles stand beside.
func (t *layouter) title(b handout.Title) {
	s, level := t.builder(), 1
	if b.Leaf {
		level = 2
	}
	n := t.heading(level, b.Text)
	st, lead := t.boldStyle(t.Title), layout.Style{Size: t.Lead, Leading: 1.28, Colour: draw.Grey}
	st.Leading = 1.15
	if st = t.narrowed(b.Text, st, t.wide, t.Title*0.8); t.Width(b.Text, st.Size, true) > t.wide {
		st.Size = t.Title * 0.8 // in any case rather a little smaller than with a word on a line of its own
	}
	if t.Beside && b.Lead != "" {
		from := t.wide - t.Width(b.Lead, lead.Size, false)
		room := from - 4*layout.MM - 1
		if small := t.narrowed(b.Text, st, room, max(10, st.Size*0.9)); t.Width(b.Text, small.Size, true) <= room {
			st = small
			s.aside(from, st.Base(), b.Lead, lead, t.doc.Add("P"))
			b.Lead = ""
		}
	}
	s.plain(b.Text, st, n)
	if b.Lead != "" {
		s.y += t.Title * 0.12
		if t.Dense {
			lead.Leading = t.Leading
			lead = t.narrowed(b.Lead, lead, t.wide, lead.Size*0.9)
		}
		s.plain(b.Lead, lead, t.doc.Add("P"))
	}
	u := t.box(s)
	u.Stretch, u.Leaf = 0, b.Leaf
}
