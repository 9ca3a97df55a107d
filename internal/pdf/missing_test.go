package pdf_test

import (
	"testing"

	"backcare/internal/pdf"
)

func TestNamesInAScriptThatIsNotSetRightAreMissing(t *testing.T) {
	for name, missing := range map[string]int{
		"Ana García": 0, "Łukasz Ærøskøbing": 0, "Ελένη": 0, "Тарас Ґедзь": 0, "Nguyễn Đặng": 0, "O’Brien-Smith": 0,
		"שלום": 4, "محمد": 3, "山田": 2, "नमस्ते": 6, "A\u202eB": 1, "x\x00": 1, "🙂": 1,
		"A\u034fB": 1, "a\ufe0f": 1, "\u3164": 1, "\u115f": 1, "a\u0301\u034f": 1, // what should not show at all
		"e\u0301 И\u0306 R\u0323\u0304": 0, "x\u030c": 1, "г\u0300": 1, "\u0301": 1, "q\u0307a\u20dd": 2, // accents that make a letter, and that make none
	} {
		if got := pdf.Missing(name); len(got) != missing {
			t.Errorf("%q: %q cannot be printed, want %d letters", name, got, missing)
		}
	}
}
