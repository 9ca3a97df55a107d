package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"backcare/internal/handout"
	"backcare/internal/questions"
)

// aloud is what a screen reader reads from a file, one text after the other, as poppler finds it in the
// structure tree.
func aloud(t *testing.T, file []byte) string {
	t.Helper()
	tool, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("pdfinfo is missing, so nothing can be read aloud; it is in the package poppler-utils")
	}
	at := filepath.Join(t.TempDir(), "note.pdf")
	if err := os.WriteFile(at, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-struct-text", at).Output()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		if s := strings.TrimSpace(line); strings.HasPrefix(s, `"`) {
			b.WriteString(" " + strings.ReplaceAll(strings.Trim(s, `"`), "\u00a0", " "))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// A note with answers of several urgencies reads each list right after what it is a list of.
func TestListsOfANoteAreReadAfterTheirLabels(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		but, least := []string{"foot-drop=yes"}, 4
		if d.Words.Lang == "en" { // in others so much is written in brief, without lists
			but, least = append(but, "weight-loss=yes", "night-pain=unsure"), 7
		}
		doc := d.Document(decide(t, answers(t, d.Protocol, but...)), questions.Person{})
		file, err := p.Render(&doc, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(err)
		}
		said, lists := letters(aloud(t, file)), 0
		for _, b := range doc.Blocks {
			l, ok := b.(handout.List)
			if !ok || l.Lead == "" {
				continue
			}
			lists++
			_, rest, found := strings.Cut(said, letters(l.Lead+l.Items[0].String()))
			if !found {
				t.Errorf("%s: %q is not read before %q, or not in its place", d.Words.Lang, l.Lead, l.Items[0])
				continue
			}
			said = rest
		}
		if lists < least {
			t.Errorf("%s: %d lists", d.Words.Lang, lists)
		}
	}
}

// letters is a text without spaces and marks.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
