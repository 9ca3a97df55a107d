package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/questions"
)

// ordinary are the notes that most people get: one sign, or one and something unsure.
func ordinary(t *testing.T, d handout.Author, p questions.Person) []handout.Document {
	return []handout.Document{
		d.Document(decide(t, answers(t, d.Protocol, "foot-drop=yes")), p),
		d.Document(decide(t, answers(t, d.Protocol, "weight-loss=yes")), p),
		d.Document(decide(t, answers(t, d.Protocol, "saddle-numbness=unsure")), p),
	}
}

func TestThereIsRoomToWriteOnANote(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		docs := ordinary(t, d, questions.Person{Ref: "A-1024-2026-11"})
		docs = append(docs, d.Document(decide(t, worst(t, d.Protocol, false)), questions.Person{}))
		for i, doc := range docs {
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				var lines []draw.Item
				cut := 0.0
				for _, th := range l.pages[0] {
					switch {
					case th.Kind == draw.Line && th.Dash[0] > 0:
						cut = th.Y
					case th.Kind == draw.Line && th.Stroke == draw.Rule:
						lines = append(lines, th)
					}
				}
				if len(lines) < 7 {
					t.Fatalf("%s: %d lines to write on", name, len(lines))
				}
				if w := lines[0].W / layout.MM; w < 65 {
					t.Errorf("%s: %.0f mm for a name", name, w)
				}
				if w := lines[1].W / layout.MM; w < 30 {
					t.Errorf("%s: %.0f mm for a birth date", name, w)
				}
				if i == len(docs)-1 || cut == 0 { // whoever goes now brings nothing back
					return
				}
				changes, sign := lines[len(lines)-4], lines[len(lines)-3]
				if changes.Y < cut || changes.W < l.frame.Wide*0.7 {
					t.Errorf("%s: %.0f mm for changes", name, changes.W/layout.MM)
				}
				if h := (sign.Y - changes.Y) / layout.MM; h < 7 {
					t.Errorf("%s: %.1f mm to write on the line below the changes", name, h)
				}
			})
		}
	}
}

func TestWhatIsToldToThePersonIsEasyToRead(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		for _, doc := range ordinary(t, d, questions.Person{Name: "Ana García", Ref: "A-102", Born: "1988-04-02", AnsweredBy: "self"}) {
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				found := 0
				for _, th := range l.pages[0] {
					if th.Kind != draw.Text {
						continue
					}
					if strings.TrimSpace(th.Text) == d.Words.Note.For && th.H < 10.5 {
						t.Errorf("%s: whom it is for in %.1f pt", name, th.H)
					}
					for _, s := range d.Words.Warning.Items {
						if strings.Contains(th.Text, s) {
							found++
							if th.H < 10 || th.Fill != draw.Ink {
								t.Errorf("%s: %q in %.1f pt of %06x", name, s, th.H, th.Fill)
							}
						}
					}
				}
				if found == 0 {
					t.Errorf("%s: nothing is told", name)
				}
			})
		}
	}
}

// The urgency in words is as large on a full note as on an ordinary one, and there is room for findings.
func TestTheUrgencyHasOneSizeAndFindingsHaveRoom(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		docs := append(ordinary(t, d, longest()), d.Document(decide(t, worst(t, d.Protocol, false)), longest()), d.Document(decide(t, worst(t, d.Protocol, true)), questions.Person{}))
		for _, doc := range docs {
			title := doc.Blocks[1].(handout.Band).Title
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				size, line := 0.0, 0.0
				for i, th := range l.pages[0] {
					switch {
					case th.Kind != draw.Text:
					case strings.HasPrefix(title, strings.TrimSpace(th.Text)) && th.Fill == draw.White:
						size = max(size, th.H)
					case strings.TrimSpace(th.Text) == d.Words.Note.Findings:
						line = l.pages[0][i+1].W
					}
				}
				if size != 18 {
					t.Errorf("%s: %q in %.1f pt", name, title, size)
				}
				if line < 120*layout.MM {
					t.Errorf("%s: %.0f mm for findings", name, line/layout.MM)
				}
			})
		}
	}
}

func TestALabelAndItsValueStayTogether(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		for _, doc := range ordinary(t, d, longest()) {
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				value := strings.ReplaceAll(d.Words.Questions["pain-level"].Choices["mild"], " ", "\u00a0")
				label := []rune(strings.ReplaceAll(d.Words.Questions["pain-level"].Short, " ", "\u00a0"))
				var labelled, told float64
				for _, th := range l.pages[0] {
					if th.Kind == draw.Text && strings.Contains(th.Text, string(label[1:])) && labelled == 0 {
						labelled = th.Y
					}
					if th.Kind == draw.Text && strings.Contains(th.Text, value) && told == 0 {
						told = th.Y
					}
				}
				if labelled == 0 || labelled != told {
					t.Errorf("%s: the label stands at %.0f, the value at %.0f", name, labelled, told)
				}
			})
		}
	}
}
