package handout

import (
	"math/rand/v2"
	"testing"
	"time"

	"backcare/content"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// What is kept to stand on further sheets does not grow with the people.
func TestFewBlocksAreKeptForManyPeople(t *testing.T) {
	p, err := protocol.Load(content.Files, protocol.Original)
	if err != nil {
		t.Fatal(err)
	}
	d := Author{Protocol: p, Words: p.Words(protocol.Original), When: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}
	all := d.sheets(func(b Block) Block { return b })
	r := rand.New(rand.NewPCG(1, 2))
	sheets := 0
	for i := 0; sheets < 3000; i++ {
		values := p.Baseline()
		for range i % 8 {
			q := r.IntN(len(values))
			values[q] = protocol.Answer(1 + r.IntN(len(p.Questions[q].Options)))
		}
		a, err := protocol.AnswersOf(p, values)
		if err != nil {
			t.Fatal(err)
		}
		o, err := triage.Decide(a, time.Time{}, "psoas-release")
		if err != nil {
			t.Fatal(err)
		}
		if routine, ok := o.(triage.Routine); ok {
			all.document(routine, questions.Person{Name: "Somebody"})
			sheets++
		}
	}
	if n := len(all.made); n < 20 || n > 200 {
		t.Errorf("%d blocks are kept for %d people", n, sheets)
	}
}
