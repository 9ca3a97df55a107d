package block

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// thing is one of several that stand side by side. In points.
type thing struct {
	fixed  float64 // the width it always has: that of a label or a text
	least  float64 // the width it must have besides
	weight float64 // its share of the room in its row that no thing's fixed width takes
}

// packer puts things side by side in rows of a width, a gap between two.
type packer struct{ wide, gap float64 }

// need is the least width of a row.
func (p packer) need(row []thing) float64 {
	w := -p.gap
	for _, th := range row {
		w += th.fixed + th.least + p.gap
	}
	return w
}

// rows says how many things stand in each row: as many as go there, and at least one. The first row
// begins at an indent, and fits its things even if it is empty.
func (p packer) rows(list []thing, indent float64) (rows []int) {
	n, w := 0, indent-p.gap
	for i := range list {
		next := w + p.gap + list[i].fixed + list[i].least
		if next > p.wide+0.1 && w > -p.gap {
			rows = append(rows, n)
			n, next = 0, list[i].fixed+list[i].least
		}
		n++
		w = next
	}
	return append(rows, n)
}

// widths shares out a row, to all things alike if none has a weight.
func (p packer) widths(row []thing) []float64 {
	out := make([]float64, len(row))
	room, weights := p.wide+p.gap, 0.0
	for _, th := range row {
		room -= th.fixed + p.gap
		weights += th.weight
	}
	for i, th := range row {
		if out[i] = th.fixed + room/float64(len(row)); weights > 0 {
			out[i] = th.fixed + room*th.weight/weights
		}
	}
	return out
}

// labelled sets a label and behind it a line to write on, which ends at end, its foot at y.
func (s *builder) labelled(x, y, end float64, label string, st layout.Style, n *tag.Node) {
	s.aside(x, y-1, label, st, n)
	x += labelWidth(s.Type, label, st)
	s.Stroke(x, y, end-x, 0, draw.Rule, 0.8)
}

// labelWidth is the width of a label with the room behind it.
func labelWidth(ty layout.Type, label string, st layout.Style) float64 {
	return ty.Width(label, st.Size, st.Bold) + st.Size*0.5
}
