package questions_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

func TestCellReadsWhatPeopleWriteInTables(t *testing.T) {
	p := whole(t)
	fever, _ := p.Question("fever")
	age, _ := p.Question("age")
	for s, want := range map[string]string{
		"yes": "yes", "Y": "yes", "TRUE": "yes", "1": "yes", "no": "no", " N\u00a0": "no", "false": "no", "0": "no",
		"unsure": "unsure", "?": "unsure", "\tUNSURE\r": "unsure", "": "", " \u00a0 ": "",
	} {
		if a, err := questions.Cell(fever, s); err != nil || fever.Option(a) != want {
			t.Errorf("%q is %q, %v; want %q", s, fever.Option(a), err, want)
		}
	}
	for _, s := range []string{"maybe", "yes no", "ye\u017f", "01", "-", "nо", "18-49", "true.", "null"} {
		if a, err := questions.Cell(fever, s); err == nil || a != 0 {
			t.Errorf("%q is taken for %q", s, fever.Option(a))
		}
	}
	if a, err := questions.Cell(age, " 70-PLUS"); err != nil || age.Option(a) != "70-plus" {
		t.Errorf("70-plus is %q, %v", age.Option(a), err)
	}
	_, err := questions.Cell(age, "yes")
	if want := `"yes" is not an answer here; use under-16, 16-17, 18-49, 50-69 or 70-plus`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// Only the words of the contract are answers: whatever else somebody writes is refused.
func TestCellTakesNothingElse(t *testing.T) {
	p := whole(t)
	fever, _ := p.Question("fever")
	words := map[string]bool{"": true, "yes": true, "y": true, "true": true, "1": true, "no": true, "n": true, "false": true, "0": true, "unsure": true, "?": true}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if a, err := questions.Cell(fever, s); (err == nil) != words[strings.ToLower(strings.TrimSpace(s))] || err != nil && a != 0 {
			t.Fatalf("%q: %d, %v", s, a, err)
		}
	})
}

func TestNoQuestionCanBeNamedLikeAPersonsField(t *testing.T) {
	for _, field := range append(questions.PersonFields(), "answers") {
		if !protocol.Reserved(field) {
			t.Errorf("a pack can have a question %q", field)
		}
	}
}
