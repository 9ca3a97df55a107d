package batch

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"backcare/internal/questions"
	"backcare/internal/xlsx"
)

// record is one row of a table, cut into cells but not yet read. In NDJSON the line is one cell.
type record struct {
	row    int   // the spreadsheet's: the header is 1, and empty rows count; in NDJSON the line
	end    int64 // bytes of the table up to the end of the row
	text   []byte
	ends   []int   // where each cell ends in text
	raw    []byte  // the row as it stands in the table, quotes and line breaks included
	comma  byte    // between cells
	fault  []fault // found while cutting
	below  *again  // the second header it stands below, or is
	before []byte  // the row above as it stands in the table, when both may be parts of one

	breaks    int  // in cells, where somebody may have typed them
	swallowed int  // rows beyond the first that may be in it
	unread    bool // some of it is too long to be kept
	doubt     bool // whether each cell belongs to its column

	hints []string // what to try, when the row is rejected
}

// fault is one thing wrong with a row. It never holds a name.
type fault struct {
	cell int // from 0; -1 when the row as a whole is meant
	text string
}

func (r *record) reset(row int) {
	*r = record{row: row, text: r.text[:0], raw: r.raw[:0], before: r.before[:0], ends: r.ends[:0], fault: r.fault[:0]}
}

func (r *record) cells() int { return len(r.ends) }

func (r *record) cell(i int) []byte {
	start := 0
	if i > 0 {
		start = r.ends[i-1]
	}
	return r.text[start:r.ends[i]]
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

// blank reports whether there is nothing in a cell.
func (r *record) blank(i int) bool { return len(bytes.TrimSpace(r.cell(i))) == 0 }

// filled is the last cell with something in it, -1 if there is none.
func (r *record) filled() int {
	i := r.cells() - 1
	for i >= 0 && r.blank(i) {
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
