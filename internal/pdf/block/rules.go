package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
)

// rules sets a small table of rules in a tinted box: when at the left, what to do beside it. Where a
// leaf is full it is set in less air, never as one text.
func (t *layouter) rules(b handout.Rules) {
	st, labels := t.otherStyle(), 0.0
	pad, gap := t.Pad*0.8, t.Gap*0.15
	l := look{fill: draw.Tint, pad: pad, left: pad * 1.3, right: pad * 1.3}
	if t.tight {
		st, l.pad, gap = t.secondary(), 1*layout.MM, t.Gap*0.1
	}
	bold := st
	bold.Bold = true
	for _, r := range b.Rows {
		labels = max(labels, t.Width(r.When, bold.Size, true)+1)
	}
	t.callout(l, func(s *builder) {
		t.titled(s, b.Title, t.boldStyle(st.Size*1.04), t.level+1, gap)
		left, w, list := s.x, s.w, t.doc.Add("L")
		column := min(labels, w*0.3)
		for i, r := range b.Rows {
			if i > 0 {
				s.y += gap
			}
			li := list.Add("LI")
			top := s.y
			s.w = column
			s.plain(r.When+" ", bold, li.Add("Lbl"))
			end, at := s.y, column+3*layout.MM
			if t.Large { // the width is for the words
				top, at = end, 0
			}
			s.x, s.y, s.w = left+at, top, w-at
			s.text(r.Do, st, li.Add("LBody"))
			s.x, s.y = left, max(end, s.y)
		}
	})
}
