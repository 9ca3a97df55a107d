package block

import (
	"slices"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// cellPad is the room around the text of a cell in points.
const cellPad = 1.5 * layout.MM

// table sets a plain table; a strong row stands out by weight, tint and a bar.
func (t *layouter) table(b handout.Table) {
	columns := len(b.Header)
	for _, r := range b.Rows {
		columns = max(columns, len(r.Cells))
	}
	if columns == 0 {
		return
	}
	g := t.grid(t.columnWidths(b, columns), cellPad+0.5, cellPad)
	head := t.tableRow(g, b.Header, true, tag.ColumnHead)
	g.header(head, head).Stretch = 0.2
	for _, r := range b.Rows {
		row := t.tableRow(g, r.Cells, r.Strong, "")
		if r.Strong {
			row.bar = 1.1 * layout.MM
		}
		g.add(row)
	}
}

func (t *layouter) tableRow(g *grid, words []string, strong bool, scope string) *row {
	r := &row{cells: make([]cell, len(g.columns)), tint: strong, rule: rule{draw.Hair, hair}}
	st := layout.Style{Size: t.Small, Leading: 1.2, Colour: draw.Ink, Bold: strong}
	for i := range r.cells {
		word := ""
		if i < len(words) {
			word = words[i]
		}
		r.cells[i] = g.cell(i, word, st, scope)
	}
	return r
}

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
	row := make([]entry, columns)
	for i := range row {
		row[i] = entry{fixed: least[i], weight: max(min(want[i], t.wide/2)-least[i], 0)}
	}
	return packer{wide: t.wide}.widths(row)
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
