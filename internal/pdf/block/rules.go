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
	if t.tight {
		st = t.secondary()
	}
	bold := st
	bold.Bold = true
	for _, r := range b.Rows {
		labels = max(labels, t.Width(r.When, bold.Size, true)+1)
	}
	pad, gap := t.Pad*0.8, t.Gap*0.15
	l := look{fill: draw.Tint, pad: pad, left: pad * 1.3, right: pad * 1.3}
	if t.tight {
		l.pad, gap = 1*layout.MM, t.Gap*0.1
	}
	t.callout(l, func(s *builder, x, top, w float64) float64 {
		y := top
		if b.Title != "" {
			y += s.Write(x, y, w, layout.Plain(b.Title), t.boldStyle(st.Size*1.04), heading(t.doc, t.level+1, b.Title)) + gap
		}
		list, column := t.doc.Add("L"), min(labels, w*0.3)
		for i, r := range b.Rows {
			if i > 0 {
				y += gap
			}
			li := list.Add("LI")
			h := s.Write(x, y, column, layout.Plain(r.When+" "), bold, li.Add("Lbl"))
			at := column + 3*layout.MM
			if t.Large { // the width is for the words
				y, at, h = y+h, 0, 0
			}
			y += max(h, s.Write(x+at, y, w-at, r.Do, st, li.Add("LBody")))
		}
		return y - top
	})
}
