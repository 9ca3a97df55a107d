package font

import (
	"encoding/binary"
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
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

func TestSubsetsHaveTheSameOutlinesAndWidths(t *testing.T) {
	fs, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		whole, err := sfnt.Parse(f.TTF)
		if err != nil {
			t.Fatal(err)
		}
		runes := NewBase(nil).Runes(rare)
		cut, err := f.Subset(runes)
		if err != nil {
			t.Fatal(err)
		}
		if len(cut.TTF) > len(f.TTF)/2 {
			t.Errorf("%s: %d bytes of %d", f.Name, len(cut.TTF), len(f.TTF))
		}
		after, err := sfnt.Parse(legible(t, f, cut.TTF))
		if err != nil {
			t.Fatal(err)
		}
		var a, b sfnt.Buffer
		size := fixed.I(2048)
		for _, r := range runes {
			old, err := whole.GlyphIndex(&a, r)
			if err != nil {
				t.Fatal(err)
			}
			now := sfnt.GlyphIndex(binary.BigEndian.Uint16(cut.Glyphs[2*r:]))
			want, err1 := whole.LoadGlyph(&a, old, size, nil)
			got, err2 := after.LoadGlyph(&b, now, size, nil)
			if err1 != nil || err2 != nil || !slices.Equal(want, got) {
				t.Fatalf("%s: %U changes: %d and %d segments, %v, %v", f.Name, r, len(want), len(got), err1, err2)
			}
			wide, err1 := whole.GlyphAdvance(&a, old, size, font.HintingNone)
			got2, err2 := after.GlyphAdvance(&b, now, size, font.HintingNone)
			if thousandths := int16((wide.Round()*1000 + 1024) / 2048); thousandths != f.Advance(r) {
				t.Errorf("%s: %U is taken for %d wide, not %d", f.Name, r, f.Advance(r), thousandths)
			}
			if err1 != nil || err2 != nil || wide != got2 {
				t.Errorf("%s: %U is %v wide, not %v, %v, %v", f.Name, r, got2, wide, err1, err2)
			}
		}
	}
}

// legible is a subset with the tables that the library wants to see.
func legible(t *testing.T, f *Face, ttf []byte) []byte {
	t.Helper()
	tables, err := tablesOf(ttf)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"cmap", "name", "OS/2"} {
		tables[name] = f.tables[name]
	}
	tables["post"] = append([]byte{0, 3, 0, 0}, make([]byte, 28)...) // without names of glyphs
	return joinTables(ttf[:4], tables)
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
