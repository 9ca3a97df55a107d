package batch

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"backcare/internal/xlsx"
)

// zipHead is how a workbook begins, and any other ZIP file.
const zipHead = "PK\x03\x04"

// workbookIn is a table that is a workbook in a file, and its size; nil if it is none.
func workbookIn(in io.Reader) (io.ReaderAt, int64) {
	f, info := regular(in)
	if f == nil {
		return nil, 0
	}
	head := make([]byte, len(zipHead))
	if _, err := f.ReadAt(head, 0); err != nil || string(head) != zipHead {
		return nil, 0
	}
	return f, info.Size()
}

// beginWorkbook reads as far as the first row of the first sheet that is not empty, and gives it.
func (t *table) beginWorkbook(ctx context.Context, f io.ReaderAt, size int64) (*record, error) {
	sheet, err := xlsx.Open(patientAt{ctx, f}, size)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, asRefused("the workbook cannot be read: "+err.Error(), saveAgain)
	}
	t.cutter = &sheetCutter{sheet: sheet, size: size}
	r, err := t.firstRow(fmt.Sprintf("the first sheet, %q, is empty", sheet.Name), saveAgain)
	if err != nil {
		return nil, onAnotherSheet(err, sheet)
	}
	return r, nil
}

const saveAgain = `save it again as .xlsx without a password, or as "CSV UTF-8"`

// onAnotherSheet adds that the table may be on a sheet that is not read.
func onAnotherSheet(err error, sheet *xlsx.Sheet) error {
	var refused *Error
	if len(sheet.Others) == 0 || !errors.As(err, &refused) || refused.Kind != Refused {
		return err
	}
	return asRefused(refused.Error(), fmt.Sprintf("only the first sheet, %q, is read; if the table is on another, move that one to the front", sheet.Name))
}

// sheetCutter takes rows from a sheet. No stray quote can shift its cells, and their rows are known.
type sheetCutter struct {
	sheet *xlsx.Sheet
	size  int64 // of the file
	width int   // columns, so that each row has as many cells; 0 while the header is read
}

// know tells how many cells a row has.
func (c *sheetCutter) know(columns []column) { c.width = len(columns) }

// next is the next row. The error is io.EOF after the last one.
func (c *sheetCutter) next(r *record) error {
	row, err := c.sheet.Next()
	if err != nil {
		if !errors.Is(err, io.EOF) {
			err = asBroken(err, saveAgain+"; then give another --out")
		}
		return err
	}
	r.reset(row.Number)
	r.comma = ','
	for i, cell := range row.Cells {
		switch {
		case i >= mostCells && cell != xlsx.Cell{}:
			r.note(-1, fmt.Sprintf("more than %d cells", mostCells))
		case i >= mostCells:
		default:
			c.add(r, i, cell)
		}
	}
	for len(r.ends) < c.width {
		r.endCell()
	}
	if row.Fault != "" {
		r.note(-1, row.Fault)
		r.doubt = true
	}
	r.endRow(int64(c.sheet.Done() * float64(c.size)))
	var line bytes.Buffer // of CSV, for whoever searches it
	w := csv.NewWriter(&line)
	w.Write(r.cells)
	w.Flush()
	r.raw = bytes.Map(func(l rune) rune {
		if l == '\r' || l == '\n' {
			return ' '
		}
		return l
	}, line.Bytes())
	return nil
}

func (c *sheetCutter) add(r *record, i int, cell xlsx.Cell) {
	if len(cell.Text) > largestCell || len(r.text)+len(cell.Text) > largestRow {
		r.note(i, fmt.Sprintf("longer than %d bytes", largestCell))
		r.unread = true
		cell.Text = ""
	}
	if cell.Fault != "" {
		r.note(i, cell.Fault)
	}
	r.text = append(r.text, cell.Text...)
	r.endCell()
}

// patientAt stops reading when ctx ends.
type patientAt struct {
	ctx context.Context
	in  io.ReaderAt
}

// ReadAt reads unless ctx has ended.
func (p patientAt) ReadAt(b []byte, at int64) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.in.ReadAt(b, at)
}
