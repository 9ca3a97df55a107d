package block

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// entry is one of several that stand side by side. In points.
type entry struct {
	fixed  float64 // the width it always has: that of a label or a text
	least  float64 // the width it must have besides
	weight float64 // its share of the room that the fixed widths of its row leave
}

// packer puts entries side by side in rows of a width, a gap between two.
type packer struct{ wide, gap float64 }

// need is the least width of a row.
func (p packer) need(row []entry) float64 {
	w := -p.gap
	for _, e := range row {
		w += e.fixed + e.least + p.gap
	}
	return w
}

// rows says how many entries stand in each row: as many as go there, and at least one. The first row
// begins at an indent, and holds none if the first entry does not fit behind that.
func (p packer) rows(list []entry, indent float64) (rows []int) {
	n, w := 0, indent-p.gap
	for _, e := range list {
		if w += p.gap + e.fixed + e.least; w > p.wide+0.1 && (n > 0 || indent > 0 && len(rows) == 0) {
			rows = append(rows, n)
			n, w = 0, e.fixed+e.least
		}
		n++
	}
	return append(rows, n)
}

// widths shares out a row, to all alike if none has a weight.
func (p packer) widths(row []entry) []float64 {
	out := make([]float64, len(row))
	room, weights := p.wide+p.gap, 0.0
	for _, e := range row {
		room -= e.fixed + p.gap
		weights += e.weight
	}
	for i, e := range row {
		if out[i] = e.fixed + room/float64(len(row)); weights > 0 {
			out[i] = e.fixed + room*e.weight/weights
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
