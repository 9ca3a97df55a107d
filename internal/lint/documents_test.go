package lint

import (
	"slices"
	"strings"
	"testing"

	"backcare/content"
	"backcare/internal/protocol"
)

// unmeasured are the texts that are for the professional or the staff, or are labels and small print.
var unmeasured = strings.Fields(`rules.*.possible rules.*.request urgencies.*.needs urgencies.*.request questions.*.short questions.*.note
	note.* note.*.* spool.* doses.* figures.* sections.*.title sheet.version sheet.draft sheet.reviewed sheet.unreviewed-translation
	sheet.own-dose warning.emergency warning.urgent form.together form.answered form.born card.cut card.fold explain.*`)

// Whoever writes a new text decides whether the person it is for must find it easy.
func TestEveryTextIsMeasuredOrLeftOutOnPurpose(t *testing.T) {
	p, err := protocol.Load(content.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, m := range measured {
		for _, pattern := range strings.Fields(m.patterns) {
			patterns = append(patterns, after(pattern))
		}
	}
	for path, s := range p.Words("en").Texts() {
		if len(wordsOf(s)) >= labelled && !slices.ContainsFunc(append(patterns, unmeasured...), func(pattern string) bool { return protocol.Matches(pattern, path) }) {
			t.Errorf("%s is neither measured nor left out: %q", path, s)
		}
	}
	for _, pattern := range patterns {
		found := false
		for path := range p.Words("en").Texts() {
			found = found || protocol.Matches(pattern, path)
		}
		if !found {
			t.Errorf("no text is at %s", pattern)
		}
	}
}
