package batch

import (
	"fmt"
	"strings"

	"backcare/internal/questions"
)

// again is a second header in a table. The rows below it may have other columns, since two tables were joined
// there.
type again struct {
	row     int
	comma   byte
	columns []column
}

func (a *again) fault(row int) fault {
	if row == a.row {
		return fault{-1, "a second header: two tables were joined; run each of them separately"}
	}
	return fault{-1, fmt.Sprintf("below the second header in row %d: two tables were joined; run each of them separately", a.row)}
}

// secondHeader returns the second header that a row is or contains: after the last row of the first table where
// a line break is missing, or below a stray quote. A whole row is judged by its cells; any other by each of its
// lines, cut at any separator.
func (t *table) secondHeader(r *record) *again {
	if columns := t.columnsIn(r.cells); columns != nil {
		return &again{r.row, r.comma, columns}
	}
	if t.columns != nil && len(r.fault) == 0 && t.fits(r) || t.columns == nil && strings.HasPrefix(r.cells[0], "{") {
		return nil
	}
	for _, line := range physical(r.raw) {
		for _, comma := range []byte(commas) {
			if columns := t.columnsIn(cut(line, comma, false)); columns != nil {
				return &again{r.row, comma, columns}
			}
		}
	}
	return nil
}

// columnsIn are the columns that cells name: three or more in succession, ignoring blanks, or nothing but
// names. They begin at the first name.
func (t *table) columnsIn(cells []string) []column {
	var run []column
	names, asked, all := 0, false, true
	for _, cell := range cells {
		name := headingOf(cell)
		c, known := t.headed(cell)
		switch {
		case known:
			names++
			asked = asked || c.ask != nil
			fallthrough
		case name == "" && names > 0:
			run = append(run, c)
		case name != "" && asked && names > 2:
			return run
		case name != "":
			run, names, asked, all = nil, 0, false, false
		}
	}
	if asked && (names > 2 || all && names > 1) {
		return run
	}
	return nil
}

// who is the person a row is about, by the second header.
func (a *again) who(r *record) (who questions.Person) {
	cells := cut(string(r.raw), a.comma, true)
	for i, c := range a.columns {
		if c.field == "ref" && len(cells) == len(a.columns) && a.row != r.row {
			who.Set("ref", oneLine(cells[i])) // what is wrong with it does not matter any more
		}
	}
	return who
}
