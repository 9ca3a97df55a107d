package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/text"
)

// The size of an urgency in words is the same on every note, in pt.
const bandSize, bandLarge = 18, 28

// band sets what to do in white on a dark band, to be read across a room.
func (t *layouter) band(b handout.Band) {
	side := max(t.Pad*1.43, 3*layout.MM)
	l := look{fill: draw.Ink, pad: t.Pad * 1.1, left: side, right: side}
	head := layout.Style{Size: bandSize, Leading: 1.15, Colour: draw.White, Bold: true}
	if t.Large {
		head.Size = bandLarge
	}
	st := layout.Style{Size: t.Body * 1.06, Leading: min(t.Leading, 1.2), Colour: draw.White}
	if t.Full {
		l.pad, head.Leading, st.Leading = 1*layout.MM, 1, max(st.Leading, 1.2)
	}
	t.callout(l, func(s *builder) {
		n, top := t.heading(2, b.Title), s.y
		title := s.Wrap(layout.Plain(b.Title), head, s.w)
		beside := text.Widest(title) + 6*layout.MM
		switch {
		case t.Full && len(title) == 1 && beside-2*layout.MM < s.w*0.5: // in the first line
			st.Size = t.Body
			s.lines(title, 0, head, n)
			s.y = top + head.Base() - st.Base()
			t.bandText(s, b, beside-2*layout.MM, st)
		case t.Beside && len(title) == 1 && beside < s.w*0.45:
			from := len(s.Items)
			s.x, s.w = s.x+beside, s.w-beside
			t.bandText(s, b, 0, st)
			tall := max(s.y-top, head.Line())
			s.Move(from, (tall-s.y+top)/2)
			s.Put(l.left, top+(tall-head.Line())/2, s.w, title, head, n)
			s.y = top + tall
		default:
			s.lines(title, 0, head, n)
			s.y += t.Body * 0.25
			t.bandText(s, b, 0, st)
		}
	})
}

// bandText sets the text of a band, its first line after an indent. The person's own part is found at a
// glance.
func (t *layouter) bandText(s *builder, b handout.Band, indent float64, st layout.Style) {
	line := func(words, lang string) {
		p := t.doc.Add("P")
		p.Lang = lang
		s.lines(t.WrapAfter(layout.Plain(words), st, s.w, indent), indent, st, p)
		indent = 0
	}
	for _, l := range b.Text {
		line(l, "")
	}
	if b.Lang != "" && len(b.Own) > 0 {
		s.y += t.Pad * 0.5
		s.Stroke(s.x, s.y, s.w, 0, draw.White, 0.6)
		s.y += t.Pad * 0.5
	}
	for _, l := range b.Own {
		line(l, b.Lang)
	}
}
