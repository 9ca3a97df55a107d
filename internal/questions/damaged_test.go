package questions_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"backcare/internal/questions"
)

// realNames are spelt in many ways, and each is right as it stands.
var realNames = []string{
	"Ana García", "Jörg Müller", "KŘÍŽ", "JÍŠA", "LUKÁŠ", "BENÉŠ", "Łukasz Świątek", "Nguyễn Thị Hạnh", "Ελένη Παππά", "Віктор Ґудзь", "Ніна Дії",
	"Zoë d'Arc", "O’Brien", "O´Brien", "Søren Åkesson", "Ñuñez", "ÍÑIGO", "Ærø", "Straße", "ÃO", "João Ávila", "M. Jean-Luc (Jr.) & Co.", "Þór", "Null", "N/A",
	"Sean 1/2", "Ÿves", "À Ŝ", "ÀŠ ÉŽ",
}

func TestDamagedNameIsToldAndARealOneIsNot(t *testing.T) {
	for _, name := range realNames {
		var p questions.Person
		if err := p.Set("name", name); err != nil || p.Name == "" {
			t.Errorf("%q: %v", name, err)
		}
	}
	for name, want := range map[string]string{
		"JÃ¶rg MÃ¼ller":       "looks like UTF-8 read as Windows-1252",
		"Å\u0081ukasz":        "has a character that cannot be printed, U+0081", // 0x81 is nothing there
		"Åšwiatek":            "looks like UTF-8 read",
		"Oâ€™Brien":           "looks like UTF-8 read",
		"Nguyá»…n":            "looks like UTF-8 read",
		"J√∂rg":               "looks like UTF-8 read",
		"J├Ârg":               "looks like UTF-8 read",
		"Siobhan O&#39;Brien": "holds an HTML code, &#39;",
		"M&uuml;ller":         "holds an HTML code, &uuml;",
		"Smith &amp; Son":     "holds an HTML code, &amp;",
		"#N/A":                "a spreadsheet error stands in place of the text",
		"#NAME?":              "a spreadsheet error stands in place of the text",
		"#¿NOMBRE?":           "a spreadsheet error stands in place of the text",
		"#BEZUG!":             "a spreadsheet error stands in place of the text",
		"#NV":                 "a spreadsheet error stands in place of the text",
		"#DIV/0!":             "a spreadsheet error stands in place of the text",
		"#####":               "a spreadsheet error stands in place of the text",
		"Err:502":             "a spreadsheet error stands in place of the text",
		"J?rg M?ller":         "has a ? where a letter may have been lost",
		"?ukasz":              "has a ? where a letter may have been lost",
	} {
		var p questions.Person
		err := p.Set("name", name)
		if err == nil || !strings.HasPrefix(err.Error(), want) || p.Name != "" {
			t.Errorf("%q: %v, want %s", name, err, want)
		}
	}
	for field, right := range map[string]string{"ref": "#1234", "site": "Ward #3 & annex", "note": "Questions? Ask us. 2 < 3"} {
		var p questions.Person
		if err := p.Set(field, right); err != nil {
			t.Errorf("%s %q: %v", field, right, err)
		}
	}
	for field, wrong := range map[string]string{"ref": "#REF!", "site": "CafÃ©", "note": "Ask Dr M?ller"} {
		var p questions.Person
		if err := p.Set(field, wrong); err == nil {
			t.Errorf("%s %q is taken", field, wrong)
		}
	}
}

// What reading bytes one by one makes of every real name is known for what it is.
func TestEveryMisreadNameIsRefused(t *testing.T) {
	for _, page := range []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.Macintosh, charmap.CodePage850} {
		for _, name := range realNames {
			bad, err := page.NewDecoder().String(name)
			if err != nil || bad == name {
				continue
			}
			var p questions.Person
			if p.Set("name", bad) == nil {
				t.Errorf("%s: %q is taken for %q", page, bad, name)
			}
		}
	}
}
