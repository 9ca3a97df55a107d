package handout_test

import (
	"strings"
	"testing"

	"backcare/internal/handout"
)

// Whom to ring now stands before who must be seen today, each with row, reference and number; a column for
// numbers is there only when somebody has one.
func TestTheCoverTellsWhomToCallInOrder(t *testing.T) {
	for _, d := range authors(t) {
		w := d.Words.Spool
		text := d.Cover(handout.Tally{GoOn: 41, Rejected: 7,
			Ring:  []handout.Call{{Row: 12, Ref: "R-now", Phone: "01234 5", Rules: []string{"cauda-equina", "fever"}, People: 1}},
			Today: []handout.Call{{Row: 3, Ref: "R-today", Rules: []string{"fever"}, People: 1}}}).Text(200)
		at := -1
		for _, want := range []string{w.RingNow, "R-now", "01234 5", d.Words.Rules["cauda-equina"].Possible, w.Today, "R-today", d.Words.Rules["fever"].Possible, w.People, w.GoOn, "41", w.Rejected} {
			next := strings.Index(text[at+1:], want)
			if next < 0 {
				t.Errorf("%s: no %q in its place\n%s", d.Words.Lang, want, text)
				break
			}
			at += 1 + next
		}
		if n := strings.Count(text, d.Words.Note.Phone); n != 1 {
			t.Errorf("%s: %d columns for numbers", d.Words.Lang, n)
		}
		if text := d.Cover(handout.Tally{}).Text(200); strings.Contains(text, w.Today) || strings.Contains(text, w.GoOn) {
			t.Errorf("%s: a list of nobody", d.Words.Lang)
		}
	}
}
