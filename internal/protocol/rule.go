package protocol

import (
	"iter"
	"slices"
)

// Urgency is how soon a person must be seen.
type Urgency uint8

const (
	NoUrgency Urgency = iota // no rule fires: the sheet as it is
	Caution                  // the sheet, changed, with a review
	Planned                  // doctor or physiotherapist before any routine
	TwoWeeks                 // doctor within days, at most 2 weeks
	SameDay                  // doctor or urgent advice line today
	Emergency                // emergency number or emergency department now
)

var urgencyNames = [...]string{"", "caution", "planned", "two-weeks", "same-day", "emergency"}

// String is the name used in content, files and JSON.
func (u Urgency) String() string { return urgencyNames[u] }

// Refers reports whether this urgency means a referral and so no sheet.
func (u Urgency) Refers() bool { return u >= Planned }

// Term is one "question=answer" of a rule.
type Term struct {
	Question int    // index in Protocol.Questions
	Text     string // as written
	mask     uint16
}

// Holds reports whether the answer makes the term true. A missing answer never does; unsure always
// does.
func (t Term) Holds(a Answer) bool { return a != 0 && t.mask>>a&1 == 1 }

// When is a flat condition: all of All hold, at least one of Any if there are any, and none of None.
type When struct{ All, Any, None []Term }

// Holds evaluates the condition over answers indexed by question.
func (w When) Holds(answers []Answer) bool {
	return w.Could(answers, func(int) bool { return false })
}

// Could evaluates the condition as Holds does, with a term about an unanswered question for which
// worst is true taken to hold.
func (w When) Could(answers []Answer, worst func(question int) bool) bool {
	holds := func(t Term) bool {
		return t.Holds(answers[t.Question]) || answers[t.Question] == 0 && worst(t.Question)
	}
	for _, t := range w.All {
		if !holds(t) {
			return false
		}
	}
	for _, t := range w.None {
		if t.Holds(answers[t.Question]) {
			return false
		}
	}
	return len(w.Any) == 0 || slices.ContainsFunc(w.Any, holds)
}

// Open reports whether there is no condition at all.
func (w When) Open() bool { return len(w.All)+len(w.Any)+len(w.None) == 0 }

// Terms returns every term of the condition.
func (w When) Terms() []Term {
	out := append([]Term(nil), w.All...)
	return append(append(out, w.Any...), w.None...)
}

// Rule turns answers into an urgency. Its condition has no None, so a further positive answer can
// only make more rules fire.
type Rule struct {
	ID       string
	Urgency  Urgency
	When     When
	Still    bool // the people it refers must keep still
	Sources  []string
	Positive []Case // cases in which the rule fires
	Negative []Case // and cases in which it does not
}

// Case is a test of a rule: answers by question id; the others are at their baseline.
type Case map[string]string

// Firing iterates over the rules that fire on answers indexed by question, most urgent first.
func (p *Protocol) Firing(answers []Answer) iter.Seq[*Rule] {
	return func(yield func(*Rule) bool) {
		for i := range p.Rules {
			if r := &p.Rules[i]; r.When.Holds(answers) && !yield(r) {
				return
			}
		}
	}
}

// Reached returns the highest urgency of the rules that fire on answers indexed by question.
func (p *Protocol) Reached(answers []Answer) Urgency {
	for r := range p.Firing(answers) {
		return r.Urgency
	}
	return NoUrgency
}
