package protocol

import (
	"slices"
	"strings"
	"testing"

	"backcare/content"
)

// A row of the table that no English text needs would let a mistake through.
func TestEveryPlaceholderOfTheTableIsUsed(t *testing.T) {
	p, err := Load(content.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]string{} // by pattern
	for path, s := range p.Words("en").Texts() {
		for pattern := range placeholders {
			if Matches(pattern, path) {
				used[pattern] += strings.Join(Placeholders(s), " ") + " "
			}
		}
	}
	either := []string{"emergency", "urgent"} // which is used depends on the urgency
	for pattern, names := range placeholders {
		for _, name := range strings.Fields(names) {
			if !strings.Contains(used[pattern], "{"+name+"}") && !(slices.Contains(either, name) && strings.Contains(used[pattern], "{") || strings.HasSuffix(pattern, ".request")) {
				t.Errorf("no text at %s has {%s}", pattern, name)
			}
		}
	}
}
