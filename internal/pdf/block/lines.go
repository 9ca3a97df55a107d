package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// signWeight is how much more room than another the first of several lines has: one signs there.
const signWeight = 1.6

// lines sets lines to sign or write on, side by side: each behind its label where that leaves them long
// enough, else above it, and in large print one below the other.
func (t *layouter) lines(b handout.Lines) {
	if len(b.Labels) == 0 {
		return
	}
	st, list := t.labelStyle(), t.doc.Add("L")
	nodes := make([]*tag.Node, len(b.Labels))
	row := make([]entry, len(b.Labels))
	for i, l := range b.Labels {
		nodes[i] = list.Add("LI").Add("Lbl")
		row[i] = entry{fixed: labelWidth(t.Type, l, st), least: 22 * layout.MM, weight: 1}
	}
	row[0].weight = signWeight
	row[0].least *= signWeight
	if p := (packer{t.wide, 5 * layout.MM}); t.Beside && p.need(row) <= p.wide {
		s, x := t.builder(), 0.0
		for i, w := range p.widths(row) {
			s.labelled(x, t.Write, x+w, b.Labels[i], st, nodes[i])
			x += w + p.gap
		}
		s.y = t.Write + 1
		u := t.box(s)
		u.Before, u.Stretch = t.Gap*0.4, 1.5
		return
	}
	t.signedBelow(b.Labels, st, nodes)
}

// signedBelow sets lines above their labels.
func (t *layouter) signedBelow(labels []string, st layout.Style, nodes []*tag.Node) {
	const gap = 6 * layout.MM
	across := len(labels)
	if t.Large {
		across = 1
	}
	w := packer{t.wide, gap}.widths(make([]entry, across))[0]
	growth := 0.0
	if across == len(labels) {
		growth = 4 * layout.MM
	}
	u := t.growing(growth, func(s *builder, extra float64) {
		for i := 0; i < len(labels); i += across {
			top, tall := s.y+t.Write+extra, 0.0
			for k, l := range labels[i : i+across] {
				x := float64(k) * (w + gap)
				s.Stroke(x, top, w, 0, draw.Rule, 0.8)
				tall = max(tall, s.Write(x, top+1.2*layout.MM, w, layout.Plain(l), st, nodes[i+k]))
			}
			s.y = top + 1.2*layout.MM + tall
		}
	})
	u.Before = t.Gap * 0.4
}
