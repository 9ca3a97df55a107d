package block

import (
	"slices"
	"strconv"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
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
	across := b.Days
	if t.Large && b.Days > 7 {
		across = (b.Days + 1) / 2
	}
	beside := t.keyBeside(b.Key)
	for first := 1; first <= b.Days; first += across {
		t.days(b, first, min(b.Days, first+across-1), across)
	}
	if b.Key != "" && !beside {
		t.last().KeepWithNext = true
		t.running(layout.Plain(b.Key), t.logStyle(), "", whole)
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

func (t *layouter) logStyle() layout.Style {
	st := layout.Style{Size: t.Small, Leading: 1.15, Colour: draw.Ink}
	if !t.Large {
		st.Size = min(st.Size, 11)
	}
	return st
}

// keyBeside sets what the letters mean at the right of the heading, if there is room.
func (t *layouter) keyBeside(key string) bool {
	if key == "" || len(t.heads) == 0 || t.Large {
		return false
	}
	st, title, s := t.logStyle(), t.boldStyle(t.Part), t.builder()
	from := t.wide - t.Width(key, st.Size, false)
	if t.Width(t.heads[len(t.heads)-1].Text, title.Size, true)+6*layout.MM+1 > from {
		return false
	}
	s.aside(from, title.Base(), key, st, t.doc.Add("P"))
	t.last().Items = append(t.last().Items, s.Items...)
	return true
}

// days sets some of the days of a log, in columns as wide as if so many days stood across.
func (t *layouter) days(b handout.Log, first, last, across int) {
	const pad = 1.6 * layout.MM // beside a label
	st := t.logStyle()
	number := st
	number.Bold, number.Centre = true, true
	// The labels get what they need, up to the width at which a day's cell is still wide enough.
	need := t.Width(b.Corner, st.Size, false)
	for _, r := range b.Rows {
		need = max(need, t.Width(r, st.Size, false))
	}
	columns := []float64{min(need+2*pad+1, t.wide-float64(across)*8.4*layout.MM)}
	for range last - first + 1 {
		columns = append(columns, (t.wide-columns[0])/float64(across))
	}
	g := t.grid(columns, pad, 1)
	head := &row{height: max(6*layout.MM, st.Line()+2*layout.MM), middle: true, tint: true, rule: rule{draw.Rule, 0.5}}
	head.cells = []cell{g.cell(0, b.Corner, st, tag.ColumnHead)}
	for day := first; day <= last; day++ {
		head.cells = append(head.cells, g.cell(len(head.cells), strconv.Itoa(day), number, tag.ColumnHead))
	}
	rows := []*row{head}
	for _, label := range b.Rows {
		r := &row{height: t.Row, middle: true, rule: head.rule}
		r.cells = make([]cell, len(columns)) // an empty one each, so that one who listens can tell the days
		r.cells[0] = g.cell(0, label, st, tag.RowHead)
		rows = append(rows, r)
	}
	g.whole(rows)
}

// whole sets a grid to write in as one box, whose rows grow.
func (g *grid) whole(rows []*row) {
	most := 8 * layout.MM // of a row: a number, not an essay
	if g.Large {
		most = 12 * layout.MM
	}
	n := float64(len(rows) - 1)
	height := 0.0
	for _, r := range rows {
		r.mark(g.table)
		height += g.least(r)
	}
	before := g.after()
	u := g.growing(n*max(0, most-g.Row), func(s *builder, extra float64) {
		wide := sum(g.columns)
		s.Box(0, 0, g.columns[0], height+extra, 0, draw.Tint, 0, 0)
		g.draw(s, rows[0], 0)
		for _, r := range rows[1:] {
			g.draw(s, r, extra/n)
		}
		for x, columns := 0.0, g.columns; len(columns) > 1; columns = columns[1:] {
			x += columns[0]
			s.Stroke(x, 0, 0, s.y, draw.Rule, 0.5)
		}
		s.Box(0, 0, wide, s.y, 0, 0, draw.Rule, 0.9)
	})
	u.Before, u.Stretch = before, 0.2
}
