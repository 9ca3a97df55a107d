package handout_test

import (
	"time"

	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// decided is the outcome of the baseline answers with some put over them; an empty answer is none.
func decided(t *testing.T, p *protocol.Protocol, over map[string]string) triage.Outcome {
	t.Helper()
	values := p.Baseline()
	for id, option := range over {
		q, ok := p.Question(id)
		if !ok {
			t.Fatal(id)
		}
		if values[q.Index] = 0; option != "" {
			values[q.Index], _ = q.Answer(option)
		}
	}
	a, err := protocol.AnswersOf(p, values)
	if err != nil {
		t.Fatal(err)
	}
	o, err := triage.Decide(a, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestTheFormCarriesTheWarning(t *testing.T) {
	for _, d := range authors(t) {
		text := flat(d.Form().Text(80))
		for _, s := range append([]string{d.Words.Warning.Title, d.Words.Warning.Why}, d.Words.Warning.Items...) {
			if !strings.Contains(text, s) {
				t.Errorf("%s: the form lacks %q", d.Words.Lang, s)
			}
		}
	}
}

func TestAHalfFilledReferralSaysThatHelpMayBeNeededSooner(t *testing.T) {
	for _, d := range authors(t) {
		open := map[string]string{"leg-pain": protocol.Yes, "saddle-numbness": ""}
		for _, c := range []struct {
			over map[string]string
			want bool
		}{{open, true}, {map[string]string{"leg-pain": protocol.Yes}, false}, {map[string]string{"bowel-change": protocol.Yes, "fever": ""}, false}} {
			r := decided(t, d.Protocol, c.over).(triage.Referral)
			if got := strings.Contains(strings.Join(d.Screen(r), "\n"), d.Words.Prompt.Partial); got != c.want {
				t.Errorf("%s, on the screen, %v: %v", d.Words.Lang, c.over, got)
			}
			if got := strings.Contains(flat(d.Document(r, questions.Person{}).Text(80)), flat(d.Words.Prompt.Partial)); got != c.want {
				t.Errorf("%s, on the note, %v: %v", d.Words.Lang, c.over, got)
			}
		}
	}
}

// A note in the professional's language still tells the person in theirs what to do.
func TestANoteInTwoLanguagesTellsEachInTheirOwn(t *testing.T) {
	all := authors(t)
	for i, d := range all {
		other := all[(i+1)%len(all)].Words
		d.NoteWords = other
		for _, over := range []map[string]string{{"saddle-numbness": protocol.Yes}, {"foot-drop": protocol.Unsure}, {"weight-loss": protocol.Yes}, {"leg-pain": protocol.Yes}} {
			r := decided(t, d.Protocol, over).(triage.Referral)
			text := flat(d.Document(r, questions.Person{Name: "Ana García"}).Text(200))
			u := r.Urgency.String()
			for _, s := range []string{other.Note.Title, other.Urgencies[u].Title, d.Words.Urgencies[u].Title, d.Words.Warning.Title, d.Words.Warning.Items[0], "Ana García"} {
				if !strings.Contains(text, flat(s)) {
					t.Errorf("%s for a reader of %s, %s: %q is missing", d.Words.Lang, other.Lang, u, s)
				}
			}
			if d.Words.Lang != other.Lang && strings.Contains(text, flat(other.Warning.Items[0])) {
				t.Errorf("%s: the person is warned in %s", d.Words.Lang, other.Lang)
			}
		}
	}
}

func TestTwoPeopleHaveTwoNotes(t *testing.T) {
	d := english(t)
	r := decided(t, d.Protocol, map[string]string{"leg-pain": protocol.Yes})
	id := func(p questions.Person) string { return d.Document(r, p).Head.Person.String() }
	nobody := id(questions.Person{})
	for _, p := range []questions.Person{{Ref: "A-1"}, {Born: "1980-04-02"}, {Site: "North"}} {
		if id(p) == nobody {
			t.Errorf("%+v has the number of another note", p)
		}
	}
	if id(questions.Person{Name: "Ana García"}) != nobody {
		t.Error("a name is in the number of the note")
	}
	if _, ok := d.Document(r, questions.Person{}).Blocks[1].(handout.Band); !ok {
		t.Error("the urgency does not stand first")
	}
}
