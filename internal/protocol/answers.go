package protocol

import "fmt"

// Answers are a person's answers to the questions of a protocol. They can only be right: each is
// an option of its question, or is missing. Nothing is ever filled in.
type Answers struct {
	protocol *Protocol
	values   []Answer // by question place
}

// NoAnswers is a set of answers with none given yet.
func NoAnswers(p *Protocol) Answers { return Answers{p, make([]Answer, len(p.Questions))} }

// AnswersOf takes answers by question place, 0 for missing. The slice is kept; the caller gives it up.
func AnswersOf(p *Protocol, values []Answer) (Answers, error) {
	if len(values) != len(p.Questions) {
		return Answers{}, fmt.Errorf("%d answers for %d questions", len(values), len(p.Questions))
	}
	for i, a := range values {
		if int(a) > len(p.Questions[i].Options) {
			return Answers{}, fmt.Errorf("%s has no answer %d", p.Questions[i].ID, a)
		}
	}
	return Answers{p, values}, nil
}

// With is these answers with one more, or one changed. The option is named as in a file;
// the empty string takes the answer back.
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
	out := Answers{a.protocol, append([]Answer(nil), a.values...)}
	out.values[q.Index] = v
	return out, nil
}

// Get is the answer to the question at a place, 0 when missing.
func (a Answers) Get(place int) Answer { return a.values[place] }

// Option is the answer to a question by its id, as named in a file; empty when missing.
func (a Answers) Option(id string) string {
	q, ok := a.protocol.Question(id)
	if !ok {
		return ""
	}
	return q.Option(a.values[q.Index])
}

// Values are the answers by question place. They must not be changed.
func (a Answers) Values() []Answer { return a.values }

// Protocol is the content the answers belong to.
func (a Answers) Protocol() *Protocol { return a.protocol }
