package pdf

import "backcare/internal/handout"

// table sets a plain table; a strong row stands out by weight, tint and a bar.
func (t *setter) table(b handout.Table) {
	columns := len(b.Header)
	for _, r := range b.Rows {
		columns = max(columns, len(r.Cells))
	}
	if columns == 0 {
		return
	}
	widths := t.columnWidths(b, columns)
	table := t.doc.add("Table")
	head := t.tableRow(table, b.Header, widths, true, true)
	head.keep = true
	header := *head
	for i, r := range b.Rows {
		u := t.tableRow(table, r.Cells, widths, r.Strong, false)
		u.before, u.spread = 0, 0
		if i > 0 {
			u.head = &header
		}
	}
}

// tableRow sets one row of a table as a unit.
func (t *setter) tableRow(table *node, cells []string, widths []float64, strong, head bool) *unit {
	st := style{size: t.small, leading: 1.2, colour: ink, bold: strong}
	role := "TD"
	if head {
		role = "TH"
	}
	s := t.slab()
	tr := table.add("TR")
	pad := 1.5 * mm
	if strong {
		s.box(0, 0, t.wide, 0, 0, tint, 0, 0)
		s.box(0, 0, 1.1*mm, 0, 0, ink, 0, 0)
	}
	if head { // a head is tinted, and has no bar
		s.things[1].fill = tint
	}
	x, h := 0.0, st.line()
	for i, w := range widths {
		n := tr.add(role)
		if head {
			n.attr = "/A <</O /Table /Scope /Column>>"
		}
		if i < len(cells) && cells[i] != "" {
			h = max(h, s.write(x+pad+1, pad, w-2*pad, plain(cells[i]), st, n))
		}
		x += w
	}
	h += 2 * pad
	if strong {
		s.things[0].h, s.things[1].h = h, h
	}
	s.stroke(0, h, t.wide, 0, hair, 0.6)
	return t.unit(s, h)
}

// columnWidths shares the width: every column what its widest cell needs, and when that is too
// much, narrow columns keep theirs and the wide ones share the rest by need.
func (t *setter) columnWidths(b handout.Table, columns int) []float64 {
	need := make([]float64, columns)
	total := 0.0
	rows := append([]handout.TableRow{{Cells: b.Header, Strong: true}}, b.Rows...)
	for i := range need {
		for _, r := range rows {
			if i < len(r.Cells) {
				need[i] = max(need[i], t.faces.weight(r.Strong).width(r.Cells[i], t.small)+3.4*mm+2)
			}
		}
		total += need[i]
	}
	room, open := t.wide, columns
	kept := make([]bool, columns)
	for total > t.wide && open > 0 {
		share, again := room/float64(open), false
		for i, w := range need {
			if !kept[i] && w <= share {
				kept[i], again = true, true
				room -= w
				open--
			}
		}
		if !again {
			break
		}
	}
	rest := 0.0
	for i, w := range need {
		if !kept[i] {
			rest += w
		}
	}
	for i := range need {
		if total <= t.wide {
			need[i] *= t.wide / total
		} else if !kept[i] {
			need[i] *= room / rest
		}
	}
	return need
}
