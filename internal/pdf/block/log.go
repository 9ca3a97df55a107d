package block

import (
	"slices"
	"strconv"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// log sets a grid to write in: a column for each day, a row for each label. The rows grow when
// the page has room. In large print the days stand in two grids, one below the other.
func (t *layouter) log(b handout.Log) {
	switch {
	case t.spare:
		b.Rows = without(b.Rows, b.Spare)
	case t.tight:
		b.Rows = without(b.Rows, b.Spare[:min(1, len(b.Spare))])
	}
	parts := 1
	if t.Large && b.Days > 7 {
		parts = 2
	}
	key := b.Key != "" && t.keyBeside(b.Key)
	per := (b.Days + parts - 1) / parts
	for first := 1; first <= b.Days; first += per {
		t.days(b, first, min(b.Days, first+per-1), per)
	}
	if b.Key != "" && !key {
		t.boxes[len(t.boxes)-1].KeepWithNext = true
		t.running(layout.Plain(b.Key), t.gridStyle(), "", 6)
	}
}

// without is a list without what stands at some places of it.
func without(list []string, places []int) (out []string) {
	for i, s := range list {
		if !slices.Contains(places, i) {
			out = append(out, s)
		}
	}
	return out
}

// keyBeside sets what the letters mean at the right of the heading, if there is room.
func (t *layouter) keyBeside(key string) bool {
	if len(t.heads) == 0 || t.Large {
		return false
	}
	st, title := t.gridStyle(), t.boldStyle(t.Part)
	w := t.Width(key, st.Size, false) + 1
	if t.Width(t.heads[len(t.heads)-1].Text, title.Size, true)+6*layout.MM+w > t.wide {
		return false
	}
	head := &t.boxes[len(t.boxes)-1]
	s := t.builder()
	s.Items = head.Items
	st.Right = true
	s.Put(0, title.Base()-st.Base(), t.wide, t.Wrap(layout.Plain(key), st, w), st, t.doc.Add("P"))
	head.Items = s.Items
	return true
}

// grid is the days of a log, or some of them.
type grid struct {
	b            handout.Log
	first        int // day
	labels, cell float64
	top          float64 // height of the row of days
	rows         [][]text.Line
	least        []float64 // heights
	corner       *tag.Node
	days, heads  []*tag.Node
}

func (t *layouter) days(b handout.Log, first, last, columns int) {
	st := t.gridStyle()
	// The labels get what they need, up to the width at which a day's cell is still wide enough.
	need := t.Width(b.Corner, st.Size, false)
	for _, r := range b.Rows {
		need = max(need, t.Width(r, st.Size, false))
	}
	g := &grid{b: b, first: first, labels: min(need+2*gridPad+1, t.wide-float64(columns)*8.4*layout.MM), top: max(6*layout.MM, st.Line()+2*layout.MM)}
	g.cell = (t.wide - g.labels) / float64(columns)
	height := g.top
	for _, r := range b.Rows {
		lines := t.Wrap(layout.Plain(r), st, g.labels-2*gridPad)
		h := max(t.Row, float64(len(lines))*st.Line()+2)
		g.rows, g.least = append(g.rows, lines), append(g.least, h)
		height += h
	}
	g.structure(t.doc.Add("Table"), last-first+1)
	before := t.after()
	s := t.builder()
	s.Items = t.drawGrid(g, 0)
	u := t.box(s, height)
	u.Before, u.Stretch = before, 0.2
	most := 8 * layout.MM // of a row: a number, not an essay
	if t.Large {
		most = 12 * layout.MM
	}
	u.Grow = func(extra float64) []draw.Item { return t.drawGrid(g, extra) }
	u.Growth = float64(len(b.Rows)) * max(0, most-t.Row)
}

// structure makes the elements: they are the same for each height.
func (g *grid) structure(table *tag.Node, days int) {
	row := table.Add("TR")
	g.corner = row.Add("TH")
	g.corner.Attr = tag.ColumnHead
	for range days {
		n := row.Add("TH")
		n.Attr = tag.ColumnHead
		g.days = append(g.days, n)
	}
	for range g.rows {
		tr := table.Add("TR")
		n := tr.Add("TH")
		n.Attr = tag.RowHead
		g.heads = append(g.heads, n)
		for range days { // an empty cell each, so that one who listens can tell the days
			tr.Add("TD")
		}
	}
}

// gridPad is the room beside a label in points.
const gridPad = 1.6 * layout.MM

func (t *layouter) gridStyle() layout.Style {
	st := layout.Style{Size: t.Small, Leading: 1.15, Colour: draw.Ink}
	if !t.Large {
		st.Size = min(st.Size, 11)
	}
	return st
}

// drawGrid is the grid when it is taller by extra.
func (t *layouter) drawGrid(g *grid, extra float64) []draw.Item {
	s, st := t.builder(), t.gridStyle()
	each := extra / float64(max(1, len(g.rows)))
	height := g.top
	for _, h := range g.least {
		height += h + each
	}
	w := g.labels + g.cell*float64(len(g.days))
	s.Box(0, 0, w, g.top, 0, draw.Tint, 0, 0)
	s.Box(0, 0, g.labels, height, 0, draw.Tint, 0, 0)
	s.Put(gridPad, (g.top-st.Line())/2, g.labels, s.Wrap(layout.Plain(g.b.Corner), st, g.labels-2*gridPad)[:1], st, g.corner)
	num := st
	num.Centre, num.Bold = true, true
	for i, n := range g.days {
		x := g.labels + g.cell*float64(i)
		s.Write(x, (g.top-st.Line())/2, g.cell, layout.Plain(strconv.Itoa(g.first+i)), num, n)
		s.Stroke(x, 0, 0, height, draw.Rule, 0.5)
	}
	y := g.top
	for i, lines := range g.rows {
		h := g.least[i] + each
		s.Stroke(0, y, w, 0, draw.Rule, 0.5)
		s.Put(gridPad, y+(h-float64(len(lines))*st.Line())/2, g.labels, lines, st, g.heads[i])
		y += h
	}
	s.Box(0, 0, w, height, 0, 0, draw.Rule, 0.9)
	return s.Items
}
