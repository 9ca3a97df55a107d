package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
)

// tearLine sets a line to cut along and the heading of the slip below it.
func (t *layouter) tearLine(b handout.TearLine) {
	s := t.builder()
	s.Stroke(0, 0, t.wide, 0, draw.Ink, 0.9).Dash = [2]float64{5, 4}
	s.y = max(t.Gap, 2.4*layout.MM)
	if t.Full {
		s.y = 1.6 * layout.MM
	}
	title, top := t.boldStyle(t.Part), s.y
	s.plain(b.Title, title, t.heading(2, b.Title))
	if b.Text != "" {
		st := layout.Style{Size: t.Small, Leading: 1.2, Colour: draw.Grey}
		at, p := t.Width(b.Title, title.Size, true)+4*layout.MM, t.doc.Add("P")
		if at < t.wide/2 && at+t.Width(b.Text, st.Size, false) <= t.wide {
			s.aside(at, top+title.Base(), b.Text, st, p)
		} else {
			s.plain(b.Text, st, p)
		}
	}
	u := t.box(s)
	u.Before = max(t.Gap*1.2, 2.2*layout.MM)
	u.Stretch = 2
	u.KeepWithNext = true
}
