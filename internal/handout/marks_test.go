package handout_test

import (
	"time"

	"regexp"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// TestFrenchPutsASpaceBeforeItsMarks holds every paper against what Go joins to the words.
func TestFrenchPutsASpaceBeforeItsMarks(t *testing.T) {
	bare := regexp.MustCompile(`[^\s:;\x{a0}][:;](\s|$)`)
	if !bare.MatchString("Nom: A") || bare.MatchString("Nom\u00a0: A") {
		t.Fatal("the test cannot tell")
	}
	for _, d := range authors(t) {
		if d.Words.Lang != "fr" {
			continue
		}
		docs := []handout.Document{d.Evidence(), d.Index(), d.Form(), d.Cover(handout.Tally{Ring: []handout.Call{{Row: 2, Rules: []string{"cauda-equina", "major-trauma"}}}})}
		for _, but := range [][2]string{{"fever", "yes"}, {"bladder-change", "unsure"}, {"improving", "no"}} {
			a, err := protocol.NoAnswers(d.Protocol).With(but[0], but[1])
			if err != nil {
				t.Fatal(err)
			}
			if o, err := triage.Decide(a, time.Time{}); err == nil {
				docs = append(docs, d.Document(o, questions.Person{}))
			}
		}
		for _, doc := range docs {
			text := doc.Text(200)
			for _, source := range d.Protocol.Sources {
				text = strings.ReplaceAll(text, source.Citation, "")
			}
			for line := range strings.Lines(text) {
				if s := bare.FindString(line); s != "" {
					t.Errorf("%s: %q in %q", doc.Title, s, line)
				}
			}
		}
	}
}
