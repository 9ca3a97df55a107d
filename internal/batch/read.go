package batch

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// read reads a row into a person and answers. What is wrong comes back as faults. When the columns of a row are
// in doubt neither is read, except the reference below a second header.
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
	for i, cell := range r.cells {
		var err error
		switch {
		case faulty(faults, i):
		case i >= len(t.columns) || t.columns[i].name == "":
			if !blank(cell) {
				faults = append(faults, fault{cell: i, text: "a value without a heading"})
				r.doubt = true
			}
		case t.columns[i].skip:
		case t.columns[i].ask != nil:
			q := t.columns[i].ask
			if values[q.Index], err = t.columns[i].answer(cell); err != nil && t.elsewhere(q, cell) {
				r.doubt = true
			}
		default:
			err = who.Set(t.columns[i].field, oneLine(strings.Clone(cell))) // not a piece of all that the row says
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
		said.Text = "more after the object: two objects may be on one line, without a line break between them"
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
