package protocol_test

import (
	"strings"
	"testing"

	"backcare/content"
	"backcare/internal/protocol"
)

func TestScriptsThatCannotBeSetAreRefusedWithTheReason(t *testing.T) {
	for lang, reason := range map[string]string{
		"ar": "the Arabic script runs from right to left", "he": "the Hebrew script runs from right to left", "ur": "the Arabic script runs from right to left",
		"dv": "the Thaana script runs from right to left", "uz-Arab": "the Arabic script runs from right to left",
		"hi": "the Deva script needs letters that join", "th": "the Thai script needs letters that join", "zh": "the Hans script needs letters that join",
	} {
		if got := protocol.UnprintableLanguage(lang); !strings.HasPrefix(got, reason) {
			t.Errorf("%s: %q", lang, got)
		}
	}
	for _, lang := range append(protocol.Languages(content.Files), "it", "el", "ru", "sr-Latn", "tlh", "not a language") {
		if got := protocol.UnprintableLanguage(lang); got != "" {
			t.Errorf("%s: %q", lang, got)
		}
	}
	for s, reason := range map[string]string{
		"مرحبا": "'م': the Arabic script runs", "नमस्ते": "'न': the Devanagari script needs", "สวัสดี": "'ส': the Thai script needs", "a 背 b": "'背': the Han script needs",
		"Łukasz Ελένη Иван Đặng ½ × → 112": "",
	} {
		if got := protocol.Unprintable(s); !strings.HasPrefix(got, reason) || (reason == "") != (got == "") {
			t.Errorf("%q: %q", s, got)
		}
	}
}
