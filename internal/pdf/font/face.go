// Package font knows the two weights of the family that everything is printed in. Its one rule: it
// measures letters, says which can be printed and cuts them out, and draws none.
package font

import (
	"encoding/binary"
	"fmt"
	"sync/atomic"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
)

// Heights of the family above and below the baseline, in parts of its size.
const (
	Ascent    = 0.905
	Descent   = 0.212
	CapHeight = 0.729
)

// blockSize is how many letters are measured at once.
const (
	blockSize  = 64
	blockCount = 0x10000 / blockSize
)

// Face is one weight of the family, measured. It may be used by many goroutines at once.
type Face struct {
	Name    string // PostScript name
	Bold    bool
	TTF     []byte // as it is shipped
	tables  tables // of that
	letters []byte // its map of letters to glyphs
	blocks  [blockCount]atomic.Pointer[[blockSize]int16]
}

// Faces are the two weights, regular and bold.
type Faces [2]*Face

// Load parses both faces.
func Load() (*Faces, error) {
	var fs Faces
	for i, f := range []struct {
		name string
		ttf  []byte
	}{{"LiberationSans", liberationsansregular.TTF}, {"LiberationSans-Bold", liberationsansbold.TTF}} {
		tables, err := tablesOf(f.ttf)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", f.name, err)
		}
		fs[i] = &Face{Name: f.name, Bold: i == 1, TTF: f.ttf, tables: tables, letters: tables.letters()}
		if fs[i].letters == nil {
			return nil, fmt.Errorf("font %s: no map of letters", f.name)
		}
	}
	return &fs, nil
}

// Weight is the bold face or the regular one.
func (fs *Faces) Weight(bold bool) *Face {
	if bold {
		return fs[1]
	}
	return fs[0]
}

// Advance is the width of a letter in thousandths of the size, as a reader of the PDF reckons it,
// or -1 for a letter the face lacks.
func (f *Face) Advance(r rune) int16 {
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

func (f *Face) measure(block rune) *[blockSize]int16 {
	var out [blockSize]int16
	unit := f.tables.unit()
	for i := range out {
		out[i] = -1
		if g := glyph(f.letters, block*blockSize+rune(i)); g != 0 {
			wide := int(binary.BigEndian.Uint16(f.tables.width(int(g))))
			out[i] = int16((wide*1000 + unit/2) / unit)
		}
	}
	if block == 0x7f/blockSize {
		out[0x7f%blockSize] = -1
	}
	return &out
}

// Width is the width of a text in points at a size in points.
func (f *Face) Width(s string, size float64) float64 {
	n := 0
	for _, r := range Composed(s) {
		if a := f.Advance(r); a > 0 {
			n += int(a)
		}
	}
	return float64(n) * size / 1000
}
