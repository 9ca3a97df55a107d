package triage

import (
	"slices"

	"backcare/internal/protocol"
)

// Decide gives the outcome of the answers. A rule that refers is enough for a Referral, however
// much is missing. A Routine needs every answer; without them the error is Incomplete. The steps
// named in with are added if they are safe; a name that is not a step on request is UnknownStep.
func Decide(a protocol.Answers, with ...string) (Outcome, error) {
	p := a.Protocol()
	if err := checkRequests(p, with); err != nil {
		return nil, err
	}
	fired, urgency := fire(a)
	if urgency.Refers() {
		return Referral{urgency, fired, a}, nil
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
		if against := because(p, a, s.Unless); len(against) > 0 {
			made.leftOut = append(made.leftOut, LeftOut{s, against})
			continue
		}
		made.steps = append(made.steps, choose(s, a))
	}
	return Routine{made}, nil
}

// Urgency is the highest urgency that the answers given so far reach.
func Urgency(a protocol.Answers) protocol.Urgency { return reached(a.Protocol(), a.Values()) }

func reached(p *protocol.Protocol, values []protocol.Answer) protocol.Urgency {
	top := protocol.NoUrgency
	for i := range p.Rules {
		if r := &p.Rules[i]; r.Urgency > top && r.When.Holds(values) {
			top = r.Urgency
		}
	}
	return top
}

// Alone is the urgency that one answer reaches when nothing else has been answered.
func Alone(p *protocol.Protocol, question int, answer protocol.Answer) protocol.Urgency {
	values := make([]protocol.Answer, len(p.Questions))
	values[question] = answer
	return reached(p, values)
}

// Open lists the questions still to be asked, by place: none once it is an emergency, none that
// only a sheet needs once it is another referral.
func Open(a protocol.Answers) []int {
	urgency := Urgency(a)
	if urgency == protocol.Emergency {
		return nil
	}
	var out []int
	for _, s := range a.Protocol().Sections {
		if s.SheetOnly && urgency.Refers() {
			continue
		}
		for _, q := range s.Questions {
			if a.Get(q) == 0 {
				out = append(out, q)
			}
		}
	}
	return out
}

// Missing names every question without an answer.
func Missing(a protocol.Answers) []string {
	var out []string
	for i, v := range a.Values() {
		if v == 0 {
			out = append(out, a.Protocol().Questions[i].ID)
		}
	}
	return out
}

func fire(a protocol.Answers) (fired []Fired, top protocol.Urgency) {
	p := a.Protocol()
	for i := range p.Rules {
		r := &p.Rules[i]
		if !r.When.Holds(a.Values()) {
			continue
		}
		top = max(top, r.Urgency)
		fired = append(fired, Fired{r, because(p, a, r.When.Terms())})
	}
	return fired, top
}

func because(p *protocol.Protocol, a protocol.Answers, terms []protocol.Term) (out []Because) {
	for _, t := range terms {
		if v := a.Get(t.Question); t.Holds(v) {
			out = append(out, Because{&p.Questions[t.Question], v})
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

// firstPart is the id of the first part that holds; the last one always does.
func firstPart(list []protocol.Part, a protocol.Answers) string {
	for _, p := range list {
		if p.When.Holds(a.Values()) {
			return p.ID
		}
	}
	return ""
}

func checkRequests(p *protocol.Protocol, with []string) error {
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
