package overlay_test

import (
	"reflect"
	"strings"
	"testing"

	"backcare/content"
	"backcare/internal/overlay"
	"backcare/internal/protocol"
)

// Whatever stands in a file of a pack: it is taken or refused, nothing breaks, and the warning and
// every embedded rule stay.
func FuzzPack(f *testing.F) {
	names := []string{"screening.yaml", "routine.yaml", "words/en.yaml", "sources.yaml", "myths.yaml", "figures.yaml", "pack.yaml"}
	for i, seed := range []string{
		"rules:\n- {id: fever, urgency: emergency}\n", "steps:\n- {id: check, unless: [fever=yes]}\n", "sheet: {title: Ours}\n",
		"note: a source\n", "- {id: more, sources: [ng59]}\n", "figures: []\n", "pack: {name: A, version: b}\n",
		"a: &a [*a]\n", "sections: [[[[[[", "\xff\xfe", "warning: {<<: {title: x}}\n", "steps: {check: {lines: {ask: *x}}}",
	} {
		f.Add(uint8(i), []byte(seed))
	}
	base, err := protocol.Load(content.Files, "en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, file uint8, data []byte) {
		name, langs := names[int(file)%len(names)], []string{}
		if strings.HasPrefix(name, "words/") {
			langs = append(langs, "en")
		}
		p, err := overlay.Load(content.Files, clinic(map[string]string{name: string(data)}), langs...)
		if err != nil {
			if err.Error() == "" {
				t.Error("refused without a word")
			}
			return
		}
		if len(p.Rules) < len(base.Rules) {
			t.Error("a rule is gone")
		}
		if len(langs) > 0 && !reflect.DeepEqual(p.Words("en").Warning, base.Words("en").Warning) {
			t.Error("the warning changed")
		}
	})
}
