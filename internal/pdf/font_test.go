package pdf

import (
	"backcare/internal/pdf/layout"
	"bytes"
	"math"
	"regexp"
	"strconv"
	"testing"

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

func TestEveryLetterPrintedIsEmbedded(t *testing.T) {
	p := press(t)
	doc := sheet(t, 3)
	for _, name := range []string{"Ana", "Ελένη", "Łukasz Иван", "Nguyễn Thị Đặng"} {
		doc.Head.Person = handout.Text{{Text: "For "}, {Text: name, Bold: true}}
		file, err := p.Render(&doc, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(err)
		}
		plain, err := pdftest.Plain(file)
		if err != nil {
			t.Fatal(err)
		}
		unicode := told(t, plain)
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
	file, err := p.Render(&doc, Paper{Size: "a4"})
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
			right = l.X + p.ty.Faces.Weight(l.Bold).Width(l.Text, l.Size)
			n++
		}
		if n != 3 || math.Abs(right-(595.28-layout.SideMargin)) > 0.1 {
			t.Errorf("page %d: %d parts, ending at %.2f", page, n, right)
		}
	}
}

func TestFontNamesTellTheCut(t *testing.T) {
	p := press(t)
	doc := sheet(t, 1)
	tags := map[string]bool{}
	for _, name := range []string{"Ana", "Ελένη"} {
		doc.Head.Person = text1(name)
		file, err := p.Render(&doc, Paper{Size: "a4"})
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
