package pdf

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"backcare/internal/handout"
	"backcare/internal/pdf/pdftest"
)

var reRange = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>\n`)

// told is what a file says its codes mean in Unicode; the same for both fonts.
func told(t *testing.T, file []byte) map[rune]rune {
	t.Helper()
	out := map[rune]rune{}
	for _, m := range reRange.FindAllSubmatch(file, -1) {
		var v [3]int64
		for i := range v {
			v[i], _ = strconv.ParseInt(string(m[i+1]), 16, 32)
		}
		if v[0]>>8 != v[1]>>8 {
			t.Errorf("a range crosses from %04X to %04X", v[0], v[1])
		}
		for c := v[0]; c <= v[1]; c++ {
			out[rune(c)] = rune(v[2] + c - v[0])
		}
	}
	return out
}

func TestLettersThatStandForThemselvesAreComposed(t *testing.T) {
	for r := range rune(0x10000) {
		if s := string(r); single(s) && (!norm.NFC.IsNormalString(s) || norm.NFC.String("a"+s) != "a"+s) {
			t.Errorf("%U is taken for composed", r)
		}
	}
	if single("\xff") || single("e\u0301") {
		t.Error("broken bytes or an accent are taken for composed")
	}
}

func TestEveryLetterPrintedIsEmbedded(t *testing.T) {
	p := press(t)
	plate, err := p.Plate(sheet(t, 3), Paper{Size: "a4"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Ana", "Ελένη", "Łukasz Иван", "Nguyễn Thị Đặng"} {
		file, err := plate.Print(handout.Text{{Text: "For "}, {Text: name, Bold: true}})
		if err != nil {
			t.Fatal(err)
		}
		unicode := told(t, file)
		lines, err := pdftest.Lines(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			for _, r := range l.Text {
				if unicode[r] != r {
					t.Errorf("%s: %q of %q is not in the fonts", name, r, l.Text)
				}
			}
		}
	}
}

func TestThePersonStandsFlushRight(t *testing.T) {
	p := press(t)
	doc := sheet(t, 3)
	file, err := p.Render(doc, Paper{Size: "a4"})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := pdftest.Lines(file)
	if err != nil {
		t.Fatal(err)
	}
	for page := 1; page <= 2; page++ {
		right, n := 0.0, 0
		for _, l := range lines {
			if l.Page != page || l.Text != "For " && l.Text != "Ana García" && l.Text != " · Ref A-102 · 23 Nov 2026" {
				continue
			}
			if n > 0 && math.Abs(l.X-right) > 0.02 {
				t.Errorf("page %d: %q starts at %.2f, not where the last ended, at %.2f", page, l.Text, l.X, right)
			}
			right = l.X + p.faces.weight(l.Bold).width(l.Text, l.Size)
			n++
		}
		if n != 3 || math.Abs(right-(595.28-sideMargin)) > 0.1 {
			t.Errorf("page %d: %d parts, ending at %.2f", page, n, right)
		}
	}
}

func TestFontsWithoutHintsHaveTheSameOutlines(t *testing.T) {
	fs, err := newFaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		bare, err := unhinted(f.ttf)
		if err != nil {
			t.Fatal(err)
		}
		if len(bare) > len(f.ttf)*3/4 {
			t.Errorf("%s: %d bytes of %d", f.name, len(bare), len(f.ttf))
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
				t.Fatalf("%s: glyph %d: %d and %d segments, %v, %v", f.name, i, len(want), len(got), err1, err2)
			}
			for k := range want {
				if want[k] != got[k] {
					t.Fatalf("%s: glyph %d changes", f.name, i)
				}
			}
		}
	}
}

func TestFontNamesTellTheCut(t *testing.T) {
	p := press(t)
	doc := sheet(t, 1)
	tags := map[string]bool{}
	for _, name := range []string{"Ana", "Ελένη"} {
		doc.Head.Person = text1(name)
		file, err := p.Render(doc, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(err)
		}
		if file, err = pdftest.Plain(file); err != nil {
			t.Fatal(err)
		}
		m := regexp.MustCompile(`/BaseFont /([A-Z]{6})\+LiberationSans `).FindSubmatch(file)
		if m == nil || bytes.Contains(file, []byte("utf8sans")) {
			t.Fatal("no tag")
		}
		tags[string(m[1])] = true
	}
	if len(tags) != 2 {
		t.Error("two sets of letters have one tag")
	}
}
