package pdf

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"backcare/content"
	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// authors are an author for each language of the real content.
func authors(t testing.TB) []handout.Author {
	t.Helper()
	langs := protocol.Languages(content.Files)
	p, err := protocol.Load(content.Files, langs...)
	if err != nil {
		t.Fatal(err)
	}
	var out []handout.Author
	for _, lang := range langs {
		out = append(out, handout.Author{Protocol: p, Words: p.Words(lang), When: time.Date(2026, 9, 23, 10, 42, 0, 0, time.UTC), Tool: "1.0.0"})
	}
	return out
}

// longest is a person with as much on the paper as there may be.
func longest() questions.Person {
	return questions.Person{Name: strings.Repeat("Wolfeschlegel ", 4) + "Mary", Ref: "A-1024-2026-11", Born: "1950-12-31", AnsweredBy: "helper"}
}

// clinic has a long name and a long address; it takes two lines of the head.
func clinic() handout.Clinic {
	return handout.Clinic{Name: "The Riverside Practice for Backs and Necks", Address: "Suite 14, The Old Mill House, 128 Long Mill Lane", Phone: "01234 567 890", Emergency: "999", Urgent: "111"}
}

// answers are the calm answers but for some: "id=option".
func answers(t testing.TB, p *protocol.Protocol, but ...string) protocol.Answers {
	t.Helper()
	a, err := protocol.AnswersOf(p, p.Baseline())
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range but {
		id, option, _ := strings.Cut(b, "=")
		if a, err = a.With(id, option); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

// worst are answers of which every one is positive, or every one unsure.
func worst(t testing.TB, p *protocol.Protocol, unsure bool) protocol.Answers {
	t.Helper()
	var but []string
	for _, q := range p.Questions {
		switch {
		case q.Choice():
			but = append(but, q.ID+"="+q.Options[len(q.Options)-1])
		case unsure:
			but = append(but, q.ID+"="+protocol.Unsure)
		default:
			but = append(but, q.ID+"="+q.Worrying)
		}
	}
	return answers(t, p, but...)
}

func decide(t testing.TB, a protocol.Answers, with ...string) triage.Outcome {
	t.Helper()
	o, err := triage.Decide(a, time.Time{}, with...)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// bothPapers lays a document out on A4 and on Letter.
func bothPapers(t *testing.T, p *Renderer, doc handout.Document, do func(name string, l *laidOut)) {
	t.Helper()
	for _, size := range []string{"a4", "letter"} {
		do(fmt.Sprintf("%s %s %s", doc.Lang, doc.Kind, size), laid(t, p, doc, Paper{Size: size}))
	}
}

func TestANoteOfAnyAnswersIsOneReadablePage(t *testing.T) {
	p := press(t)
	all := authors(t)
	for k, d := range all {
		readable := func(doc handout.Document, least float64) {
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				if len(l.pages) != 1 {
					t.Errorf("%s: %d pages", name, len(l.pages))
				}
				wellSet(t, name, l)
				if l.scale.Body < least || l.scale.Small < 8 {
					t.Errorf("%s: answers in %v pt, %v wanted; secondary matter in %v", name, l.scale.Body, least, l.scale.Small)
				}
			})
		}
		one := decide(t, answers(t, d.Protocol, "foot-drop=yes"))
		some := decide(t, answers(t, d.Protocol, "leg-pain=yes", "foot-numbness=yes", "night-pain=unsure", "spine-surgery=yes"))
		readable(d.Document(one, longest()), 10.5)
		readable(d.Document(some, longest()), 10)
		for _, unsure := range []bool{false, true} {
			o := decide(t, worst(t, d.Protocol, unsure))
			readable(d.Document(o, longest()), 8.5) // every sign at once
			nobody := d
			readable(nobody.Document(o, questions.Person{}), 8.5) // with lines to write on
			two := d                                              // a note for a professional who reads another language than the person
			two.NoteWords = all[(k+1)%len(all)].Words
			readable(two.Document(o, longest()), 8.5)
			d := d
			d.Clinic = clinic()
			readable(d.Document(o, longest()), 8.5)
		}
	}
}
