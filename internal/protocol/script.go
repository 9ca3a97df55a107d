package protocol

import (
	"fmt"
	"slices"
	"unicode"

	"golang.org/x/text/language"
)

// script is a writing system, by its ISO 15924 code and its Unicode name.
type script struct{ code, name string }

// rightToLeft are the scripts that run from right to left.
var rightToLeft = []script{{"Arab", "Arabic"}, {"Hebr", "Hebrew"}, {"Syrc", "Syriac"}, {"Thaa", "Thaana"}, {"Nkoo", "Nko"}, {"Adlm", "Adlam"}}

// plain are the scripts set letter by letter from left to right, which is all the typesetter can do.
// Zzzz stands for a language whose script is unknown.
var plain = []string{"Latn", "Grek", "Cyrl", "Zzzz"}

// Unprintable says why a text cannot be printed correctly; empty when it can.
func Unprintable(s string) string {
	for _, r := range s {
		if !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common, unicode.Inherited) {
			return fmt.Sprintf("%q: %s", r, refusal(nameOf(r)))
		}
	}
	return ""
}

// UnprintableLanguage says why a language cannot be printed correctly; empty when it can.
func UnprintableLanguage(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	s, _ := tag.Script()
	if slices.Contains(plain, s.String()) {
		return ""
	}
	for _, r := range rightToLeft {
		if r.code == s.String() {
			return refusal(r.name)
		}
	}
	return refusal(s.String())
}

func refusal(name string) string {
	if slices.ContainsFunc(rightToLeft, func(s script) bool { return s.name == name }) {
		return "the " + name + " script runs from right to left; this tool sets letters from left to right, one by one, and would print it wrong"
	}
	return "the " + name + " script needs letters that join, stack or change places, or a font this tool does not have; it would print it wrong"
}

func nameOf(r rune) string {
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return name
		}
	}
	return "unknown"
}
