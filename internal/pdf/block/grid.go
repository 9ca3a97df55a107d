package block

import (
	"slices"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// grid is a table in the making: rows of cells in columns. Lengths in points.
type grid struct {
	*layouter
	columns []float64 // widths
	padX    float64   // beside the text of a cell
	padY    float64   // above and below it
	table   *tag.Node
	head    *builder // set again where a page begins with a row; nil if there is none
	rows    int      // that were added below it
}

// row is one row of a grid.
type row struct {
	cells  []cell
	height float64 // if not what the texts of the cells take
	middle bool    // texts stand in the middle of the height, not at its top
	tint   bool
	bar    float64 // width of a heavy bar at its left
	rule   rule    // below it
}

// rule is a line of a colour and a width.
type rule struct {
	colour draw.Colour
	width  float64
}

// hair is the width of the line below a row that is read, in points; a tint begins below it.
const hair = 0.6

// cell is a cell of a row: lines of one style, or what set sets with the builder at its top left corner.
type cell struct {
	scope string // what it is the head of, as an attribute; empty if it is none
	attr  string // any other attribute
	lines []text.Line
	st    layout.Style
	set   func(s *builder, n *tag.Node)
	node  *tag.Node
}

func (t *layouter) grid(columns []float64, padX, padY float64) *grid {
	return &grid{layouter: t, columns: columns, padX: padX, padY: padY, table: t.doc.Add("Table")}
}

// cell breaks the words of a cell into lines for its column.
func (g *grid) cell(column int, words string, st layout.Style, scope string) cell {
	c := cell{scope: scope, st: st}
	if words != "" {
		c.lines = g.Wrap(layout.Plain(words), st, g.columns[column]-2*g.beside(st))
	}
	return c
}

// beside is the room beside a text; one in the middle needs none.
func (g *grid) beside(st layout.Style) float64 {
	if st.Centre {
		return 0
	}
	return g.padX
}

// mark adds the elements of a row to the structure.
func (r *row) mark(table *tag.Node) {
	tr := table.Add("TR")
	for i := range r.cells {
		c := &r.cells[i]
		role := "TD"
		if c.scope != "" {
			role = "TH"
		}
		c.node = tr.Add(role)
		c.node.Attr = c.scope + c.attr
	}
}

// least is the height of a row.
func (g *grid) least(r *row) float64 {
	h := r.height
	for _, c := range r.cells {
		if len(c.lines) > 0 {
			h = max(h, float64(len(c.lines))*c.st.Line()+2*g.padY)
		}
	}
	return h
}

// draw sets a row, taller by extra than it must be, and goes on below it.
func (g *grid) draw(s *builder, r *row, extra float64) *builder {
	wide, top, h := sum(g.columns), s.y, g.least(r)+extra
	if r.tint {
		s.Box(0, top+hair/2, wide, h-hair/2, 0, draw.Tint, 0, 0)
	}
	if r.bar > 0 {
		s.Box(0, top+hair/2, r.bar, h-hair/2, 0, draw.Ink, 0, 0)
	}
	x := 0.0
	for i, c := range r.cells {
		w := wide - x
		if i < len(g.columns) {
			w = g.columns[i]
		}
		switch s.x, s.y, s.w = x, top, w; {
		case c.set != nil:
			c.set(s, c.node)
		case len(c.lines) > 0:
			at := top + g.padY
			if r.middle {
				at = top + (h-float64(len(c.lines))*c.st.Line())/2
			}
			s.Put(x+g.beside(c.st), at, w-2*g.beside(c.st), c.lines, c.st, c.node)
		}
		x += w
	}
	s.x, s.y, s.w = 0, top+h, wide
	if r.rule.width > 0 {
		s.Stroke(0, s.y, wide, 0, r.rule.colour, r.rule.width)
	}
	return s
}

// header sets the head of the grid and keeps another, for the eye alone, to set above rows that a page
// begins with.
func (g *grid) header(r, again *row) *layout.Box {
	again.mark(tag.NewRoot(true))
	g.head = g.draw(g.builder(), again, 0)
	r.mark(g.table)
	u := g.box(g.draw(g.builder(), r, 0))
	u.KeepWithNext = true
	return u
}

// mostLines is how many lines of a row stay together: a row of more goes on on the next page.
const mostLines = 12

// add sets a row as a box, or as one for each of its parts that stay together, and returns the last.
func (g *grid) add(r *row) *layout.Box {
	r.mark(g.table)
	most := 1
	for _, c := range r.cells {
		most = max(most, len(c.lines))
	}
	for at := 0; at < most; at += mostLines {
		u := g.box(g.draw(g.builder(), r.part(at, at+mostLines, most), 0))
		u.Before, u.Stretch = 0, 0
		if g.rows++; g.rows > 1 && g.head != nil {
			u.Head, u.Again = g.head.y, g.head.Items
		}
	}
	return g.last()
}

// part is some lines of a row that has most.
func (r *row) part(from, to, most int) *row {
	if most <= mostLines {
		return r
	}
	part := *r
	part.cells = slices.Clone(r.cells)
	for i := range part.cells {
		c := &part.cells[i]
		c.lines = c.lines[min(from, len(c.lines)):min(to, len(c.lines))]
	}
	if to < most {
		part.rule = rule{}
	}
	return &part
}

func sum(widths []float64) (total float64) {
	for _, w := range widths {
		total += w
	}
	return total
}
