package pdf

import (
	"fmt"
	"slices"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// Heights of the family above and below the baseline, in parts of its size.
const (
	ascent    = 0.905
	descent   = 0.212
	capHeight = 0.729
)

// face is one weight of the family, measured. It may be used by many goroutines at once.
type face struct {
	name     string // PostScript name
	style    string // gofpdf's: "" or "B"
	resource string // its name in content streams, which gofpdf chooses
	ttf      []byte
	font     *sfnt.Font
	blocks   [blockCount]atomic.Pointer[[blockSize]int16]
	broken   broken // of the regular face: paragraphs of both weights
}

// faces are the two weights, regular and bold.
type faces [2]*face

func newFaces() (*faces, error) {
	var fs faces
	for i, f := range []struct {
		name, style string
		ttf         []byte
	}{{"LiberationSans", "", liberationsansregular.TTF}, {"LiberationSans-Bold", "B", liberationsansbold.TTF}} {
		parsed, err := sfnt.Parse(f.ttf)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", f.name, err)
		}
		fs[i] = &face{name: f.name, style: f.style, ttf: f.ttf, font: parsed}
	}
	return &fs, nil
}

func (fs *faces) weight(bold bool) *face {
	if bold {
		return fs[1]
	}
	return fs[0]
}

// advance is the width of a letter in thousandths of the size, as a reader of the PDF reckons it,
// or -1 for a letter the face lacks.
func (f *face) advance(r rune) int16 {
	if r < ' ' || r > 0xffff {
		return -1
	}
	b := f.blocks[r/blockSize].Load()
	if b == nil {
		b = f.measure(r / blockSize)
		f.blocks[r/blockSize].Store(b)
	}
	return b[r%blockSize]
}

func (f *face) measure(block rune) *[blockSize]int16 {
	var out [blockSize]int16
	var buf sfnt.Buffer
	upem := int(f.font.UnitsPerEm())
	for i := range out {
		out[i] = -1
		g, err := f.font.GlyphIndex(&buf, block*blockSize+rune(i))
		if err != nil || g == 0 {
			continue
		}
		a, err := f.font.GlyphAdvance(&buf, g, fixed.I(upem), font.HintingNone)
		if err == nil {
			out[i] = int16((a.Round()*1000 + upem/2) / upem)
		}
	}
	if block == 0x7f/blockSize {
		out[0x7f%blockSize] = -1
	}
	return &out
}

// width is the width of a text in points at a size in points.
func (f *face) width(s string, size float64) float64 {
	n := 0
	for _, r := range s {
		if a := f.advance(r); a > 0 {
			n += int(a)
		}
	}
	return float64(n) * size / 1000
}

// lacks are the letters of s that the face cannot print right, each once. Liberation has Hebrew,
// but letters are set from left to right here, so a script that is not is as good as missing. What
// should not show at all, such as U+034F, shows here.
func (f *face) lacks(s string) (out []rune) {
	seen := map[rune]bool{}
	for _, r := range s {
		known := !unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common, unicode.Inherited)
		if (f.advance(r) < 0 || r == utf8.RuneError || !known) && !seen[r] {
			seen[r] = true
			out = append(out, r)
		}
	}
	return out
}

// Missing lists the letters of s that cannot be printed, each once: those the fonts lack, and
// controls, and scripts it does not set right. It looks at s in composed form (NFC).
func Missing(s string) []rune {
	plain := true
	for _, r := range s {
		plain = plain && (r >= ' ' && r < 0x7f || r >= 0xc0 && r <= 0xff)
	}
	if plain { // the fonts have these; a test holds us to it
		return nil
	}
	fs, err := newFaces()
	if err != nil {
		return []rune(s)
	}
	s = composed(s)
	missing := fs[0].lacks(s)
	for _, r := range fs[1].lacks(s) {
		if !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// composed is s as it is printed: an accent and its letter as one, since the fonts place no
// accents. Broken bytes become U+FFFD, which is never printed.
func composed(s string) string {
	if single(s) || norm.NFC.IsNormalString(s) && utf8.ValidString(s) {
		return s
	}
	return norm.NFC.String(string([]rune(s)))
}

// single says whether all letters of s are of blocks in which each stands for itself: the quick way
// through almost all text.
func single(s string) bool {
	for _, r := range s {
		if r >= 0x300 && !(r >= 0x400 && r < 0x483 || r >= 0x1e00 && r < 0x1f00 || r >= 0x2002 && r < 0x2100) {
			return false // U+FFFD for broken bytes, too
		}
	}
	return true
}
