package font

import (
	"crypto/sha256"
	"encoding/binary"
)

// Groups are the named groups of letters that a file embeds beside the base letters: those of the
// language's words and ASCII. Which ones is decided by what the file itself says, so a file never
// depends on what else was printed, and a name shows no more than its script. There are at most 16
// different ones.
type Groups uint8

const (
	Western    Groups = 1 << iota // the rest of Latin-1, and the marks that go with it
	Extended                      // Latin Extended-A, and Romanian; with Western
	Vietnamese                    // with Extended
	Greek
	Cyrillic
	rare Groups = 1<<iota - 1 // all of them, and whatever else the fonts have
)

// Join is the groups of both, and what they bring along.
func (g Groups) Join(h Groups) Groups {
	g |= h
	if g&Vietnamese != 0 {
		g |= Extended
	}
	if g&Extended != 0 {
		g |= Western
	}
	return g
}

func groupOf(r rune) Groups {
	switch {
	case r <= 0xff || r >= 0x2010 && r <= 0x203a || r == 0x20ac || r == 0x2122:
		return Western
	case r <= 0x17f || r >= 0x218 && r <= 0x21b:
		return Extended
	case r == 0x1a0 || r == 0x1a1 || r == 0x1af || r == 0x1b0 || r >= 0x1ea0 && r <= 0x1ef9:
		return Vietnamese
	case r >= 0x370 && r <= 0x3ff || r >= 0x1f00 && r <= 0x1fff:
		return Greek
	case r >= 0x400 && r <= 0x4ff:
		return Cyrillic
	}
	return rare
}

// Base are the letters, beyond ASCII, that every file has: those of the language's words.
type Base map[rune]bool

// NewBase is the base of a language whose words have the given letters.
func NewBase(runes []rune) Base {
	b := Base{'\u00a0': true, '·': true, '•': true} // set between words
	for _, r := range runes {
		if r > '~' {
			b[r] = true
		}
	}
	return b
}

// Of is the groups that a text needs beside the base.
func (b Base) Of(s string) (g Groups) {
	if plain(s) {
		return 0
	}
	for _, r := range Composed(s) {
		if r > '~' && !b[r] {
			g = g.Join(groupOf(r))
		}
	}
	return g
}

// Runes are the letters of the base and of groups that the fonts have, in order.
func (b Base) Runes(g Groups) (out []rune) {
	for _, s := range coverage {
		for r := s.from; r <= s.to; r++ {
			if of := groupOf(r); r <= '~' || b[r] || g&of == of {
				out = append(out, r)
			}
		}
	}
	return out
}

// SubsetTag is the six capitals that name a subset of a font, from the letters that are in it.
func SubsetTag(name string, runes []rune) string {
	h := sha256.New()
	h.Write([]byte(name))
	for _, r := range runes {
		var b [4]byte
		binary.BigEndian.PutUint32(b[:], uint32(r))
		h.Write(b[:])
	}
	tag := h.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag)
}
