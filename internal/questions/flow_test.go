package questions

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"backcare/content"
	"backcare/internal/protocol"
	"backcare/internal/triage"
)

var english = sync.OnceValues(func() (*protocol.Protocol, error) { return protocol.Load(content.Files, "en") })

// person answers at random, and steps back, changes answers and breaks the rules of a list as
// people do.
type person struct {
	t     *rapid.T
	k     *asker
	steps int
	asked map[string]bool // questions that were put
}

func (p *person) ask(q prompt) (reply, error) {
	p.steps++
	for id, w := range p.k.words.Questions {
		if strings.HasSuffix(q.text, w.Ask) || strings.Contains(q.text, w.Ask+"\n") || slices.ContainsFunc(q.rows, func(r row) bool { return r.text == w.Ask }) {
			p.asked[id] = true
		}
	}
	if q.back && p.steps < 40 && rapid.IntRange(0, 5).Draw(p.t, "back") == 0 {
		return reply{back: true}, nil
	}
	if !q.several {
		if p.steps >= 40 {
			return reply{marks: []int{0}}, nil // in the summary: they are right
		}
		n := rapid.IntRange(-1, len(q.rows)-1).Draw(p.t, "row")
		if n < 0 {
			return reply{}, nil
		}
		return reply{marks: []int{n}}, nil
	}
	if rapid.IntRange(0, 2).Draw(p.t, "calm") > 0 || p.steps >= 40 {
		for i, r := range q.rows {
			if r.text == p.k.words.Prompt.None {
				return reply{marks: []int{i}}, nil
			}
		}
	}
	var marks []int
	for i := range q.rows {
		if rapid.IntRange(0, 5).Draw(p.t, "mark") == 0 {
			marks = append(marks, i)
		}
	}
	if len(marks) == 0 && p.steps >= 40 {
		marks = []int{0}
	}
	return reply{marks: marks}, nil
}

func (p *person) line(string) (string, error) { return "", nil }
func (p *person) say(string)                  {}
func (p *person) table([][2]string)           {}

// However a person goes to and fro, the questions end with every open one answered, or at an
// emergency; and nothing gets an answer that was not asked.
func TestEveryWayThroughTheQuestionsEndsWhole(t *testing.T) {
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		given := make([]protocol.Answer, len(p.Questions))
		for i, q := range p.Questions {
			if rapid.Bool().Draw(t, "given") {
				given[i] = q.Baseline
			}
		}
		k := &asker{protocol: p, words: p.Words("en"), before: make([]protocol.Answer, len(p.Questions))}
		who := &person{t: t, k: k, asked: map[string]bool{}}
		k.prompter = who
		start, err := protocol.AnswersOf(p, slices.Clone(given))
		if err != nil {
			t.Fatal(err)
		}
		got, err := k.all(state{answers: start})
		if err != nil {
			t.Fatal(err)
		}
		if left := triage.Open(got); len(left) > 0 {
			t.Fatalf("%d questions are left open", len(left))
		}
		for i, v := range got.Values() {
			if v != 0 && given[i] == 0 && !who.asked[p.Questions[i].ID] {
				t.Fatalf("%s has an answer and was never asked", p.Questions[i].ID)
			}
		}
	})
}

// Unmarked is no only in a list that was sent off with a mark.
func TestAListIsNeverAnsweredByNothing(t *testing.T) {
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	k := &asker{protocol: p, words: p.Words("en"), before: make([]protocol.Answer, len(p.Questions))}
	silent := &nobody{replies: 3}
	k.prompter = silent
	got, _, err := k.step(protocol.NoAnswers(p), nextStep(p, []int{0, 1, 2, 3}), "", false)
	if err != ErrClosed || slices.Max(got.Values()) != 0 {
		t.Errorf("%v, %v", got.Values(), err)
	}
	if len(silent.notices) != 3 || strings.Join(silent.notices[1:], "") == "" {
		t.Errorf("told %q", silent.notices)
	}
}

// nobody sends every prompt off with nothing chosen, until the terminal is gone.
type nobody struct {
	person
	replies int
	notices []string
}

func (n *nobody) ask(q prompt) (reply, error) {
	if n.replies--; n.replies < 0 {
		return reply{}, ErrClosed
	}
	n.notices = append(n.notices, q.notice)
	return reply{}, nil
}

// However a list was answered, asking it once more and sending it off as it stands changes nothing.
func TestAskedAgainAndSentOffUnchangedIsUnchanged(t *testing.T) {
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		section := rapid.SampledFrom(p.Sections).Draw(t, "section")
		was := make([]protocol.Answer, len(p.Questions))
		told := false
		for _, place := range section.Questions {
			q := &p.Questions[place]
			was[place] = protocol.Answer(rapid.IntRange(1, len(q.Options)).Draw(t, q.ID))
			told = told || marked(q) && (q.Positive(was[place]) || q.IsUnsure(was[place]))
		}
		k := &asker{protocol: p, words: p.Words("en"), before: slices.Clone(was), prompter: &unchanged{}}
		s := nextStep(p, section.Questions)
		if len(s.places) == 1 {
			return // nothing stands ready there, so nothing can be sent off
		}
		got, _, err := k.step(protocol.NoAnswers(p), s, "", true)
		if !told {
			if err != ErrClosed {
				t.Fatalf("with nothing marked, Enter alone gave an answer: %v", err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, place := range s.places {
			if got.Get(place) != was[place] {
				q := &p.Questions[place]
				t.Fatalf("%s was %s and is %s", q.ID, q.Option(was[place]), q.Option(got.Get(place)))
			}
		}
	})
}

// unchanged sends every list off as it stands, and leaves when that is refused.
type unchanged struct{ person }

func (*unchanged) ask(q prompt) (reply, error) {
	if q.notice != "" {
		return reply{}, ErrClosed
	}
	return reply{marks: q.marks}, nil
}
