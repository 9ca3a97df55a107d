package handout_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"backcare/content"
	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

func authors(t testing.TB) []handout.Author {
	t.Helper()
	langs := protocol.Languages(content.Files)
	p, err := protocol.Load(content.Files, langs...)
	if err != nil {
		t.Fatal(err)
	}
	var out []handout.Author
	for _, lang := range langs {
		w := p.Words(lang)
		out = append(out, handout.Author{Protocol: p, Words: w, NoteWords: w, When: time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC), Tool: "test"})
	}
	return out
}

// english writes in English.
func english(t testing.TB) handout.Author {
	t.Helper()
	p, err := protocol.Load(content.Files, protocol.Original)
	if err != nil {
		t.Fatal(err)
	}
	w := p.Words(protocol.Original)
	return handout.Author{Protocol: p, Words: w, NoteWords: w, When: time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC), Tool: "test"}
}

// outcome draws answers, most of them calm so that both outcomes come up, until they decide.
func outcome(t *rapid.T, p *protocol.Protocol) triage.Outcome {
	values := p.Baseline()
	for range rapid.IntRange(0, 12).Draw(t, "how many differ") {
		i := rapid.IntRange(0, len(values)-1).Draw(t, "question")
		values[i] = protocol.Answer(rapid.IntRange(1, len(p.Questions[i].Options)).Draw(t, "answer"))
	}
	a, err := protocol.AnswersOf(p, values)
	if err != nil {
		t.Fatal(err)
	}
	o, err := triage.Decide(a, time.Time{}, "psoas-release")
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func flat(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}

func TestWarningStandsOnEveryPaperInEveryLanguage(t *testing.T) {
	for _, d := range authors(t) {
		must := append([]string{d.Words.Warning.Why, d.Words.Warning.Say}, d.Words.Warning.Items...)
		holds := func(what string, doc handout.Document) {
			text := flat(doc.Text(80))
			for _, s := range must {
				if s = strings.TrimSuffix(strings.ReplaceAll(s, "**", ""), "."); !strings.Contains(text, s) {
					t.Fatalf("%s, %s: the warning %q is missing", d.Words.Lang, what, s)
				}
			}
		}
		holds("card", d.Card())
		holds("form", d.Form())
		rapid.Check(t, func(rt *rapid.T) {
			o := outcome(rt, d.Protocol)
			doc := d.Document(o, questions.Person{})
			holds(string(doc.Kind), doc)
		})
	}
}

func TestNoteListsEveryAnswerExactlyOnce(t *testing.T) {
	d := english(t)
	rapid.Check(t, func(rt *rapid.T) {
		r, ok := outcome(rt, d.Protocol).(triage.Referral)
		if !ok {
			return
		}
		text := flat(d.Document(r, questions.Person{}).Text(200))
		for i, q := range d.Protocol.Questions {
			if a := r.Answers.Get(i); q.Positive(a) || q.IsUnsure(a) {
				if q.Kind == protocol.Course {
					continue
				}
				if n := strings.Count(text, d.Words.Questions[q.ID].Note); n != 1 {
					rt.Fatalf("%s=%s stands %d times", q.ID, q.Option(a), n)
				}
			}
		}
		for _, f := range r.Fired {
			if f.Rule.Urgency.Refers() && !strings.Contains(text, f.Rule.ID) {
				rt.Fatalf("rule %s fired and is not named", f.Rule.ID)
			}
		}
	})
}

func TestNameStandsOnlyInTheStripOfASheet(t *testing.T) {
	d := english(t)
	a, _ := protocol.AnswersOf(d.Protocol, d.Protocol.Baseline())
	o, err := triage.Decide(a, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	who := questions.Person{Name: "Ana García", Ref: "A-102", Born: "1988-04-02"}
	doc := d.Document(o, who)
	if got, want := doc.Head.Person.String(), "For Ana García · Born 2 Apr 1988 · Ref A-102 · 23 Nov 2026"; got != want {
		t.Errorf("strip %q, want %q", got, want)
	}
	doc.Head.Person = nil
	for _, own := range []string{who.Name, who.Ref, "1988"} {
		if strings.Contains(doc.Text(80)+doc.Title, own) {
			t.Errorf("%q stands outside the strip, so a plate would carry it to the next person", own)
		}
	}
}

func TestNoteIDComesFromContentNotFromTheName(t *testing.T) {
	d := english(t)
	a, err := protocol.NoAnswers(d.Protocol).With("fever", "yes")
	if err != nil {
		t.Fatal(err)
	}
	id := func(a protocol.Answers, p questions.Person) string {
		o, err := triage.Decide(a, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		id, _, ok := strings.Cut(strings.TrimPrefix(d.Document(o, p).Head.Person.String(), "Note "), " · ")
		if !ok || len(id) != 9 {
			t.Fatalf("no note id at the head: %q", id)
		}
		return id
	}
	first := id(a, questions.Person{Name: "A", Ref: "1"})
	if other := id(a, questions.Person{Name: "B", Ref: "1"}); other != first {
		t.Errorf("the name changed the note id from %s to %s", first, other)
	}
	more, _ := a.With("foot-drop", "yes")
	if other := id(more, questions.Person{Name: "A", Ref: "1"}); other == first {
		t.Error("other answers, same note id")
	}
}

func TestSetNumbersTakeThePlaceOfTheLineToWriteOn(t *testing.T) {
	d := english(t)
	a, _ := protocol.NoAnswers(d.Protocol).With("saddle-numbness", "unsure")
	o, err := triage.Decide(a, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	d.Clinic.Emergency, d.Clinic.Urgent = "999", "111"
	text := flat(d.Document(o, questions.Person{}).Text(80)) + strings.Join(d.Screen(o.(triage.Referral)), " ")
	if !strings.Contains(text, "999") || strings.Contains(text, "112") || strings.Contains(text, "{") {
		t.Errorf("numbers are not filled in: %s", text)
	}
}

func TestFormKeysAreTheColumnsOfABatch(t *testing.T) {
	for _, d := range authors(t) {
		var csv bytes.Buffer
		if err := questions.List(&csv, "csv", d.Protocol, d.Words); err != nil {
			t.Fatal(err)
		}
		header, _, _ := strings.Cut(csv.String(), "\n")
		var keys []string
		for _, b := range d.Form().Blocks {
			if q, ok := b.(handout.Questions); ok {
				for _, r := range q.Rows {
					keys = append(keys, r.Key)
				}
			}
		}
		if got := strings.Join(keys, ","); len(keys) < 40 || !strings.HasSuffix(strings.TrimSpace(header), ","+got) {
			t.Errorf("%s: one who types the form row by row types\n%s\ninto\n%s", d.Words.Lang, got, header)
		}
	}
}

func TestTextKeepsToItsColumns(t *testing.T) {
	for _, d := range authors(t) {
		for _, doc := range []handout.Document{d.Form(), d.Evidence()} {
			for _, columns := range []int{30, 80} {
				for line := range strings.Lines(doc.Text(columns)) {
					line = strings.TrimSuffix(line, "\n")
					if n := utf8.RuneCountInString(line); n > columns && strings.Contains(strings.TrimLeft(line, " -"), " ") && !strings.Contains(line, "[ ]") {
						t.Errorf("%s: %d letters in %d columns: %q", d.Words.Lang, n, columns, line)
					}
				}
			}
		}
	}
}
