package batch

import (
	"bufio"
	"fmt"
	"io"
	"slices"
)

// What a row may hold. A spreadsheet's own limit is 32,767 letters a cell.
const (
	largestCell = 32 << 10  // bytes
	largestRow  = 256 << 10 // bytes
	mostCells   = 1024
	longestRow  = 64 << 20 // bytes; then it is no table, or a quote is never closed
)

// csvCutter cuts CSV into rows and cells as spreadsheets write it. A row ends with CR LF, LF or
// CR; a quoted cell may hold line breaks and separators. It never gives up on a row: what is
// wrong is noted, and the next row begins where a spreadsheet would begin it.
type csvCutter struct {
	in    *bufio.Reader
	comma byte
	lead  int   // columns before the first question, in which a cell may hold a line break
	row   int   // rows cut so far
	at    int64 // bytes of text
	wide  int64 // bytes of the file for one of them
}

// know tells before which column a cell may hold a line break.
func (c *csvCutter) know(columns []column) {
	c.lead = slices.IndexFunc(columns, func(c column) bool { return c.ask != nil })
}

// next cuts the next row. The error is io.EOF after the last one, or that of the input.
func (c *csvCutter) next(r *record) error {
	r.reset(c.row + 1)
	r.comma = c.comma
	cell, start := cellState{}, c.at
	for {
		b, err := c.in.ReadByte()
		if err == io.EOF {
			return c.endTable(r, &cell)
		}
		if err != nil {
			return err
		}
		if c.at++; c.at-start > longestRow {
			return endless(r.row)
		}
		if len(r.raw) < largestRow {
			r.raw = append(r.raw, b)
		}
		switch {
		case cell.quoted && b == '"':
			cell.quoted, cell.closed = false, true
		case cell.quoted:
			if b == '\r' || b == '\n' && cell.last != '\r' {
				cell.breaks++
			} else if b == c.comma {
				cell.commas++
			}
			c.add(r, &cell, b)
		case b == '"' && cell.closed && cell.last == '"': // "" inside quotes is one quote
			cell.quoted, cell.closed = true, false
			c.add(r, &cell, b)
		case b == c.comma:
			c.endCell(r, &cell)
		case b == '\n':
			c.endCell(r, &cell)
			return c.endRow(r)
		case b == '\r':
			if next, _ := c.in.Peek(1); len(next) == 1 && next[0] == '\n' {
				c.in.Discard(1)
				c.at++
			}
			c.endCell(r, &cell)
			return c.endRow(r)
		case b == '"' && cell.fresh():
			cell.quoted, cell.opened = true, true
		case cell.closed && b != ' ':
			c.stray(r, &cell, "text after the closing quote")
			cell.closed = false
			c.add(r, &cell, b)
		default:
			c.add(r, &cell, b)
		}
		cell.last = b
	}
}

// endTable ends the last row, or tells with io.EOF that there is no more.
func (c *csvCutter) endTable(r *record, s *cellState) error {
	if len(r.ends) == 0 && s.fresh() {
		return io.EOF
	}
	if s.quoted {
		c.stray(r, s, "the quote that opens this cell is never closed")
	}
	c.endCell(r, s)
	return c.endRow(r)
}

// endless is the error of a row longer than any real one, such as a device, or a table below an unclosed quote.
func endless(row int) error {
	return asBroken(fmt.Errorf("row %d is longer than %d MiB", row, longestRow>>20), "look for an unclosed quote, and check that this is a table; "+resumeHint)
}

// cellState is what is known of the cell being cut.
type cellState struct {
	quoted, opened, closed bool // inside quotes; was ever quoted; the last quote closed it
	breaks, commas, size   int  // line breaks and separators inside quotes; bytes
	last                   byte
}

func (s *cellState) fresh() bool { return s.size == 0 && !s.opened }

// stray adds the fault of a cell with a quote that does not belong there. When lines below were
// read as part of the cell, the row may hold several people.
func (c *csvCutter) stray(r *record, s *cellState, text string) {
	if s.breaks > 0 {
		text += fmt.Sprintf(", with %s below read as part of it", counted(s.breaks, "line"))
		r.swallowed += s.breaks
		s.breaks = 0
	}
	r.fault = append(r.fault, fault{len(r.ends), text})
	r.doubt = true
}

func (c *csvCutter) add(r *record, s *cellState, b byte) {
	s.size++
	if s.size <= largestCell && len(r.text) < largestRow {
		r.text = append(r.text, b)
	}
}

// endCell closes a cell. One quote too many makes a spreadsheet read the rows below as part of a
// cell, and then one person's name would stand above another's answers. So a line break is taken
// for one that somebody typed only where no answer can be lost by it: in a cell without separators,
// before the first question, and not in the first column, where a row cut short ends.
func (c *csvCutter) endCell(r *record, s *cellState) {
	i := len(r.ends)
	if s.breaks > 0 && (s.commas > 0 || i == 0 || i >= c.lead) {
		c.stray(r, s, "the quote that opens this cell may have swallowed rows (if not, put the cell on one line)")
	} else if s.breaks > 0 {
		r.breaks += s.breaks
	}
	if s.size > largestCell {
		r.note(i, fmt.Sprintf("longer than %d bytes", largestCell))
		r.unread = true
	}
	if i < mostCells {
		r.endCell()
	} else if s.size > 0 {
		r.note(-1, fmt.Sprintf("more than %d cells", mostCells))
	}
	*s = cellState{}
}

func (c *csvCutter) endRow(r *record) error {
	if len(r.raw) >= largestRow {
		r.unread = true
		r.note(-1, fmt.Sprintf("longer than %d bytes", largestRow))
	}
	c.row = r.row
	r.endRow(c.at * c.wide)
	return nil
}
