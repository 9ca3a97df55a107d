package block

import (
	"errors"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// A card is the size of a bank card: its two faces lie side by side and are folded back to back.
const (
	cardWidth  = 85 * layout.MM
	cardHeight = 54 * layout.MM
	cardGap    = 3 * layout.MM // between two cards
	cardMark   = 2 * layout.MM // length of a mark to cut by
	mostCards  = 4             // on a page
)

var errCard = errors.New("the text of the card does not fit its two faces in letters that can be read")

// card sets as many cards as a page holds, alike, with marks to cut by and a line to fold on. Only
// the first is read out. In large print it is one card, folded across the middle of the page.
func (t *layouter) card(b handout.Card) error {
	s := t.builder()
	do := b.Cut
	if t.Large {
		do = b.Fold
	}
	top := t.cardTitle(s, b.Title, do)
	sect := t.doc.Add("Sect")
	if t.Large {
		return t.foldedCard(s, b, top, sect)
	}
	front, back, ok := t.cardFaces(b, cardWidth, cardHeight, cardHeight, cardTypes(10.5, 7, 0.25, 8.5), sect)
	if !ok {
		return errCard
	}
	y := top + cardMark + 0.5*layout.MM
	x := (t.wide - 2*cardWidth) / 2
	for range mostCards {
		if y+cardHeight+cardMark > t.tall {
			break
		}
		s.cutMarks(x, y, 2*cardWidth, cardHeight)
		s.Stroke(x+cardWidth, y, 0, cardHeight, draw.Rule, 0.7).Dash = [2]float64{3, 3}
		s.Lay(front, x, y)
		s.Lay(back, x+cardWidth, y)
		front, back = layout.Silent(front), layout.Silent(back)
		y += cardHeight + cardGap
	}
	t.box(s, y-cardGap+cardMark+0.5*layout.MM)
	return nil
}

// cardTitle says above the cards what they are and what to do with them.
func (t *layouter) cardTitle(s *builder, title, do string) float64 {
	st, small := t.boldStyle(11), layout.Style{Size: 10, Leading: 1.2, Colour: draw.Grey}
	if t.Large {
		st.Size, small.Size = 18, 16
	}
	n := heading(t.doc, 1, title)
	lines := s.Wrap(layout.Plain(title), st, t.wide)
	h := s.Put(0, 0, t.wide, lines, st, n)
	x := lines[len(lines)-1].W + 4*layout.MM
	w := t.Width(do, small.Size, false) + 1
	p := t.doc.Add("P")
	if x+w > t.wide {
		return h + s.Write(0, h, t.wide, layout.Plain(do), small, p)
	}
	s.Put(x, h-st.Line()+st.Base()-small.Base(), w, s.Wrap(layout.Plain(do), small, w), small, p)
	return h
}

// foldedCard sets one face in the upper half of the page and one in the lower.
func (t *layouter) foldedCard(s *builder, b handout.Card, top float64, sect *tag.Node) error {
	const air = 3 * layout.MM // from the fold
	top += 3 * layout.MM
	front, back, ok := t.cardFaces(b, t.wide, t.fold-air-top, t.tall-t.fold-air, cardTypes(22, 16, 0.5, 18.5), sect)
	if !ok {
		return errCard
	}
	s.Lay(front, 0, top)
	s.Stroke(0, t.fold, t.wide, 0, draw.Rule, 0.9).Dash = [2]float64{5, 4}
	s.Lay(back, 0, t.fold+air)
	t.box(s, t.tall)
	return nil
}

// cutMarks marks the corners of a card, outside of it.
func (s *builder) cutMarks(x, y, w, h float64) {
	const off = 0.5 * layout.MM
	s.Box(x, y, w, h, 0, 0, draw.Hair, 0.5)
	for _, cx := range [...]float64{x, x + w} {
		s.Stroke(cx, y-off-cardMark, 0, cardMark, draw.Ink, 0.6)
		s.Stroke(cx, y+h+off, 0, cardMark, draw.Ink, 0.6)
	}
	for _, cy := range [...]float64{y, y + h} {
		s.Stroke(x-off-cardMark, cy, cardMark, 0, draw.Ink, 0.6)
		s.Stroke(x+w+off, cy, cardMark, 0, draw.Ink, 0.6)
	}
}
