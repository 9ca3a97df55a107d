package triage

import (
	"slices"

	"backcare/internal/protocol"
)

// Alarms are the signs that would need help at once if they came up tomorrow, worked out from the
// rules with a person's answers. Signs that the warning on every paper names are left out, and so
// are those the person has already.
type Alarms struct {
	Now   []*protocol.Question // an emergency, alone or with what was answered
	Today []*protocol.Question // for the same day
}

// Alarms are those of a person with a routine.
func (r Routine) Alarms() Alarms { return alarms(r.Answers(), false) }

// Alarms are those of a person who is referred; what was not asked counts as the worst.
func (r Referral) Alarms() Alarms { return alarms(r.Answers, true) }

// AnybodysAlarms are the signs that need help at once whatever else is answered.
func AnybodysAlarms(p *protocol.Protocol) Alarms { return alarms(protocol.NoAnswers(p), false) }

func alarms(a protocol.Answers, assume bool) (out Alarms) {
	p := a.Protocol()
	worst := func(q int) bool { return assume && p.Questions[q].Worst }
	values := slices.Clone(a.Values())
	for i := range p.Questions {
		q := &p.Questions[i]
		if q.Sign == 0 || q.Warned || a.Get(i) == q.Sign || q.IsUnsure(a.Get(i)) || !concerns(q, a) {
			continue
		}
		values[i] = q.Sign
		switch leads(q, values, worst) {
		case protocol.Emergency:
			out.Now = append(out.Now, q)
		case protocol.SameDay:
			out.Today = append(out.Today, q)
		}
		values[i] = a.Get(i)
	}
	return out
}

// concerns reports whether a sign can happen to a person.
func concerns(q *protocol.Question, a protocol.Answers) bool {
	return len(q.With) == 0 || slices.ContainsFunc(q.With, func(t protocol.Term) bool { return t.Holds(a.Get(t.Question)) })
}

// leads is the highest urgency of the rules that an answer has a part in.
func leads(q *protocol.Question, values []protocol.Answer, worst func(int) bool) protocol.Urgency {
	top := protocol.NoUrgency
	part := func(t protocol.Term) bool { return t.Question == q.Index && t.Holds(values[q.Index]) }
	for _, r := range q.Rules {
		if r.Urgency > top && (slices.ContainsFunc(r.When.All, part) || slices.ContainsFunc(r.When.Any, part)) && r.When.Could(values, worst) {
			top = r.Urgency
		}
	}
	return top
}
