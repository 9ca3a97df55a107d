package layout

import (
	"encoding/hex"
	"errors"
	"strconv"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// Strip is the person's place in the head: flush right, and its last line stands on the rule below
// the head. It is set anew for every person, so that a thousand people with one routine share the rest.
type Strip struct {
	Node  *tag.Node  // nil if nobody stands in the head
	right float64    // pt
	width [2]float64 // pt, on the first page, and on the others
	bases [2]float64 // baseline of the last line
	rise  [2]float64 // height of its lines together, pt
	size  float64    // of the letters when the lines hold them, pt
	page  float64    // height of the page, from whose foot PDF counts
}

// Person is a person's text broken into lines of a size, for the first page and for the others.
type Person [2]struct {
	Lines []text.Line
	Size  float64 // pt
}

// lent is what the room above the strip lends to a text that is longer than any should be.
const lent = 3 * MM

// ErrPerson is the error for a person's line that is too long.
var ErrPerson = errors.New("the line about the person is too long for the head of the page")

// Person breaks a person's text for the first page and for the others: into one line or as many as
// stand in the head if it can be, in smaller letters if not.
func (f *Frame) Person(t handout.Text) (both Person, err error) {
	if len(t) == 0 || f.Strip.Node == nil {
		return both, nil
	}
	for i := range both {
		if both[i].Lines, both[i].Size, err = f.fit(t, i); err != nil {
			return both, err
		}
	}
	return both, nil
}

func (f *Frame) fit(t handout.Text, later int) ([]text.Line, float64, error) {
	p := f.Strip
	width := p.width[later]
	if width == 0 {
		return nil, 0, ErrPerson
	}
	for _, spill := range []float64{0, lent} {
		for k := 1.0; k >= 0.66; k -= 0.04 {
			lines := f.wrap(t, p.size*k, width)
			if len(lines) == 2 {
				lines = f.parted(t, p.size*k, width, lines)
			}
			if len(lines) == 1 && k >= 0.76 || len(lines) > 1 && float64(len(lines))*p.size*k*1.15 <= p.rise[later]+spill {
				return lines, p.size * k, nil
			}
		}
	}
	return nil, 0, ErrPerson
}

// parted breaks a text in two at the last mark between its parts after which the rest fits on one
// line, leaving the mark out; lines is what it returns if there is none.
func (f *Frame) parted(t handout.Text, size, width float64, lines []text.Line) []text.Line {
	const between = " · "
	s := t.String()
	for at := strings.LastIndex(s, between); at > 0; at = strings.LastIndex(s[:at], between) {
		first, rest := f.wrap(cutText(t, 0, at+1), size, width), f.wrap(cutText(t, at+len(between), len(s)), size, width)
		if len(rest) > 1 {
			break
		}
		if len(first) == 1 {
			return append(first[:1:1], rest...)
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

// PersonItems are the person's text on a page, from 0, for who draws all of the page at once.
func (f *Frame) PersonItems(who *Person, page int) []draw.Item {
	p, set := f.Strip, &who[min(page, 1)]
	s, n := Builder{Type: f.Type}, p.Node
	if page > 0 {
		n = nil
	}
	st := Style{Size: set.Size, Leading: 1.18, Colour: draw.Grey, Right: true}
	top := p.bases[min(page, 1)] - float64(len(set.Lines)-1)*st.Line() - st.Base()
	s.Put(0, top, p.right, set.Lines, st, n)
	for i := range s.Items {
		if s.Items[i].Bold {
			s.Items[i].Fill = draw.Ink
		}
	}
	return s.Items
}

// AppendPerson appends the operators that print the person's text on a page, from 0, within a mark
// of the given number on the first.
func (f *Frame) AppendPerson(b []byte, who *Person, page, mark int) []byte {
	p, set := f.Strip, &who[min(page, 1)]
	if len(set.Lines) == 0 {
		return b
	}
	if page == 0 {
		b = append(strconv.AppendInt(append(b, "/P <</MCID "...), int64(mark), 10), ">> BDC\n"...)
	} else {
		b = append(b, "/Artifact BMC\n"...)
	}
	st := Style{Size: set.Size, Leading: 1.18}
	for i, l := range set.Lines {
		y := p.page - p.bases[min(page, 1)] + float64(len(set.Lines)-1-i)*st.Line()
		for _, r := range l.Runs {
			b = f.appendRun(b, r, set.Size, p.right-l.W+r.X, y)
		}
	}
	return append(b, "EMC\n"...)
}

// appendRun appends a run of letters, and a line where it is left blank.
func (f *Frame) appendRun(b []byte, r text.Run, size, x, y float64) []byte {
	c, name := draw.Grey, draw.RegularName
	if r.Bold {
		c, name = draw.Ink, draw.BoldName
	}
	b = draw.AppendColour(b, c, "rg ")
	rest := r.Text
	for before, after, ok := CutBlank(rest); ok; before, after, ok = CutBlank(rest) {
		b = appendLetters(b, name, size, x, y, before)
		from, to := x+f.Width(before, size, r.Bold), x+f.Width(rest[:len(rest)-len(after)], size, r.Bold)
		b = append(draw.AppendColour(b, draw.Rule, "RG "), "0.7 w "...)
		b = append(draw.AppendNumbers(b, from, y-size*0.12), "m "...)
		b = append(draw.AppendNumbers(b, to, y-size*0.12), "l S\n"...)
		x, rest = to, after
	}
	return appendLetters(b, name, size, x, y, rest)
}

// appendLetters appends letters whose baseline starts at x, y.
func appendLetters(b []byte, name string, size, x, y float64, letters string) []byte {
	if letters == "" {
		return b
	}
	b = append(append(append(b, "BT /"...), name...), ' ')
	b = append(draw.AppendNumbers(b, size), "Tf "...)
	b = append(draw.AppendNumbers(b, x, y), "Td <"...)
	for _, c := range letters {
		b = hex.AppendEncode(b, []byte{byte(c >> 8), byte(c)})
	}
	return append(b, "> Tj ET\n"...)
}
