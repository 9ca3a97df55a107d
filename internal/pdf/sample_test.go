package pdf

import (
	"fmt"
	"strings"
	"testing"

	"backcare/internal/figure"
	"backcare/internal/handout"
)

// The samples hold more of everything than a real paper, in words that mean nothing, so that what
// they prove does not hang on any content.

const pose = `figures:
- id: stand
  size: [136, 110]
  draw:
  - ground: {x: [20, 116], y: 92}
  - body:
      hip: [68, 50]
      torso: 90
      far-leg: {angles: [-80, -95, 0]}
      near-leg: {angles: [-100, -95, 0]}
      near-arm: {angles: [-60, -40, -40]}
  - arrow: {path: [[90, 20], [120, 20]]}
`

func stand(t testing.TB) figure.Figure {
	t.Helper()
	set, err := figure.Parse("pose", []byte(pose))
	if err != nil {
		t.Fatal(err)
	}
	return set["stand"]
}

func text1(s string) handout.Text { return handout.Rich(s) }

func texts(n int, s string) (out []handout.Text) {
	for i := range n {
		out = append(out, text1(fmt.Sprintf("%s %d", s, i+1)))
	}
	return out
}

func foot() handout.Text {
	return text1("Printed from a sample on no day at all. Sample 1.0. Nobody has read it, and nobody should act on it.")
}

func head() handout.Head {
	return handout.Head{
		Clinic:  handout.Text{{Text: "The Sample House", Bold: true}, {Text: " · 12 Some Lane, Somewhere"}, {Text: " · 01234 567 890"}},
		Person:  handout.Text{{Text: "For "}, {Text: "Ana García", Bold: true}, {Text: " · Ref A-102 · 23 Nov 2026"}},
		Running: "A sample of a sheet",
	}
}

func sheet(t testing.TB, steps int) handout.Document {
	doc := handout.Document{Kind: handout.SheetKind, Lang: "en", Title: "A sample of a sheet", Head: head(), Foot: foot(), PageOf: "{page} of {pages}", Made: "2026-11-23T10:42:00Z"}
	doc.Blocks = []handout.Block{
		handout.Title{Text: "A sample of a sheet", Lead: "Once a day for 14 days. The goal is a page that reads well."},
		handout.Alert{Title: "Read this box before all others, every time", Items: texts(8, "A thing to look for, number"), After: texts(2, "Then go **there** and say **these words** to whoever opens the door, at once, and do not wait. Line")},
		handout.Panel{Style: handout.Tint, Text: texts(3, "**Stop** when this or that comes up, number")},
		handout.Panel{Style: handout.Dashed, Title: "Never", Items: texts(4, "do this, number")},
	}
	pic := stand(t)
	for i := range steps {
		doc.Blocks = append(doc.Blocks, handout.Step{
			Number: i + 1, Name: "Step with a name", Dose: "20–30 s × 2 each side", Figure: pic, Alt: "A figure that does the step",
			Lines: []handout.Text{text1("Begin like this, with **one** hand here."), text1("Go on slowly and then come back to where you began."), text1("Change sides.")},
			Feel:  text1("**Feel:** an easy pull"), Easier: text1("**Easier:** sit on a chair and do half of it"),
		})
	}
	doc.Blocks = append(doc.Blocks,
		handout.Heading{Level: 2, Text: "Mind these"}, handout.List{Items: texts(12, "A caution in one short line, number"), Compact: true},
		handout.Heading{Level: 2, Text: "Your log"},
		handout.Log{Corner: "Day", Days: 14, Rows: []string{"Before, 0–10", "Steps done", "After 10 min", "Next morning", "Minutes out"}},
	)
	return doc
}

// note is a note with the given numbers of lines.
func note(yes, requests, no int) handout.Document {
	doc := handout.Document{Kind: handout.ReferralKind, Lang: "en", Title: "A sample of a note", Head: head(), Foot: foot(), PageOf: "{page} of {pages}", Made: "2026-11-23T10:42:00+01:00"}
	doc.Head.Person = text1("23 Nov 2026, 10:42 (UTC+01:00)")
	name := strings.TrimSpace(strings.Repeat("Wolfeschlegel ", 4)) + " Elin"
	doc.Blocks = []handout.Block{
		handout.Title{Text: "A sample of a note", Lead: "For whoever reads it"},
		handout.Band{Title: "Do it today", Text: []string{"Go here or there.", "If nobody is there, go elsewhere."}},
		handout.Fields{Items: []handout.Field{{Label: "Name", Value: name, Own: true}, {Label: "Born", Value: "2 Apr 1980"}, {Label: "Reference"}, {Label: "Answered by", Value: "The person (as given, not checked)"}, {Label: "Note", Value: "CE58-9E07"}}},
		handout.Heading{Level: 2, Letter: "S", Text: "Situation"},
		handout.Paragraph{Text: text1("What was said suggests **something that may be so**; needs to be looked at today.")},
		handout.Heading{Level: 2, Letter: "A", Text: "Assessment"},
		handout.Heading{Level: 3, Text: fmt.Sprintf("Yes (%d)", yes)},
		handout.List{Items: texts(yes, "Something was answered in a line of fifty letters"), Compact: true},
		handout.Paragraph{Small: true, Text: text1("**No** " + strings.Repeat("a thing · ", no))},
		handout.Panel{Style: handout.Outline, Text: []handout.Text{text1("**Not done:** this, that and the other.")}},
		handout.Heading{Level: 2, Letter: "R", Text: "Request"},
		handout.List{Items: texts(requests, "Please look at this and at that, with care, and also at the other thing while you are there, number"), Compact: true},
		handout.Heading{Level: 3, Text: "Told"},
		handout.Paragraph{Small: true, Text: text1(strings.Repeat("The person was told some words. ", 9))},
		handout.Lines{Labels: []string{"Signature", "Date", "Given by"}},
		handout.TearLine{Title: "Reply slip", Text: "Please give back · Ref A-102"},
		handout.Ticks{Options: []string{"As it stands", "With changes", "Not yet"}},
		handout.Lines{Labels: []string{"Changes", "Name", "Date"}},
	}
	doc.Brief = func() []handout.Block { return handout.InBrief(doc.Blocks, ": ") }
	return doc
}

func form() handout.Document {
	doc := handout.Document{Kind: handout.FormKind, Lang: "en", Title: "A sample of a form", Head: head(), Foot: foot(), PageOf: "{page} of {pages}", Made: "2026-11-23T10:42:00Z"}
	doc.Head.Person, doc.Head.Blanks = nil, []string{"Name", "Reference"}
	signs := []handout.Sign{{}, {Shape: handout.Solid, Words: "now"}, {Shape: handout.Hollow, Words: "today"}}
	doc.Blocks = []handout.Block{
		handout.Title{Text: "A sample of a form"},
		handout.Legend{Title: "What the signs mean", Items: []handout.Signed{{Sign: signs[1], Text: text1("**A line with this sign:** now")}, {Sign: signs[2], Text: text1("today")}, {Text: text1("And this.")}}},
		handout.Blanks{Lines: []string{"Name", "Date of birth", "Reference", "Date"}, Choice: "By", Options: []string{"One", "Another", "A third"}},
	}
	for i := range 4 {
		q := handout.Questions{Title: fmt.Sprintf("Part %d", i+1), Again: fmt.Sprintf("Part %d, again", i+1), Key: "Keys", Ask: "Is any of these so?", Options: []string{"Yes", "No", "Not sure"}}
		for k := range 11 {
			q.Rows = append(q.Rows, handout.QuestionRow{Number: 12*i + k + 1, Sign: signs[k%3], Text: "Something that may be so, or may not be so, at some length that takes two lines", Key: fmt.Sprintf("thing-%d-%d", i, k)})
		}
		q.Rows = append(q.Rows, handout.QuestionRow{Number: 12*i + 12, Text: "How many?", Key: "count", Options: []handout.Signed{{Text: text1("None at all")}, {Text: text1("One or two")}, {Text: text1("Three to five")}, {Text: text1("Six to ten")}, {Sign: signs[1], Text: text1("More than ten")}}})
		doc.Blocks = append(doc.Blocks, q)
	}
	return doc
}

func card() handout.Document {
	return handout.Document{Kind: handout.CardKind, Lang: "en", Title: "A sample of a card", Head: handout.Head{Clinic: head().Clinic}, Foot: foot(), PageOf: "{page} of {pages}", Made: "2026-11-23T10:42:00Z",
		Blocks: []handout.Block{
			handout.Card{
				Title: "A sample of a card", Cut: "Cut out and fold", Fold: "Fold",
				Front: handout.CardFace{Heavy: true, Title: text1("Look for these"), Items: texts(8, "A thing to look for"), After: text1("Then go there. Write it here:"), Blank: true},
				Back:  handout.CardFace{Lead: texts(2, "A thing to say"), Title: text1("And for these"), Number: "111", Items: texts(7, "A thing to do about it"), Clinic: text1("The Sample House")},
			},
		}}
}

// cover has a table that is long and strong.
func cover() handout.Document {
	return handout.Document{Kind: handout.CoverKind, Lang: "en", Title: "A sample of a cover", Head: handout.Head{Clinic: head().Clinic}, Foot: foot(), PageOf: "{page} of {pages}", Made: "2026-11-23T10:42:00Z",
		Blocks: []handout.Block{
			handout.Title{Text: "A sample of a cover", Lead: "For whoever sorts"},
			handout.Table{Header: []string{"Row", "Reference", "What to do first"}, Rows: []handout.TableRow{{Cells: []string{"000002", "A-102", strings.Repeat("Ring them now. ", 12)}, Strong: true}, {Cells: []string{"000003", "A-103", "Nothing"}}}},
		}}
}

// samples are one of each kind, and the fullest there should ever be.
func samples(t testing.TB) map[string]handout.Document {
	return map[string]handout.Document{"sheet": sheet(t, 8), "full sheet": sheet(t, 9), "note": note(3, 2, 40), "full note": note(45, 20, 3), "form": form(), "card": card(), "cover": cover()}
}

func papers() []Paper {
	return []Paper{{Size: "a4"}, {Size: "letter"}, {Size: "a4", Large: true}, {Size: "letter", Large: true}}
}

func press(t testing.TB) *Renderer {
	t.Helper()
	p, err := NewRenderer([]rune("–×·“”’áéíóúñü"), 16<<20)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
