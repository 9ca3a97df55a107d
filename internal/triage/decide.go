package triage

import (
	"slices"
	"time"

	"backcare/internal/protocol"
)

// Decide gives the outcome of the answers on the day of the paper. A rule that refers is enough for
// a Referral, however much is missing, and however old the answers are. A Routine needs every
// answer, and fresh ones; without them the error is Stale or Incomplete. The steps
// named in with are added if they are safe; a name that is not a step on request is UnknownStep.
func Decide(a protocol.Answers, on time.Time, with ...string) (Outcome, error) {
	p := a.Protocol()
	if err := CheckRequests(p, with); err != nil {
		return nil, err
	}
	fired, urgency := fire(a)
	if urgency.Refers() {
		fired, urgency = assume(a, fired, urgency)
		return Referral{urgency, fired, a}, nil
	}
	if a.Old(on) {
		return nil, Stale{a.Day(), a.Protocol().FreshDays}
	}
	if missing := Missing(a); len(missing) > 0 {
		return nil, Incomplete{missing}
	}
	made := &routine{cautions: fired, answers: a}
	for i := range p.Steps {
		s := &p.Steps[i]
		if s.OnRequest && !slices.Contains(with, s.ID) {
			continue
		}
		if against := because(a, s.Unless); len(against) > 0 {
			made.leftOut = append(made.leftOut, LeftOut{s, against})
			continue
		}
		made.steps = append(made.steps, choose(s, a))
	}
	return Routine{made}, nil
}

// Urgency returns the highest urgency that the answers so far reach.
func Urgency(a protocol.Answers) protocol.Urgency { return a.Protocol().Reached(a.Values()) }

// Alone returns the urgency of one answer when nothing else is answered.
func Alone(p *protocol.Protocol, question int, answer protocol.Answer) protocol.Urgency {
	values := make([]protocol.Answer, len(p.Questions))
	values[question] = answer
	return p.Reached(values)
}

// Open returns the indexes of the questions still to be asked: none in an emergency, and in any other
// referral none that only a sheet needs.
func Open(a protocol.Answers) []int {
	urgency := Urgency(a)
	if urgency == protocol.Emergency {
		return nil
	}
	p := a.Protocol()
	return slices.DeleteFunc(unanswered(a), func(q int) bool { return urgency.Refers() && p.Sections[p.Questions[q].Section].SheetOnly })
}

// GoOn reports whether answers are those of the first leaf alone, and it refers nobody: all that everyone is
// asked is answered, and nothing that is asked only for a sheet. It says nothing of how old they are.
func GoOn(a protocol.Answers) bool {
	p := a.Protocol()
	for i := range p.Questions {
		if second := p.Sections[p.Questions[i].Section].SheetOnly; second != (a.Get(i) == 0) {
			return false
		}
	}
	return !Urgency(a).Refers()
}

// Missing returns the ids of all unanswered questions.
func Missing(a protocol.Answers) []string {
	var out []string
	for _, q := range unanswered(a) {
		out = append(out, a.Protocol().Questions[q].ID)
	}
	return out
}

func unanswered(a protocol.Answers) (questions []int) {
	for q, answer := range a.Values() {
		if answer == 0 {
			questions = append(questions, q)
		}
	}
	return questions
}

func fire(a protocol.Answers) (fired []Fired, top protocol.Urgency) {
	for r := range a.Protocol().Firing(a.Values()) {
		top = max(top, r.Urgency)
		fired = append(fired, Fired{r, because(a, r.When.Terms())})
	}
	return fired, top
}

// assume adds the rules above an urgency that hold when the answers not given are the worst: a
// referral is not made less urgent by what was not asked. Each has an answer behind it.
func assume(a protocol.Answers, fired []Fired, top protocol.Urgency) ([]Fired, protocol.Urgency) {
	p, reached := a.Protocol(), top
	var more []Fired
	for i := range p.Rules {
		r := &p.Rules[i]
		if r.Urgency <= top || r.When.Holds(a.Values()) || !r.When.Could(a.Values(), func(q int) bool { return p.Questions[q].Worst }) {
			continue
		}
		if given := because(a, r.When.Terms()); len(given) > 0 {
			more = append(more, Fired{r, given})
			reached = max(reached, r.Urgency)
		}
	}
	return append(more, fired...), reached
}

// because returns the answers that make any of the terms hold.
func because(a protocol.Answers, terms []protocol.Term) (out []Because) {
	for _, t := range terms {
		if v := a.Get(t.Question); t.Holds(v) {
			out = append(out, Because{&a.Protocol().Questions[t.Question], v})
		}
	}
	return out
}

func choose(s *protocol.Step, a protocol.Answers) Step {
	out := Step{Step: s}
	for i := range s.Variants {
		if s.Variants[i].When.Holds(a.Values()) {
			out.Variant = &s.Variants[i]
			break
		}
	}
	out.Figure = firstPart(out.Variant.Figures, a)
	out.Dose = firstPart(out.Variant.Doses, a)
	for _, l := range out.Variant.Lines {
		if l.When.Holds(a.Values()) {
			out.Lines = append(out.Lines, l.ID)
		}
	}
	return out
}

// firstPart returns the id of the first part whose condition holds; the last one always does.
func firstPart(list []protocol.Part, a protocol.Answers) string {
	for _, p := range list {
		if p.When.Holds(a.Values()) {
			return p.ID
		}
	}
	return ""
}

// CheckRequests refuses a name that is not a step given on request; the error is UnknownStep.
func CheckRequests(p *protocol.Protocol, with []string) error {
	var allowed []string
	for _, s := range p.Steps {
		if s.OnRequest {
			allowed = append(allowed, s.ID)
		}
	}
	for _, name := range with {
		if !slices.Contains(allowed, name) {
			return UnknownStep{name, allowed}
		}
	}
	return nil
}
