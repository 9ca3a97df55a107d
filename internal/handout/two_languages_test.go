package handout_test

import (
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// A note in two languages asks for consent, and says what to say, in both: the person must know what
// they sign, and whoever is rung may speak the other one.
func TestANoteInTwoLanguagesAsksAndSaysInBoth(t *testing.T) {
	all := authors(t)
	for i, d := range all {
		other := all[(i+1)%len(all)].Words
		d.NoteWords = other
		for _, c := range []protocol.Case{{"foot-drop": "yes"}, {"saddle-numbness": "yes"}} {
			doc := d.Document(decided(t, d.Protocol, c), questions.Person{})
			for name, text := range map[string]string{"in full": doc.Text(10000), "in brief": inBrief(doc)} {
				for _, want := range []string{d.Words.Note.Consent, other.Note.Consent, d.Words.Warning.Say, other.Warning.Say} {
					if want = strings.ReplaceAll(want, "**", ""); !strings.Contains(text, want) {
						t.Errorf("%s for %s, %v, %s: no %q", d.Words.Lang, other.Lang, c, name, want)
					}
				}
			}
		}
	}
}

// inBrief is the text of a note where all of it is too much for its page.
func inBrief(doc handout.Document) string {
	doc.Blocks = doc.Brief()
	return doc.Text(10000)
}
