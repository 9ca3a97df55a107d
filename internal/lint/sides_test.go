package lint

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"backcare/content"
	"backcare/internal/protocol"
)

// Which words say left and which say right. A word that also means something else (French droit,
// Vietnamese phải, German recht) counts only where it says a side.
var sides = map[string][2]*regexp.Regexp{
	"en": {side(`left`), side(`right`)},
	"es": {side(`izquierd[oa]s?`), side(`derech[oa]s?`)},
	"fr": {side(`gauches?`), side(`droites?|(?:côté|genou|pied|flanc|bras) droits?`)},
	"de": {side(`links|linke[nmrs]?`), side(`rechts|rechte[nmrs]?`)},
	"pl": {side(`lew(?:y|a|ą|e|ej|ego|ym|ych|o)|lewo`), side(`praw(?:y|a|ą|e|ej|ego|ym|ych|o)`)},
	"uk": {side(`лів(?:ий|а|у|е|ої|ого|ому|ою|им|ій|і|их)|ліворуч|вліво|наліво|зліва`), side(`прав(?:ий|а|у|е|ої|ого|ому|ою|им|ій|і|их)|праворуч|вправо|направо|справа`)},
	"vi": {side(`trái`), side(`(?:bên|sang|phía|tay|chân) \**phải|trái và phải|trái hay phải|rồi (?:sang )?phải`)},
}

func side(words string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:` + words + `)(?:[^\p{L}]|$)`)
}

// order is the left and right of a text, as they come: "LR".
func order(lang, s string) string {
	s = strings.NewReplacer("**", "", "left out", "", "That is right", "").Replace(s)
	type hit struct {
		at   int
		side string
	}
	var hits []hit
	for i, name := range []string{"L", "R"} {
		for from := 0; ; {
			m := sides[lang][i].FindStringIndex(s[from:])
			if m == nil {
				break
			}
			hits = append(hits, hit{from + m[0], name})
			from += m[1] - 1
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return a.at - b.at })
	out := ""
	for _, h := range hits {
		out += h.side
	}
	return out
}

// A line that says left in one language says left in all: hands that go left stretch the right side.
func TestLeftAndRightAreTheSameInEveryLanguage(t *testing.T) {
	langs := protocol.Languages(content.Files)
	p, err := protocol.Load(content.Files, langs...)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]map[string]string{}
	for _, lang := range langs {
		texts[lang] = maps.Collect(p.Words(lang).Texts())
	}
	found := 0
	for path, english := range p.Words(protocol.Original).Texts() {
		if !slices.ContainsFunc([]string{"steps.", "figures.", "sections.range.", "questions.twist-sharp.", "myths.reach-sides."}, func(s string) bool { return strings.HasPrefix(path, s) }) {
			continue
		}
		want := order(protocol.Original, english)
		found += len(want)
		for _, lang := range langs {
			if _, ok := sides[lang]; !ok {
				t.Fatalf("no words for left and right in %s", lang)
			}
			if got := order(lang, texts[lang][path]); got != want {
				t.Errorf("%s %s: %q says %q; the English %q says %q", lang, path, texts[lang][path], got, english, want)
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d sides in the English; the test looks in the wrong place", found)
	}
}

// Which way the English goes: hands to one side, and the stretch is felt on the other. The test above
// holds the other languages to it.
func TestHandsThatGoLeftStretchTheRightSide(t *testing.T) {
	p, err := protocol.Load(content.Files, protocol.Original)
	if err != nil {
		t.Fatal(err)
	}
	english := maps.Collect(p.Words(protocol.Original).Texts())
	const step = "steps.childs-pose-reach.lines."
	for path, want := range map[string]string{
		step + "walk-left": "LR", step + "walk-right": "RL", step + "slide-left": "LR", step + "slide-right": "RL",
		"figures.childs-pose-reach": "LRRL", "myths.reach-sides.article": "LR", "steps.range-check.lines.turn": "LR",
	} {
		if got := order(protocol.Original, english[path]); got != want {
			t.Errorf("%s: %q says %q; want %q", path, english[path], got, want)
		}
	}
}

func TestSidesAreFoundInEveryLanguage(t *testing.T) {
	for lang, s := range map[string]string{
		"en": "Slide to the **right**, feel it on your left.",
		"es": "Hacia la **derecha**; lado izquierdo.",
		"fr": "Vers la **droite**, dos droit ; côté gauche.",
		"de": "Nach **rechts**, aufrecht; auf der linken Seite.",
		"pl": "W **prawo**, poprawnie; po lewej stronie.",
		"uk": "**Праворуч**, правильно; лівий бік.",
		"vi": "Sang **phải**, phải chậm; bên trái.",
	} {
		if got := order(lang, s); got != "RL" {
			t.Errorf("%s: %q says %q", lang, s, got)
		}
	}
}
