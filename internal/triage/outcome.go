// Package triage turns rules and answers into an outcome. Its one rule: it is pure; the same
// answers give the same outcome, and only it can make a Routine, from complete answers.
package triage

import (
	"fmt"
	"strings"
	"time"

	"backcare/internal/protocol"
)

// Outcome is a Referral or a Routine, and nothing else.
type Outcome interface{ outcome() }

// Referral says that a professional must see the person, how soon, and why.
type Referral struct {
	Urgency protocol.Urgency
	Fired   []Fired // every rule that fired, cautions too, most urgent first
	Answers protocol.Answers
}

// Routine is what a person may safely do: the steps, in order, and the cautions that changed them.
// Its zero value holds nothing; only Decide makes one with steps.
type Routine struct{ made *routine }

type routine struct {
	steps    []Step
	cautions []Fired
	leftOut  []LeftOut
	answers  protocol.Answers
}

// Partial reports whether a question that everybody is asked was left open, so that a higher
// urgency may have been missed. It is never so in an emergency.
func (r Referral) Partial() bool {
	if r.Urgency == protocol.Emergency {
		return false
	}
	return len(Open(r.Answers)) > 0
}

func (Referral) outcome() {}
func (Routine) outcome()  {}

// Fired is a rule that fired, and the answers that made it.
type Fired struct {
	Rule    *protocol.Rule
	Because []Because
}

// Because is one answer that made a rule fire.
type Because struct {
	Question *protocol.Question
	Answer   protocol.Answer
}

// String is "question=answer".
func (b Because) String() string { return b.Question.ID + "=" + b.Question.Option(b.Answer) }

// Step is one step of a routine, in the form and with the dose and lines chosen for the answers.
type Step struct {
	Step    *protocol.Step
	Variant *protocol.Variant
	Figure  string   // id of the figure
	Dose    string   // id of the dose in the words
	Lines   []string // ids of the lines in the words
}

// LeftOut is a step that was asked for by name and is not safe with these answers.
type LeftOut struct {
	Step    *protocol.Step
	Because []Because
}

// Steps are the steps to do, in order.
func (r Routine) Steps() []Step { return r.get().steps }

// Cautions are the rules that fired without referring.
func (r Routine) Cautions() []Fired { return r.get().cautions }

// LeftOut are the steps asked for by name that these answers rule out.
func (r Routine) LeftOut() []LeftOut { return r.get().leftOut }

// Answers are the complete answers the routine was made from.
func (r Routine) Answers() protocol.Answers { return r.get().answers }

func (r Routine) get() *routine {
	if r.made == nil {
		panic("triage: a Routine that Decide did not make")
	}
	return r.made
}

// Incomplete says which answers are missing before there can be an outcome.
type Incomplete struct{ Missing []string }

// Error names every missing answer.
func (e Incomplete) Error() string {
	return fmt.Sprintf("not enough answers: missing %s", strings.Join(e.Missing, ", "))
}

// Hint says what to do about it.
func (e Incomplete) Hint() string {
	return "a missing answer is never a no: add them, or write unsure"
}

// Stale says that the answers are too old to give a routine: they must be asked for again.
type Stale struct {
	Day  time.Time // of the answers
	Days int       // for which they would have been fresh
}

// Error names the day and the limit.
func (e Stale) Error() string {
	return fmt.Sprintf("the answers are from %s, more than %d days ago; ask again", e.Day.Format(time.DateOnly), e.Days)
}

// Hint says what to do about it.
func (e Stale) Hint() string {
	return "red flags are about today: answer all the questions again, and write the day as answered-on"
}

// UnknownStep is a step asked for by name that is not one of those given on request.
type UnknownStep struct {
	Name    string
	Allowed []string
}

// Error names the steps that can be asked for.
func (e UnknownStep) Error() string {
	return fmt.Sprintf("%q is not a step that can be requested; use %s", e.Name, strings.Join(e.Allowed, ", "))
}
