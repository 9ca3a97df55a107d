package batch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"backcare/internal/patient"
	"backcare/internal/protocol"
)

// table is an opened table of people: the header is read and right.
type table struct {
	protocol *protocol.Protocol
	mapping  *Mapping          // nil as a rule
	names    map[string]column // all columns there may be
	options  map[string]int    // how many questions have an answer
	cutter   cutter
	columns  []column // nil for NDJSON
	refused  *record  // the header, when it is refused
	below    *again   // the second header, once it was read
	part     []byte   // the row read last, when it may be a part of one
}

// cutter cuts a table into rows.
type cutter interface {
	// next cuts the next row. The error is io.EOF after the last one, or that of the input.
	next(r *record) error
	// know tells which columns there are, when the header is read.
	know(columns []column)
}

// newTable returns a table of which nothing has been read.
func newTable(p *protocol.Protocol, m *Mapping) *table {
	t := &table{protocol: p, mapping: m, names: map[string]column{}, options: map[string]int{}}
	for _, name := range columnNames(p) {
		t.names[name], _ = columnFor(p, name)
	}
	for i := range p.Questions {
		for _, o := range p.Questions[i].Options {
			t.options[o]++
		}
	}
	return t
}

// openTable reads as far as the header. The error is Refused when the table cannot be used; of one that is refused
// for its header, or because it is JSON of another kind, the table comes with it.
func openTable(ctx context.Context, p *protocol.Protocol, m *Mapping, in io.Reader) (*table, error) {
	t := newTable(p, m)
	r, err := t.begin(ctx, in)
	switch {
	case err != nil && t.lines():
		return t, err
	case err != nil:
		return nil, err
	case r == nil && m != nil:
		return nil, asRefused("--columns is for a table with a header, and this is NDJSON", "leave out --columns")
	case r == nil:
		return t, nil
	}
	if t.columns, err = t.header(r); err != nil {
		t.refused = r
		if c, ok := t.cutter.(*sheetCutter); ok {
			err = onAnotherSheet(err, c.sheet)
		}
		return t, err
	}
	t.cutter.know(t.columns)
	return t, nil
}

// lines reports a table of JSON, which has no columns.
func (t *table) lines() bool {
	_, yes := t.cutter.(*lineCutter)
	return yes
}

// begin reads as far as the first row that is not empty, and gives it; nil of NDJSON, which has no header.
func (t *table) begin(ctx context.Context, in io.Reader) (*record, error) {
	if f, size := workbookIn(in); f != nil {
		return t.beginWorkbook(ctx, f, size)
	}
	const how = "`backcare questions --format csv` prints a header to start from"
	text, wide, err := decode(patient.NewReader(ctx, in))
	if err != nil {
		return nil, err
	}
	start, err := firstLine(text)
	if err != nil {
		return nil, err
	}
	body := bytes.TrimLeft(start, " \t\r\n")
	switch {
	case len(start) >= readAhead && !bytes.HasPrefix(body, []byte("{")) && !bytes.ContainsAny(body, "\r\n"):
		return nil, asRefused(fmt.Sprintf("no header in the first %d KiB", readAhead>>10), "give a table; "+how)
	case len(body) == 0:
		return nil, asRefused("the table is empty", how)
	}
	err = foreign(body)
	if body[0] == '{' || body[0] == '[' {
		t.cutter = &lineCutter{in: text, wide: wide}
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	c := &csvCutter{in: text, wide: wide}
	if t.mapping != nil {
		c.lead = mostCells // in the header of a form tool a line break is part of a question
	}
	c.skipSep(start)
	if c.comma == 0 {
		c.comma = t.bestComma(body)
	}
	t.cutter = c
	return t.firstRow("the table is empty", "")
}

// firstRow cuts rows up to the first that is not empty. Where there is none, the table is refused in these words.
func (t *table) firstRow(none, try string) (*record, error) {
	for r := new(record); ; {
		if err := t.cutter.next(r); errors.Is(err, io.EOF) {
			return nil, asRefused(none, try)
		} else if err != nil {
			return nil, err
		}
		if !r.empty() {
			return r, nil
		}
	}
}

// firstLine looks ahead until the first line that is not empty is whole, without waiting for more
// than that, and gives all that has come so far.
func firstLine(text *bufio.Reader) ([]byte, error) {
	for n := 1; ; {
		_, err := text.Peek(n)
		start, _ := text.Peek(text.Buffered())
		if err == io.EOF || bytes.ContainsAny(bytes.TrimLeft(start, " \t\r\n"), "\r\n") || len(start) >= readAhead {
			return start, nil
		}
		if err != nil {
			return nil, err
		}
		n = len(start) + 1
	}
}

// next cuts the next row. The error is io.EOF after the last one, or that of the input.
func (t *table) next(r *record) error {
	err := t.cutter.next(r)
	if err != nil || r.empty() {
		return err
	}
	if found := t.secondHeader(r); found != nil {
		t.below = found
	}
	r.below = t.below
	if !t.isPart(r) {
		t.part = t.part[:0]
		return nil
	}
	r.before = slices.Clone(t.part)
	t.part = append(t.part[:0], bytes.TrimRight(r.raw, "\r\n")...)
	return nil
}

// isPart reports whether a row is too short to be whole: it may have been broken by a line break.
func (t *table) isPart(r *record) bool {
	if t.columns == nil {
		return !strings.HasPrefix(r.cells[0], "{") || !strings.HasSuffix(r.cells[0], "}")
	}
	return len(r.cells) < len(t.columns) && !t.fits(r)
}
