package protocol

import (
	"fmt"
	"time"
)

// Answers are a person's answers to the questions of a protocol. They can only be right: each is
// an option of its question, or is missing. Nothing is ever filled in.
type Answers struct {
	protocol *Protocol
	values   []Answer // indexed by question
	day      time.Time
}

// NoAnswers is a set of answers with none given yet.
func NoAnswers(p *Protocol) Answers {
	return Answers{protocol: p, values: make([]Answer, len(p.Questions))}
}

// AnswersOf takes answers indexed by question, 0 for missing. It keeps the slice, which the caller must not
// use again. The error names a question that has no such answer.
func AnswersOf(p *Protocol, values []Answer) (Answers, error) {
	if len(values) != len(p.Questions) {
		return Answers{}, fmt.Errorf("%d answers for %d questions", len(values), len(p.Questions))
	}
	for i, a := range values {
		if int(a) > len(p.Questions[i].Options) {
			return Answers{}, fmt.Errorf("%s has no answer %d", p.Questions[i].ID, a)
		}
	}
	return Answers{protocol: p, values: values}, nil
}

// With returns a copy with one answer added or changed. The option is named as in a file; the empty
// string removes the answer. An unknown question or option is an error.
func (a Answers) With(id, option string) (Answers, error) {
	q, ok := a.protocol.Question(id)
	if !ok {
		return a, fmt.Errorf("there is no question %q", id)
	}
	var v Answer
	if option != "" {
		var err error
		if v, err = q.Answer(option); err != nil {
			return a, err
		}
	}
	out := Answers{a.protocol, append([]Answer(nil), a.values...), a.day}
	out.values[q.Index] = v
	return out, nil
}

// Given is these answers as given on a day. The zero time leaves them undated.
func (a Answers) Given(day time.Time) Answers {
	a.day = day
	return a
}

// Day is the day the answers were given on; zero when nobody wrote it down, and then they count as
// given on the day they are used.
func (a Answers) Day() time.Time { return a.day }

// Old reports whether the answers are too old on a day to give a routine: red flags are about today.
func (a Answers) Old(on time.Time) bool {
	return !a.day.IsZero() && a.DaysBefore(on) > a.protocol.FreshDays
}

// DaysBefore is how many calendar days before a day dated answers were given, each day as it stands
// in its own zone; below zero when they are from later.
func (a Answers) DaysBefore(on time.Time) int {
	midnight := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(midnight(on).Sub(midnight(a.day)).Hours() / 24)
}

// Get returns the answer to the question with this index, 0 when it is missing.
func (a Answers) Get(question int) Answer { return a.values[question] }

// Option returns the answer to a question by its id, named as in a file; empty when it is missing.
func (a Answers) Option(id string) string {
	q, ok := a.protocol.Question(id)
	if !ok {
		return ""
	}
	return q.Option(a.values[q.Index])
}

// Values returns the answers indexed by question. They must not be modified.
func (a Answers) Values() []Answer { return a.values }

// Protocol returns the content the answers belong to.
func (a Answers) Protocol() *Protocol { return a.protocol }
