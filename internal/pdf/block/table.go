package block

import (
	"slices"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// table sets a plain table; a strong row stands out by weight, tint and a bar.
func (t *layouter) table(b handout.Table) {
	columns := len(b.Header)
	for _, r := range b.Rows {
		columns = max(columns, len(r.Cells))
	}
	if columns == 0 {
		return
	}
	widths := t.columnWidths(b, columns)
	table := t.doc.Add("Table")
	from := len(t.boxes)
	t.tableRow(table, b.Header, widths, true, true)
	t.boxes[from].KeepWithNext, t.boxes[from].Stretch = true, 0.2
	header := t.boxes[from]
	for i, r := range b.Rows {
		from := len(t.boxes)
		t.tableRow(table, r.Cells, widths, r.Strong, false)
		for k := range t.boxes[from:] {
			u := &t.boxes[from+k]
			u.Before, u.Stretch = 0, 0
			if i > 0 || k > 0 {
				u.Head, u.Again = header.Height, header.Items
			}
		}
	}
}

// mostLines is how many lines of a row stay together: a row of more goes on on the next page.
const mostLines = 12

// tableRow sets one row of a table, as a unit for each of its parts that stay together.
func (t *layouter) tableRow(table *tag.Node, cells []string, widths []float64, strong, head bool) {
	st := layout.Style{Size: t.Small, Leading: 1.2, Colour: draw.Ink, Bold: strong}
	role, attr := "TD", ""
	if head {
		role, attr = "TH", tag.ColumnHead
	}
	tr := table.Add("TR")
	nodes := make([]*tag.Node, len(widths))
	lines := make([][]text.Line, len(widths))
	most := 1
	for i, w := range widths {
		nodes[i] = tr.Add(role)
		nodes[i].Attr = attr
		if i < len(cells) && cells[i] != "" {
			lines[i] = t.Wrap(layout.Plain(cells[i]), st, w-2*cellPad)
			most = max(most, len(lines[i]))
		}
	}
	for at := 0; at < most; at += mostLines {
		n := min(mostLines, most-at)
		h := float64(n)*st.Line() + 2*cellPad
		s := t.builder()
		if strong { // below the line of the row above
			s.Box(0, halfHair, t.wide, h-halfHair, 0, draw.Tint, 0, 0)
		}
		if strong && !head {
			s.Box(0, halfHair, 1.1*layout.MM, h-halfHair, 0, draw.Ink, 0, 0)
		}
		x := 0.0
		for i, w := range widths {
			if part := lines[i][min(at, len(lines[i])):min(at+n, len(lines[i]))]; len(part) > 0 {
				s.Put(x+cellPad+1, cellPad, w-2*cellPad, part, st, nodes[i])
			}
			x += w
		}
		if at+n == most {
			s.Stroke(0, h, t.wide, 0, draw.Hair, 2*halfHair)
		}
		t.box(s, h)
	}
}

const (
	cellPad  = 1.5 * layout.MM
	halfHair = 0.3 // pt, half the line below a row
)

// columnWidths shares the width. A column wants what its widest cell needs, but one long text must
// not squeeze the others: when that is too much, each gets its longest word, and what is left goes
// to those that want more. When even the words are too much, those of the whole columns go first, as
// far as the others can still be read.
func (t *layouter) columnWidths(b handout.Table, columns int) []float64 {
	want, least := make([]float64, columns), make([]float64, columns)
	for _, r := range append([]handout.TableRow{{Cells: b.Header, Strong: true}}, b.Rows...) {
		for i, cell := range r.Cells {
			w, longest := t.cellWidths(cell, r.Strong)
			if i < b.Whole {
				longest = w
			}
			want[i], least[i] = max(want[i], w), max(least[i], longest)
		}
	}
	if total := sum(want); total <= t.wide {
		for i := range want {
			want[i] *= t.wide / total
		}
		return want
	}
	if sum(least) > t.wide {
		if sum(least[:b.Whole]) > max(t.wide*5/8, t.wide-sum(least[b.Whole:])) { // they break anyway
			lower(least[:b.Whole], t.wide*3/8)
		}
		lower(least[b.Whole:], t.wide-sum(least[:b.Whole]))
	}
	room, more := t.wide-sum(least), 0.0
	for i := range want {
		want[i] = max(min(want[i], t.wide/2)-least[i], 0)
		more += want[i]
	}
	for i := range want {
		if more > 0 {
			want[i] *= room / more
		} else {
			want[i] = room / float64(columns)
		}
		want[i] += least[i]
	}
	return want
}

// cellWidths are the widths of a column that holds a cell on one line, and of one that holds its
// longest word.
func (t *layouter) cellWidths(cell string, strong bool) (whole, word float64) {
	const pad = 2*cellPad + 2
	for w := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ' ' }) {
		word = max(word, t.Width(w, t.Small, strong))
	}
	return t.Width(cell, t.Small, strong) + pad, word + pad
}

// lower cuts the widest down to one width, so that all come to no more than room.
func lower(widths []float64, room float64) {
	sorted := slices.Sorted(slices.Values(widths))
	for i, w := range sorted {
		level := room / float64(len(sorted)-i)
		if w <= level {
			room -= w
			continue
		}
		for k := range widths {
			widths[k] = min(widths[k], level)
		}
		return
	}
}

func sum(widths []float64) (total float64) {
	for _, w := range widths {
		total += w
	}
	return total
}
