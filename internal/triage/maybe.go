package triage

import "backcare/internal/protocol"

// Maybe is what a text that cannot be trusted may say: for each question, every answer that may be
// meant. It is for one thing only, to see an emergency. No paper is ever made from it.
type Maybe struct {
	protocol *protocol.Protocol
	may      []uint16 // by question place, bit a for answer a
}

// NewMaybe is a text that says nothing.
func NewMaybe(p *protocol.Protocol) Maybe { return Maybe{p, make([]uint16, len(p.Questions))} }

// Add says that an answer to a question may be meant; 0 is no answer.
func (m Maybe) Add(q *protocol.Question, a protocol.Answer) {
	if a != 0 {
		m.may[q.Index] |= 1 << a
	}
}

// AddAny says that any answer to a question may be meant.
func (m Maybe) AddAny(q *protocol.Question) {
	for i := range q.Options {
		m.Add(q, protocol.Answer(i+1))
	}
}

// Says reports whether any answer to a question may be meant.
func (m Maybe) Says(q *protocol.Question) bool { return m.may[q.Index] != 0 }

// Gravest are the answers, out of those that may be meant, that reach the highest urgency.
func (m Maybe) Gravest() protocol.Answers {
	values := make([]protocol.Answer, len(m.may))
	for i := range values {
		values[i] = m.worst(i)
	}
	for i := range m.protocol.Rules { // the most urgent first
		if try := append([]protocol.Answer(nil), values...); m.fit(m.protocol.Rules[i].When, try) {
			values = try
			break
		}
	}
	a, err := protocol.AnswersOf(m.protocol, values)
	if err != nil {
		return protocol.NoAnswers(m.protocol) // never: each is an option of its question
	}
	return a
}

// worst is the answer of a question that counts against the person, if it may be meant.
func (m Maybe) worst(place int) (worst protocol.Answer) {
	q := &m.protocol.Questions[place]
	for i := range q.Options {
		switch a := protocol.Answer(i + 1); {
		case m.may[place]>>a&1 == 0:
		case q.Positive(a):
			return a
		case worst == 0 || q.IsUnsure(a):
			worst = a
		}
	}
	return worst
}

// fit changes values so that a condition holds, if what may be meant allows it.
func (m Maybe) fit(w protocol.When, values []protocol.Answer) bool {
	for _, t := range w.All {
		if !m.set(t, values) {
			return false
		}
	}
	for _, t := range w.Any {
		if m.set(t, values) {
			return true
		}
	}
	return len(w.Any) == 0
}

// set gives a question an answer that makes a term true, unless it has one.
func (m Maybe) set(t protocol.Term, values []protocol.Answer) bool {
	if t.Holds(values[t.Question]) {
		return true
	}
	for a := protocol.Answer(1); int(a) <= len(m.protocol.Questions[t.Question].Options); a++ {
		if m.may[t.Question]>>a&1 == 1 && t.Holds(a) {
			values[t.Question] = a
			return true
		}
	}
	return false
}
