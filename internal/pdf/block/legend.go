package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
)

// legend sets what the signs mean, in a tinted box before all else.
func (t *layouter) legend(b handout.Legend) {
	l, st, indent := look{fill: draw.Tint, pad: t.Pad * 0.8, left: t.Pad, right: t.Pad}, t.otherStyle(), 0.0
	if t.Dense {
		l.pad = t.Gap
	}
	for _, it := range b.Items {
		indent = max(indent, signWidth(st, it.Sign))
	}
	t.callout(l, func(s *builder) {
		left, w, behind := s.x, s.w, 0.0
		title := t.boldStyle(t.Other * 1.04)
		if wide := t.Width(b.Title, title.Size, true); t.Dense && b.Title != "" && wide < w/3 { // at the left of what it heads
			s.aside(left, s.y+st.Base(), b.Title, title, t.heading(t.level+1, b.Title))
			behind = wide + st.Size*1.2
		} else {
			t.titled(s, b.Title, title, t.level+1, t.Other*0.1)
		}
		for i, it := range b.Items {
			if i > 0 {
				s.y += t.Gap * 0.15
			}
			n, at := s.sign(left+behind, s.y, it.Sign, st, t.doc.Add("P")), 0.0
			if it.Sign.Shape != handout.NoShape {
				at = behind + indent
			}
			s.x, s.w, behind = left+at, w-at, 0
			s.text(it.Text, st, n)
		}
	})
}
