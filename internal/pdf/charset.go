package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
)

// Letters are embedded in blocks of 64: the letters of Western Europe, half of Latin Extended-A,
// half of Greek, and so on. Which blocks a file has is decided by its own text, so a file never depends on what else
// was printed, and a name never shows which of its letters were new.
const (
	blockSize  = 64
	blockCount = 0x10000 / blockSize
)

// charset is a set of blocks, on top of the base letters of the press.
type charset [blockCount / 64]uint64

func (c *charset) add(r rune) {
	if r >= 0 && r <= 0xffff {
		b := r / blockSize
		c[b/64] |= 1 << (b % 64)
	}
}

func (c *charset) join(d charset) {
	for i, bits := range d {
		c[i] |= bits
	}
}

// runes are the base letters and those of all blocks that both faces have, in order.
func (c charset) runes(base []rune, fs *faces) []rune {
	var in [0x10000]bool
	for _, r := range base {
		if r >= 0 && r <= 0xffff {
			in[r] = true
		}
	}
	for r := rune(' '); r < 0x7f; r++ {
		in[r] = true
	}
	for i, word := range c {
		for ; word != 0; word &= word - 1 {
			first := (i*64 + bits.TrailingZeros64(word)) * blockSize
			for k := range blockSize {
				in[first+k] = true
			}
		}
	}
	var out []rune
	for r := range rune(0x10000) {
		if in[r] && fs[0].advance(r) >= 0 && fs[1].advance(r) >= 0 {
			out = append(out, r)
		}
	}
	return out
}

// subsetTag is the six capitals that name a cut of a font, from the letters that are in it.
func subsetTag(name string, runes []rune) string {
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
