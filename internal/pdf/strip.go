package pdf

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"backcare/internal/handout"
)

// strip is the person's place in the head: the only text of a plate that changes from one person
// to the next. It is flush right, and its last line stands on the rule below the head.
type strip struct {
	right float64    // pt
	width [2]float64 // pt, on the first page, and on the others
	bases [2]float64 // baseline of the last line
	rise  [2]float64 // height of its lines together, pt
	size  float64    // of the letters when the lines hold them, pt
	page  float64    // height of the page, from whose foot PDF counts
}

// set is a person's text broken into lines of a size.
type set struct {
	lines []line
	size  float64 // pt
}

// slotSize is the length of a slot in bytes: three lines of letters of any alphabet.
const slotSize = 2048

// lent is what the room above the strip lends to a text that is longer than any should be.
const lent = 3 * mm

var errStrip = errors.New("the line about the person is too long for the head of the page")

// lines breaks a person's text for the first page and for the others: into one line or as many as
// stand in the head if it can be, in smaller letters if not.
func (p strip) lines(fs *faces, t handout.Text) (both [2]set, err error) {
	if len(t) == 0 {
		return both, nil
	}
	t = style{}.of(t)
	for i := range both {
		if both[i], err = p.fit(fs, t, i); err != nil {
			return both, err
		}
	}
	return both, nil
}

func (p strip) fit(fs *faces, t handout.Text, later int) (set, error) {
	width := p.width[later]
	if width == 0 {
		return set{}, errStrip
	}
	for _, spill := range []float64{0, lent} {
		for k := 1.0; k >= 0.66; k -= 0.04 {
			lines := fs.wrap(t, p.size*k, width)
			if len(lines) == 2 {
				lines = parted(fs, t, p.size*k, width, lines)
			}
			if len(lines) == 1 && k >= 0.76 || len(lines) > 1 && float64(len(lines))*p.size*k*1.15 <= p.rise[later]+spill {
				return set{lines, p.size * k}, nil
			}
		}
	}
	return set{}, errStrip
}

// parted breaks a text in two at the last mark between its parts after which the rest fits on one
// line, leaving the mark out; lines is what it returns if there is none.
func parted(fs *faces, t handout.Text, size, width float64, lines []line) []line {
	const between = " · "
	s := t.String()
	for at := strings.LastIndex(s, between); at > 0; at = strings.LastIndex(s[:at], between) {
		first, rest := fs.wrap(cutText(t, 0, at+1), size, width), fs.wrap(cutText(t, at+len(between), len(s)), size, width)
		if len(rest) > 1 {
			break
		}
		if len(first) == 1 {
			return append(first, rest...)
		}
	}
	return lines
}

// cutText is a part of a text, from byte to byte.
func cutText(t handout.Text, from, to int) (out handout.Text) {
	at := 0
	for _, s := range t {
		if a, b := max(from, at), min(to, at+len(s.Text)); a < b {
			out = append(out, handout.Span{Text: s.Text[a-at : b-at], Bold: s.Bold})
		}
		at += len(s.Text)
	}
	return out
}

// write fills a slot with the operators that print the person's text, between the given marks,
// and pads it with spaces.
func (p strip) write(slot []byte, fs *faces, set set, later int, open string) error {
	b := append(slot[:0:len(slot)], open...)
	lines, size := set.lines, set.size
	st := style{size: size, leading: 1.18}
	for i, l := range lines {
		y := p.page - p.bases[later] + float64(len(lines)-1-i)*st.line()
		for _, r := range l.runs {
			c := grey
			if r.bold {
				c = ink
			}
			b = appendColour(b, c, "rg ")
			face, x, rest := fs.weight(r.bold), p.right-l.w+r.x, r.text
			for before, after, ok := cutBlank(rest); ok; before, after, ok = cutBlank(rest) {
				b = appendRun(b, face, size, x, y, before)
				from, to := x+face.width(before, size), x+face.width(rest[:len(rest)-len(after)], size)
				b = appendLine(b, from, to, y-size*0.12)
				x, rest = to, after
			}
			b = appendRun(b, face, size, x, y, rest)
		}
	}
	b = append(b, "EMC"...)
	if len(b) > len(slot) {
		return errStrip
	}
	for i := len(b); i < len(slot); i++ {
		slot[i] = ' '
	}
	return nil
}

// appendRun writes letters whose baseline starts at x, y.
func appendRun(b []byte, f *face, size, x, y float64, text string) []byte {
	if text == "" {
		return b
	}
	b = append(b, "BT /"...)
	b = append(b, f.resource...)
	b = append(b, ' ')
	b = appendNumber(b, size)
	b = append(b, " Tf "...)
	b = appendNumber(b, x)
	b = append(b, ' ')
	b = appendNumber(b, y)
	b = append(b, " Td <"...)
	for _, c := range text {
		b = hex.AppendEncode(b, []byte{byte(c >> 8), byte(c)})
	}
	return append(b, "> Tj ET\n"...)
}

// appendLine writes a line to write on.
func appendLine(b []byte, from, to, y float64) []byte {
	b = append(appendColour(b, rule, "RG "), "0.7 w "...)
	for _, v := range [...]float64{from, y} {
		b = append(appendNumber(b, v), ' ')
	}
	b = append(b, "m "...)
	for _, v := range [...]float64{to, y} {
		b = append(appendNumber(b, v), ' ')
	}
	return append(b, "l S\n"...)
}

// check finds letters that cannot be printed.
func (p strip) check(fs *faces, set set) error {
	for _, l := range set.lines {
		for _, r := range l.runs {
			if missing := fs.weight(r.bold).lacks(r.text); missing != nil {
				return missingError(missing)
			}
		}
	}
	return nil
}

// MissingError reports letters that the fonts do not have.
type MissingError struct{ Runes []rune }

func missingError(r []rune) error { return &MissingError{slices.Sorted(slices.Values(r))} }

func (e *MissingError) Error() string {
	s := "the fonts cannot print"
	for i, r := range e.Runes {
		if i > 0 {
			s += ","
		}
		s += fmt.Sprintf(" %q (%U)", r, r)
	}
	return s
}

// appendNumber writes a number as PDF does, with two decimals.
func appendNumber(b []byte, v float64) []byte { return strconv.AppendFloat(b, v, 'f', 2, 64) }

func appendColour(b []byte, c colour, op string) []byte {
	r, g, bl := c.rgb()
	for _, v := range [...]int{r, g, bl} {
		b = strconv.AppendFloat(b, float64(v)/255, 'f', 3, 64)
		b = append(b, ' ')
	}
	return append(b, op...)
}

// blankSlot is a slot with nothing in it yet.
func blankSlot() []byte { return bytes.Repeat([]byte{' '}, slotSize) }

// trimSlot is a slot without its padding, for where nothing is overwritten.
func trimSlot(slot []byte) []byte { return bytes.TrimRight(slot, " ") }
