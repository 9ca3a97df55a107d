package font

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Subset is a face cut to some letters.
type Subset struct {
	TTF    []byte // outlines and widths of its glyphs, numbered anew; no hints, names and maps of letters
	Glyphs []byte // the glyph of each letter from U+0000 on, two bytes each, as a CIDToGIDMap holds them
}

// Subset cuts the face to letters that it has, in ascending order. Hints only help to draw letters on coarse
// screens; without them, files are a third smaller and print the same.
func (f *Face) Subset(runes []rune) (Subset, error) {
	c := cutter{face: f.tables, numbers: map[uint16]uint16{}}
	c.number(0) // what a font draws for letters it lacks, which it must have
	s := Subset{Glyphs: make([]byte, 2*(int(runes[len(runes)-1])+1))}
	for _, r := range runes {
		g := glyph(f.letters, r)
		if g == 0 {
			return s, fmt.Errorf("font %s: no glyph for %U", f.Name, r)
		}
		binary.BigEndian.PutUint16(s.Glyphs[2*r:], c.number(g))
	}
	s.TTF = c.cut(f.TTF[:4])
	return s, nil
}

// Box is the box around all glyphs of the face, in thousandths of the size: left, bottom, right, top.
func (f *Face) Box() (box [4]int) {
	for i := range box {
		box[i] = int(int16(binary.BigEndian.Uint16(f.tables["head"][36+2*i:]))) * 1000 / f.tables.unit()
	}
	return box
}

// cutter numbers glyphs anew.
type cutter struct {
	face    tables            // of the whole face
	glyphs  []uint16          // their old numbers, in the order of the new ones
	numbers map[uint16]uint16 // their new numbers, by the old ones
}

// number is the new number of a glyph.
func (c *cutter) number(old uint16) uint16 {
	n, ok := c.numbers[old]
	if !ok {
		n = uint16(len(c.glyphs))
		c.numbers[old], c.glyphs = n, append(c.glyphs, old)
	}
	return n
}

// cut writes the glyphs that were numbered, and those they are put together from.
func (c *cutter) cut(version []byte) []byte {
	var outlines, widths []byte
	at := []int{0}                       // where each outline begins
	for i := 0; i < len(c.glyphs); i++ { // glyphs that are put together number more of them
		outlines = append(outlines, c.bare(c.face.outline(int(c.glyphs[i])))...)
		if len(outlines)%2 != 0 {
			outlines = append(outlines, 0)
		}
		at, widths = append(at, len(outlines)), append(widths, c.face.width(int(c.glyphs[i]))...)
	}
	head, maxp, hhea := slices.Clone(c.face["head"]), slices.Clone(c.face["maxp"]), slices.Clone(c.face["hhea"])
	long := uint16(0) // places are numbers of four bytes, or half their value in two
	if len(outlines) > 2*0xffff {
		long = 1
	}
	var places []byte
	for _, n := range at {
		if long == 1 {
			places = binary.BigEndian.AppendUint32(places, uint32(n))
		} else {
			places = binary.BigEndian.AppendUint16(places, uint16(n/2))
		}
	}
	binary.BigEndian.PutUint16(head[50:], long)
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(c.glyphs)))
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(c.glyphs)))
	return joinTables(version, tables{"head": head, "maxp": maxp, "hhea": hhea, "hmtx": widths, "loca": places, "glyf": outlines})
}

// bare is a glyph without its program, with new numbers for the glyphs it is put together from.
func (c *cutter) bare(g []byte) []byte {
	if len(g) < 10 {
		return g
	}
	contours := int(int16(binary.BigEndian.Uint16(g)))
	if contours >= 0 {
		end := 10 + 2*contours
		program := int(binary.BigEndian.Uint16(g[end:]))
		return slices.Concat(g[:end], []byte{0, 0}, g[end+2+program:])
	}
	const (
		wordArgs  = 1 << 0
		scale     = 1 << 3
		more      = 1 << 5
		xyScale   = 1 << 6
		matrix    = 1 << 7
		programed = 1 << 8
	)
	out := slices.Clone(g)
	p := 10
	for {
		flags := binary.BigEndian.Uint16(out[p:])
		binary.BigEndian.PutUint16(out[p:], flags&^programed)
		binary.BigEndian.PutUint16(out[p+2:], c.number(binary.BigEndian.Uint16(out[p+2:])))
		p += 6
		if flags&wordArgs != 0 {
			p += 2
		}
		switch {
		case flags&scale != 0:
			p += 2
		case flags&xyScale != 0:
			p += 4
		case flags&matrix != 0:
			p += 8
		}
		if flags&more == 0 {
			return out[:p]
		}
	}
}
