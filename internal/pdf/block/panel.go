package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
)

// panel sets a short boxed text.
func (t *layouter) panel(b handout.Panel) {
	st, pad := t.otherStyle(), t.Pad*0.8
	l := look{fill: draw.White, stroke: draw.Ink, width: 0.9, pad: pad, left: pad * 1.3, right: pad * 1.3}
	switch b.Style {
	case handout.Tint:
		l.fill, l.stroke = draw.Tint, 0
	case handout.Dashed:
		l.width, l.dash = 1.2, [2]float64{4, 3}
	case handout.Personal:
		l.stroke, l.width = draw.Accent, 2.2
		st.Size = max(st.Size, t.Body*1.1)
	}
	if b.Brief != nil && t.tight {
		b.Items = b.Brief
	}
	if t.tight || t.Dense {
		l.pad = 1 * layout.MM
	}
	if t.tight || t.RunIn && len(b.Items) == 0 {
		b = runOn(b)
	}
	t.callout(l, func(s *builder) {
		t.titled(s, b.Title, t.boldStyle(t.Other*1.04), t.level+1, t.Body*0.2)
		for i, p := range b.Text {
			if i > 0 {
				s.y += t.Gap * 0.15
			}
			s.text(p, st, t.doc.Add("P"))
		}
		if len(b.Items) > 0 {
			if len(b.Text) > 0 {
				s.y += t.Gap * 0.12
			}
			t.bulleted(s, 6*layout.MM, b.Items, st, 3)
		}
	})
}

// runOn is a panel in as few lines as it can be: one paragraph, the title in front.
func runOn(b handout.Panel) handout.Panel {
	var all []handout.Text
	if b.Title != "" {
		all = append(all, handout.Text{{Text: b.Title, Bold: true}})
	}
	all = append(all, b.Text...)
	if len(b.Items) > 0 {
		all = append(all, joined(b.Items, " •\u00a0"))
	}
	return handout.Panel{Style: b.Style, Text: []handout.Text{joined(all, "  ")}}
}
