package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/text"
)

// whole is how many lines of running text stay together; mostWhole is for what always does.
const whole, mostWhole = 6, 1000

func (t *layouter) paragraph(b handout.Paragraph) {
	st := t.bodyStyle()
	switch {
	case b.Small:
		st = t.smallStyle()
	case b.Secondary:
		st = t.secondary()
	}
	t.running(b.Text, st, b.Lang, whole)
}

// running sets running text behind the headings in its first line, in boxes that a page break may come
// between, but never so that fewer than two lines stand alone. A text of up to so many lines is one.
func (t *layouter) running(words handout.Text, st layout.Style, lang string, most int) {
	before, in := t.after(), t.opening
	if in.w > 0 {
		before = t.Gap
	}
	n := t.doc.Add("P")
	n.Lang = lang
	s := t.builder()
	s.Lay(in.items, 0, st.Base())
	lines := t.WrapAfter(words, st, t.wide, in.w)
	first := partOf(lines, most)
	s.lines(lines[:first], in.w, st, n)
	u := t.box(s)
	u.Before, u.Stretch = before, 0.3
	for rest := lines[first:]; len(rest) > 0; {
		s, n2 := t.builder(), partOf(rest, most)
		s.lines(rest[:n2], 0, st, n)
		u := t.box(s)
		u.Before, u.Stretch = 0, 0
		rest = rest[n2:]
	}
}

// partOf is how many lines the next box of a text holds.
func partOf(lines []text.Line, most int) int {
	switch n := len(lines); {
	case n <= most, n == 3:
		return n
	}
	return 2
}

// after is the gap from what stands above to text that belongs to it.
func (t *layouter) after() float64 {
	led := t.led
	if n := len(t.boxes); n > 0 {
		led = t.boxes[n-1].KeepWithNext
	}
	if led {
		return t.Gap * 0.35
	}
	return t.Gap * 0.6
}
