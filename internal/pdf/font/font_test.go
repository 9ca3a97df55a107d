package font

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

func TestLettersThatStandForThemselvesAreComposed(t *testing.T) {
	for r := range rune(0x10000) {
		if s := string(r); single(s) && (!norm.NFC.IsNormalString(s) || norm.NFC.String("a"+s) != "a"+s) {
			t.Errorf("%U is taken for composed", r)
		}
	}
	if single("\xff") || single("e\u0301") {
		t.Error("broken bytes or an draw.Accent are taken for composed")
	}
}

func TestFontsWithoutHintsHaveTheSameOutlines(t *testing.T) {
	fs, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		bare, err := Unhinted(f.TTF)
		if err != nil {
			t.Fatal(err)
		}
		if len(bare) > len(f.TTF)*3/4 {
			t.Errorf("%s: %d bytes of %d", f.Name, len(bare), len(f.TTF))
		}
		after, err := sfnt.Parse(bare)
		if err != nil {
			t.Fatal(err)
		}
		var a, b sfnt.Buffer
		size := fixed.I(2048)
		for i := range f.font.NumGlyphs() {
			want, err1 := f.font.LoadGlyph(&a, sfnt.GlyphIndex(i), size, nil)
			got, err2 := after.LoadGlyph(&b, sfnt.GlyphIndex(i), size, nil)
			if err1 != nil || err2 != nil || len(want) != len(got) {
				t.Fatalf("%s: glyph %d: %d and %d segments, %v, %v", f.Name, i, len(want), len(got), err1, err2)
			}
			for k := range want {
				if want[k] != got[k] {
					t.Fatalf("%s: glyph %d changes", f.Name, i)
				}
			}
		}
	}
}

// The table of letters that can be printed is that of the fonts, for the scripts that are set right.
func TestTheCoverageIsThatOfTheFonts(t *testing.T) {
	faces, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for r := range rune(0x11000) {
		want := r != utf8.RuneError && !unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) && faces[0].Advance(r) >= 0 && faces[1].Advance(r) >= 0 &&
			unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common, unicode.Inherited)
		if covered(r) != want {
			t.Errorf("%U: %v, want %v", r, covered(r), want)
		}
	}
}

func TestGroupsAreFewAndHoldEveryLetter(t *testing.T) {
	base := NewBase([]rune("–áЩ"))
	sets := map[Groups]bool{}
	for g := Groups(0); g <= rare; g++ {
		sets[Groups(0).Join(g)] = true
	}
	if len(sets) > 16 {
		t.Errorf("%d sets", len(sets))
	}
	for _, s := range coverage {
		for r := s.from; r <= s.to; r++ {
			in := false
			for _, have := range base.Runes(base.Of(string(r))) {
				in = in || have == r || norm.NFC.String(string(r)) != string(r)
			}
			if !in {
				t.Errorf("%U is not in the letters it asks for", r)
			}
		}
	}
	if base.Of("Anna Щ–á") != 0 || base.Of("Ana García") != Western || base.Of("Łukasz") != Western|Extended || base.Of("Nguyễn") != Western|Extended|Vietnamese || base.Of("Ελένη") != Greek {
		t.Error("names are not of the groups they look like")
	}
}
