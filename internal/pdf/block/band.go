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
	t.callout(l, func(s *builder, x, top, w float64) float64 {
		n := heading(t.doc, 2, b.Title)
		title := s.Wrap(layout.Plain(b.Title), head, w)
		tw := text.Widest(title)
		switch {
		case t.Full && len(title) == 1 && tw+4*layout.MM < w*0.5: // in the first line
			st.Size = t.Body
			s.Put(x, top, w, title, head, n)
			down := head.Base() - st.Base()
			return down + t.bandText(s, b, x, top+down, w, tw+4*layout.MM, st)
		case t.Beside && len(title) == 1 && tw+6*layout.MM < w*0.45:
			from := len(s.Items)
			h := t.bandText(s, b, x+tw+6*layout.MM, top, w-tw-6*layout.MM, 0, st)
			tall := max(h, head.Line())
			s.Move(from, (tall-h)/2)
			s.Put(x, top+(tall-head.Line())/2, w, title, head, n)
			return tall
		}
		y := top + s.Put(x, top, w, title, head, n) + t.Body*0.25
		return y + t.bandText(s, b, x, y, w, 0, st) - top
	})
}

// bandText sets the text of a band, its first line after an indent, and returns its height. The
// person's own part is found at a glance.
func (t *layouter) bandText(s *builder, b handout.Band, x, y, w, indent float64, st layout.Style) (h float64) {
	line := func(text, lang string) {
		p := t.doc.Add("P")
		p.Lang = lang
		h += s.PutAfter(x, y+h, w, indent, t.WrapAfter(layout.Plain(text), st, w, indent), st, p)
		indent = 0
	}
	for _, l := range b.Text {
		line(l, "")
	}
	if b.Lang != "" && len(b.Own) > 0 {
		h += t.Pad * 0.5
		s.Stroke(x, y+h, w, 0, draw.White, 0.6)
		h += t.Pad * 0.5
	}
	for _, l := range b.Own {
		line(l, b.Lang)
	}
	return h
}
