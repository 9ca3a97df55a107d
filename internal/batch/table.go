package batch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// table is an opened table of people: the header is read and right.
type table struct {
	protocol *protocol.Protocol
	columns  []column // nil for NDJSON
	lead     int      // columns before the first question
	wide     int64    // bytes of the file for one byte of text
	next     func(*record) error
}

// openTable reads as far as the header. The error is Refused when the table cannot be used.
func openTable(ctx context.Context, p *protocol.Protocol, in io.Reader) (*table, error) {
	text, wide, err := decode(&patient{ctx, in})
	if err != nil {
		return nil, err
	}
	start, err := firstLine(text)
	if err != nil {
		return nil, err
	}
	body := bytes.TrimLeft(start, " \t\r\n")
	if len(body) == 0 {
		return nil, &Refused{"the table is empty", "`backcare questions --format csv` prints a header to start from"}
	}
	if err := foreign(body); err != nil {
		return nil, err
	}
	if body[0] == '{' {
		c := &lineCutter{in: text}
		return &table{protocol: p, wide: wide, next: c.next}, nil
	}
	c := &csvCutter{in: text}
	var r record
	if comma, skip := sepLine(start); comma > 0 {
		c.comma = comma
		text.Discard(skip)
		if next, _ := text.Peek(1); start[skip-1] == '\r' && string(next) == "\n" {
			text.Discard(1)
			skip++
		}
		c.at = int64(skip)
	} else {
		c.comma = bestComma(p, body)
	}
	for first := true; first || r.empty(); first = false {
		if err := c.next(&r); err != nil {
			if errors.Is(err, io.EOF) {
				err = &Refused{"the table is empty", ""}
			}
			return nil, err
		}
	}
	columns, err := headings(p, &r)
	c.lead = slices.IndexFunc(columns, func(c column) bool { return c.ask != nil })
	return &table{p, columns, c.lead, wide, c.next}, err
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

// read reads a row into a person and answers. What is wrong comes back as faults.
func (t *table) read(r *record) (questions.Person, protocol.Answers, []fault) {
	if t.columns == nil {
		return t.readLine(r)
	}
	var who questions.Person
	faults := append([]fault(nil), r.fault...)
	values := make([]protocol.Answer, len(t.protocol.Questions))
	for i := range r.cells() {
		cell := string(r.cell(i))
		var err error
		switch {
		case faulty(r.fault, i):
		case i >= len(t.columns) || t.columns[i].name == "":
			if strings.TrimSpace(cell) != "" {
				faults = append(faults, fault{cell: i, text: "a value below no heading"})
			}
		case t.columns[i].ask != nil:
			q := t.columns[i].ask
			values[q.Index], err = questions.Cell(q, cell)
		default:
			err = who.Set(t.columns[i].field, oneLine(cell))
		}
		if err != nil {
			faults = append(faults, fault{cell: i, text: err.Error()})
		}
	}
	answers, err := protocol.AnswersOf(t.protocol, values)
	if err != nil {
		faults = append(faults, fault{cell: -1, text: err.Error()})
	}
	return who, answers, faults
}

func (t *table) readLine(r *record) (questions.Person, protocol.Answers, []fault) {
	if len(r.fault) > 0 {
		s := salvage(t.protocol, r.text)
		return s.who, s.answers, r.fault
	}
	f, err := questions.Read(t.protocol, "", bytes.NewReader(r.text))
	if err != nil {
		s := salvage(t.protocol, r.text)
		return s.who, s.answers, []fault{{cell: -1, text: t.lineProblem(err)}}
	}
	return f.Person, f.Answers, nil
}

// lineProblem is what is wrong with a line. A key that is not known may be a name, and is not told.
func (t *table) lineProblem(err error) string {
	var problem *questions.Problem
	if !errors.As(err, &problem) {
		return err.Error()
	}
	said := *problem
	said.Line = 0 // the row says it
	if _, known := columnFor(t.protocol, said.ID); !known && said.ID != "" && said.ID != "answers" {
		said.ID = "a key" + didYouMean(t.protocol, said.ID)
	}
	if strings.HasPrefix(said.Text, "not YAML") {
		said.Text = "not a line of JSON"
	}
	return said.Error()
}

func faulty(faults []fault, cell int) bool {
	for _, f := range faults {
		if f.cell == cell {
			return true
		}
	}
	return false
}

// oneLine makes a space of every line break and tab, which a cell may hold and a name may not.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\r\n\t") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\r' || r == '\n' || r == '\t' }), " ")
}
