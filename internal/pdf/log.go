package pdf

import (
	"strconv"

	"backcare/internal/handout"
)

// log sets a grid to write in: a column for each day, a row for each label. The rows grow when
// the page has room. In large print the days stand in two grids, one below the other.
func (t *setter) log(b handout.Log) {
	parts := 1
	if t.large && b.Days > 7 {
		parts = 2
	}
	per := (b.Days + parts - 1) / parts
	for first := 1; first <= b.Days; first += per {
		t.days(b, first, min(b.Days, first+per-1), per)
	}
}

func (t *setter) days(b handout.Log, first, last, columns int) {
	st := style{size: t.small, leading: 1.15, colour: ink}
	if !t.large {
		st.size = min(st.size, 11)
	}
	pad := 1.6 * mm
	// The labels get what they need, up to the width at which a day's cell is still wide enough.
	need := t.faces[0].width(b.Corner, st.size)
	for _, r := range b.Rows {
		need = max(need, t.faces[0].width(r, st.size))
	}
	labels := min(need+2*pad+1, t.wide-float64(columns)*8.4*mm)
	cell := (t.wide - labels) / float64(columns)

	table := t.doc.add("Table")
	s := t.slab()
	rows := make([][]line, len(b.Rows))
	least := make([]float64, len(b.Rows))
	for i, r := range b.Rows {
		rows[i] = s.wrap(plain(r), st, labels-2*pad)
		least[i] = max(t.row, float64(len(rows[i]))*st.line()+2)
	}
	top := max(6*mm, st.line()+2*mm)

	// The structure is made once; the things are made again for each height.
	headRow := table.add("TR")
	corner := headRow.add("TH")
	corner.attr = "/A <</O /Table /Scope /Column>>"
	days := make([]*node, 0, columns)
	for range last - first + 1 {
		n := headRow.add("TH")
		n.attr = corner.attr
		days = append(days, n)
	}
	labelNodes := make([]*node, len(b.Rows))
	for i := range b.Rows {
		tr := table.add("TR")
		labelNodes[i] = tr.add("TH")
		labelNodes[i].attr = "/A <</O /Table /Scope /Row>>"
		for range days { // an empty cell each, so that one who listens can tell the days
			tr.add("TD")
		}
	}

	draw := func(extra float64) []thing {
		s := t.slab()
		each := extra / float64(max(1, len(b.Rows)))
		height := top
		for _, h := range least {
			height += h + each
		}
		w := labels + cell*float64(len(days))
		s.box(0, 0, w, top, 0, tint, 0, 0)
		s.box(0, 0, labels, height, 0, tint, 0, 0)
		s.put(pad, (top-st.line())/2, labels, s.wrap(plain(b.Corner), st, labels-2*pad)[:1], st, corner)
		num := st
		num.centre, num.bold = true, true
		for i, n := range days {
			x := labels + cell*float64(i)
			s.write(x, (top-st.line())/2, cell, plain(strconv.Itoa(first+i)), num, n)
			s.stroke(x, 0, 0, height, rule, 0.5)
		}
		y := top
		for i, lines := range rows {
			h := least[i] + each
			s.stroke(0, y, w, 0, rule, 0.5)
			s.put(pad, y+(h-float64(len(lines))*st.line())/2, labels, lines, st, labelNodes[i])
			y += h
		}
		s.box(0, 0, w, height, 0, 0, rule, 0.9)
		return s.things
	}
	height := top
	for _, h := range least {
		height += h
	}
	s.things = draw(0)
	most := 8 * mm // of a row: a number, not an essay
	if t.large {
		most = 12 * mm
	}
	u := t.unit(s, height)
	u.before = t.after()
	u.spread = 0.2
	u.grow, u.growth = draw, float64(len(b.Rows))*max(0, most-t.row)
}
