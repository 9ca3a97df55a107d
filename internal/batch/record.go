package batch

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"backcare/internal/questions"
	"backcare/internal/xlsx"
)

// record is one row of a table, cut into cells but not yet read. In NDJSON the line is one cell.
type record struct {
	row    int      // the spreadsheet's: the header is 1, and empty rows count; in NDJSON the line
	end    int64    // bytes of the table up to the end of the row
	cells  []string // pieces of one text
	raw    []byte   // the row as it stands in the table, quotes and line breaks included
	comma  byte     // between cells
	fault  []fault  // found while cutting
	below  *again   // the second header it stands below, or is
	before []byte   // the row above as it stands in the table, when both may be parts of one

	breaks    int  // in cells, where somebody may have typed them
	swallowed int  // rows beyond the first that may be in it
	unread    bool // some of it is too long to be kept
	doubt     bool // whether each cell belongs to its column

	hints []string // what to try, when the row is rejected

	text []byte // while it is cut: of all cells
	ends []int  // and where each ends in it
}

// fault is one thing wrong with a row. It never holds a name.
type fault struct {
	cell int // from 0; -1 when the row as a whole is meant
	text string
}

func (r *record) reset(row int) {
	if r.text == nil { // room for a row as most are
		r.text, r.raw, r.ends = make([]byte, 0, 512), make([]byte, 0, 512), make([]int, 0, 96)
	}
	*r = record{row: row, text: r.text[:0], raw: r.raw[:0], ends: r.ends[:0]}
}

// note adds a fault, at most one for a cell.
func (r *record) note(cell int, text string) {
	if n := len(r.fault); n == 0 || r.fault[n-1].cell != cell {
		r.fault = append(r.fault, fault{cell: cell, text: text})
	}
}

// endCell ends a cell, and refuses what no spreadsheet cell holds. The text stays as it is, so that a changed
// input is still noticed.
func (r *record) endCell() {
	start, i := 0, len(r.ends)
	if i > 0 {
		start = r.ends[i-1]
	}
	cell := r.text[start:]
	switch r.ends = append(r.ends, len(r.text)); {
	case !utf8.Valid(cell):
		r.note(i, `not UTF-8; save the table as "CSV UTF-8"`)
	case bytes.IndexByte(cell, 0) >= 0:
		r.note(i, "has a NUL character")
	case bytes.ContainsRune(cell, utf8.RuneError):
		r.note(i, "has a damaged character, U+FFFD")
	}
}

// endRow makes the cells.
func (r *record) endRow(end int64) {
	text, start := string(r.text), 0
	r.cells, r.end = make([]string, len(r.ends)), end
	for i, end := range r.ends {
		r.cells[i], start = text[start:end], end
	}
}

// empty reports whether there is nothing in the row but space, or the mark with which DOS ended a file.
func (r *record) empty() bool {
	return len(r.fault) == 0 && len(bytes.Trim(bytes.TrimSpace(r.text), "\x1a")) == 0
}

// advise keeps what an error says to try.
func (r *record) advise(err error) {
	var problem *questions.Problem
	if errors.As(err, &problem) && problem.Hint() != "" && !slices.Contains(r.hints, problem.Hint()) {
		r.hints = append(r.hints, problem.Hint())
	}
}

func blank(cell string) bool { return strings.TrimSpace(cell) == "" }

// filled is the last cell with something in it, -1 if there is none.
func (r *record) filled() int {
	i := len(r.cells) - 1
	for i >= 0 && blank(r.cells[i]) {
		i--
	}
	return i
}

// complaint puts the faults of a row into one line, the columns by name and letter.
func complaint(faults []fault, columns []column) string {
	var parts []string
	for _, f := range faults {
		switch {
		case f.cell < 0:
			parts = append(parts, f.text)
		case f.cell < len(columns) && columns[f.cell].name != "":
			parts = append(parts, fmt.Sprintf("column %s (%s): %s", columns[f.cell].name, xlsx.Letter(f.cell), f.text))
		default:
			parts = append(parts, fmt.Sprintf("column %s: %s", xlsx.Letter(f.cell), f.text))
		}
	}
	return strings.Join(atMost(5, parts), "; ")
}
