package triage_test

import (
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

func TestAloneIsWhatAnAnswerReachesByItself(t *testing.T) {
	p := load(t)
	for i, q := range p.Questions {
		for k, o := range q.Options {
			a, err := protocol.NoAnswers(p).With(q.ID, o)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := triage.Alone(p, i, protocol.Answer(k+1)), triage.Urgency(a); got != want {
				t.Errorf("%s=%s: %v, not %v", q.ID, o, got, want)
			}
		}
	}
}
