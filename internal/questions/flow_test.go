package questions

import (
	"fmt"
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
	k     *Talk
	steps int
	asked map[string]bool // questions that were put
}

func (p *person) ask(q prompt) (reply, error) {
	for {
		r := p.reply(q)
		if r.move != onward || q.check(r.rows) == "" {
			return r, nil
		}
	}
}

func (p *person) reply(q prompt) reply {
	p.steps++
	for id, w := range p.k.words.Questions {
		if strings.HasSuffix(q.text, w.Ask) || strings.Contains(q.text, w.Ask+"\n") || slices.ContainsFunc(q.rows, func(r row) bool { return r.text == w.Ask }) {
			p.asked[id] = true
		}
	}
	if q.back && p.steps < 40 && rapid.IntRange(0, 5).Draw(p.t, "back") == 0 {
		return reply{rows: p.marks(q), move: back}
	}
	if !q.several {
		if p.steps >= 40 {
			return reply{rows: []int{0}} // in the summary: they are right
		}
		n := rapid.IntRange(-1, len(q.rows)-1).Draw(p.t, "row")
		if n < 0 {
			return reply{}
		}
		return reply{rows: []int{n}}
	}
	if q.none >= 0 && (rapid.IntRange(0, 2).Draw(p.t, "calm") > 0 || p.steps >= 40) {
		return reply{rows: []int{q.none}}
	}
	if p.steps >= 40 {
		return reply{rows: []int{0}}
	}
	return reply{rows: p.marks(q)}
}

// marks are rows of a list at random.
func (p *person) marks(q prompt) (rows []int) {
	for i := range q.rows {
		if q.several && rapid.IntRange(0, 5).Draw(p.t, "mark") == 0 {
			rows = append(rows, i)
		}
	}
	return rows
}

func (p *person) line(string) (string, error) { return "", nil }
func (p *person) say(string)                  {}
func (p *person) table([][2]string)           {}
func (p *person) wipe()                       {}

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
		who := &person{t: t, asked: map[string]bool{}}
		k := newTalk(p, p.Words("en"), who)
		who.k = k
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

// The progress goes on within its parts, and when there are more or fewer of them, that is said.
func TestProgressNeverJumpsUnexplained(t *testing.T) {
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		who := &watcher{person: person{t: t, asked: map[string]bool{}}}
		who.k = newTalk(p, p.Words("en"), who)
		given := make([]protocol.Answer, len(p.Questions))
		for i, q := range p.Questions {
			if rapid.IntRange(0, 3).Draw(t, "given") == 0 {
				given[i] = q.Baseline
			}
		}
		start, err := protocol.AnswersOf(p, given)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := who.k.all(state{answers: start}); err != nil {
			t.Fatal(err)
		}
	})
}

// watcher is a person who watches the progress.
type watcher struct {
	person
	of   int // parts that the last title named
	told bool
}

func (w *watcher) say(string) { w.told = true }

func (w *watcher) ask(q prompt) (reply, error) {
	var n, of int
	if _, err := fmt.Sscanf(q.title, "%d of %d:", &n, &of); err == nil {
		if n < 1 || n > of || w.of != 0 && of != w.of && !w.told {
			w.t.Fatalf("%q follows %d parts, told %v", q.title, w.of, w.told)
		}
		w.of = of
	}
	w.told = false
	return w.person.ask(q)
}

// Unmarked is no only in a list that was sent off with a mark.
func TestAListIsNeverAnsweredByNothing(t *testing.T) {
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	silent := new(nobody)
	got, _, err := newTalk(p, p.Words("en"), silent).step(protocol.NoAnswers(p), nextStep(p, []int{0, 1, 2, 3}))
	if err != ErrClosed || slices.Max(got.Values()) != 0 {
		t.Errorf("%v, %v", got.Values(), err)
	}
	if silent.told == "" {
		t.Error("nothing chosen passes the check")
	}
}

// nobody sends a prompt off with nothing chosen, and then the terminal is gone.
type nobody struct {
	person
	told string
}

func (n *nobody) ask(q prompt) (reply, error) {
	n.told = q.check(nil)
	return reply{}, ErrClosed
}

// However a list or a question was answered, asking it once more and sending it off as it stands
// changes nothing.
func TestAskedAgainAndSentOffUnchangedIsUnchanged(t *testing.T) {
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		section := rapid.SampledFrom(p.Sections).Draw(t, "section")
		k := newTalk(p, p.Words("en"), &unchanged{})
		for _, place := range section.Questions {
			q := &p.Questions[place]
			k.before[place] = protocol.Answer(rapid.IntRange(1, len(q.Options)).Draw(t, q.ID))
		}
		s := nextStep(p, section.Questions)
		got, _, err := k.step(protocol.NoAnswers(p), s)
		if err != nil {
			t.Fatal(err)
		}
		for _, place := range s.places {
			if got.Get(place) != k.before[place] {
				q := &p.Questions[place]
				t.Fatalf("%s was %s and is %s", q.ID, q.Option(k.before[place]), q.Option(got.Get(place)))
			}
		}
	})
}

// A list of which not everything was answered does not begin with “None of these”.
func TestNoneStandsMarkedOnlyWhereItWasAnswered(t *testing.T) {
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	s := nextStep(p, p.Sections[0].Questions)
	for left := range s.places {
		k := newTalk(p, p.Words("en"), &unchanged{})
		for _, place := range s.places {
			k.before[place] = p.Questions[place].Baseline
		}
		if got := k.marks(p, s); !slices.Equal(got, []int{len(s.places)}) {
			t.Errorf("all answered no: %v stands marked", got)
		}
		k.before[s.places[left]] = 0
		if _, _, err := k.step(protocol.NoAnswers(p), s); err != ErrClosed {
			t.Errorf("%s was never answered, and Enter alone answers it: %v", p.Questions[s.places[left]].ID, err)
		}
	}
}

// unchanged sends every prompt off as it stands, and leaves when that is refused.
type unchanged struct{ person }

func (*unchanged) ask(q prompt) (reply, error) {
	if q.check(q.marks) != "" {
		return reply{}, ErrClosed
	}
	return reply{rows: q.marks}, nil
}
