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

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// table is an opened table of people: the header is read and right.
type table struct {
	protocol *protocol.Protocol
	mapping  *Mapping       // nil as a rule
	columns  []column       // nil for NDJSON
	options  map[string]int // how many questions have an answer
	wide     int64          // bytes of the file for one byte of text
	cut      func(*record) error
	headed   func([]column)    // tells what cuts the rows which columns there are
	advise   func(error) error // adds what to try when the header is none
	below    *again            // the second header, once it was read
	refused  *record           // the header, when it is refused
	part     []byte            // the row read last, when it may be a part of one
}

// next cuts the next row. The error is io.EOF after the last one, or that of the input.
func (t *table) next(r *record) error {
	err := t.cut(r)
	if err != nil || r.empty() {
		return err
	}
	t.watch(r)
	if !t.isPart(r) {
		t.part = t.part[:0]
		return nil
	}
	r.before = append(r.before, t.part...)
	t.part = append(t.part[:0], bytes.TrimRight(r.raw, "\r\n")...)
	return nil
}

// isPart reports whether a row is too short for one: a line break may stand within it.
func (t *table) isPart(r *record) bool {
	if t.columns == nil {
		return !bytes.HasPrefix(r.text, []byte("{")) || !bytes.HasSuffix(r.text, []byte("}"))
	}
	return r.cells() < len(t.columns) && !t.fits(r)
}

// openTable reads as far as the header. The error is Refused when the table cannot be used; when that is
// for its header, the rows may still be searched for emergencies.
func openTable(ctx context.Context, p *protocol.Protocol, m *Mapping, in io.Reader) (*table, error) {
	t := newTable(p, m)
	r, err := t.begin(ctx, in)
	switch {
	case err != nil:
		return nil, err
	case r == nil && m != nil:
		return nil, asRefused("--columns is for a table with a header, and this is NDJSON", "leave --columns out")
	case r == nil:
		return t, nil
	}
	if t.columns, err = headings(p, m, r); err != nil {
		t.refused = r
		return t, t.advise(err)
	}
	t.headed(t.columns)
	return t, nil
}

// begin reads as far as the first row that is not empty, and gives it; nil of NDJSON, which has no header.
func (t *table) begin(ctx context.Context, in io.Reader) (*record, error) {
	if f, size := workbookIn(in); f != nil {
		return t.beginWorkbook(ctx, f, size)
	}
	text, wide, err := decode(&patient{ctx, in})
	if err != nil {
		return nil, err
	}
	start, err := firstLine(text)
	if err != nil {
		return nil, err
	}
	body := bytes.TrimLeft(start, " \t\r\n")
	if len(start) >= readAhead && !bytes.HasPrefix(body, []byte("{")) && !bytes.ContainsAny(body, "\r\n") {
		return nil, asRefused(fmt.Sprintf("the first %d KiB hold no header", readAhead>>10), "give a table; `backcare questions --format csv` prints a header to start from")
	}
	if len(body) == 0 {
		return nil, asRefused("the table is empty", "`backcare questions --format csv` prints a header to start from")
	}
	if err := foreign(body); err != nil {
		return nil, err
	}
	t.wide = wide
	if body[0] == '{' {
		t.cut = (&lineCutter{in: text}).next
		return nil, nil
	}
	c := &csvCutter{in: text}
	if t.mapping != nil {
		c.lead = mostCells // in the header of a form tool a line break is part of a question
	}
	t.cut, t.headed = c.next, func(columns []column) {
		c.lead = slices.IndexFunc(columns, func(c column) bool { return c.ask != nil })
	}
	r := &record{}
	if comma, skip := sepLine(start); comma > 0 {
		c.comma = comma
		text.Discard(skip)
		if next, _ := text.Peek(1); start[skip-1] == '\r' && string(next) == "\n" {
			text.Discard(1)
			skip++
		}
		c.at = int64(skip)
	} else {
		c.comma = bestComma(t.protocol, t.mapping, body)
	}
	for first := true; first || r.empty(); first = false {
		if err := c.next(r); errors.Is(err, io.EOF) {
			return nil, asRefused("the table is empty", "")
		} else if err != nil {
			return nil, err
		}
	}
	return r, nil
}

// newTable is a table of which nothing is read.
func newTable(p *protocol.Protocol, m *Mapping) *table {
	t := &table{protocol: p, mapping: m, options: map[string]int{}, wide: 1, headed: func([]column) {}, advise: func(err error) error { return err }}
	for i := range p.Questions {
		for _, o := range p.Questions[i].Options {
			t.options[o]++
		}
	}
	return t
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

// read reads a row into a person and answers. What is wrong comes back as faults. Of a row whose
// columns are in doubt neither is read, but for the reference below a second header.
func (t *table) read(r *record) (questions.Person, protocol.Answers, []fault) {
	none := protocol.NoAnswers(t.protocol)
	if t.columns == nil {
		return t.readLine(r)
	}
	faults := slices.Concat(r.fault, t.doubts(r))
	r.doubt = r.doubt || len(faults) > len(r.fault) || r.breaks > 0 && len(faults) > 0
	if r.below != nil {
		return r.below.who(r), none, faults
	}
	if r.swallowed > 0 {
		return questions.Person{}, none, faults
	}
	var who questions.Person
	values := make([]protocol.Answer, len(t.protocol.Questions))
	for i := range r.cells() {
		cell := string(r.cell(i))
		var err error
		switch {
		case faulty(faults, i):
		case i >= len(t.columns) || t.columns[i].name == "":
			if strings.TrimSpace(cell) != "" {
				faults = append(faults, fault{cell: i, text: "a value below no heading"})
				r.doubt = true
			}
		case t.columns[i].skip:
		case t.columns[i].ask != nil:
			q := t.columns[i].ask
			if values[q.Index], err = t.columns[i].answer(cell); err != nil && t.elsewhere(q, cell) {
				r.doubt = true
			}
		default:
			err = who.Set(t.columns[i].field, oneLine(cell))
		}
		if err != nil {
			faults = append(faults, fault{cell: i, text: err.Error()})
			r.advise(err)
		}
	}
	if r.doubt = r.doubt || r.breaks > 0 && len(faults) > 0; r.doubt {
		for i, f := range faults { // what stands in a row that slid may be a name
			if at := strings.Index(f.text, "not an answer here"); at > 0 {
				faults[i].text = f.text[at:]
			}
		}
		return questions.Person{}, none, faults
	}
	answers, err := protocol.AnswersOf(t.protocol, values)
	if err != nil {
		faults = append(faults, fault{cell: -1, text: err.Error()})
	}
	return who, answers.Given(who.Day()), faults
}

func (t *table) readLine(r *record) (questions.Person, protocol.Answers, []fault) {
	faults := r.fault
	if r.below != nil {
		faults = []fault{r.below.fault(r.row)}
	}
	if len(faults) == 0 {
		f, err := questions.Read(t.protocol, "", bytes.NewReader(r.text))
		if err == nil {
			return f.Person, f.Answers, nil
		}
		faults = []fault{{-1, t.lineProblem(err)}}
		r.advise(err)
	}
	r.doubt = true
	var who questions.Person
	switch refs := questions.References(r.text); {
	case len(refs) == 1:
		who.Set("ref", oneLine(refs[0])) // what is wrong with it is told above
	case len(refs) > 1:
		r.swallowed = len(refs) - 1
	}
	return who, protocol.NoAnswers(t.protocol), faults
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
	switch {
	case strings.HasPrefix(said.Text, "not YAML"):
		said.Text = "not a line of JSON"
	case strings.HasPrefix(said.Text, "more after the end"):
		said.Text = "more behind the object: two objects may be on one line, a line break missing"
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
