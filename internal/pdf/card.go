package pdf

import (
	"errors"

	"backcare/internal/handout"
)

// A card is the size of a bank card: its two faces lie side by side and are folded back to back.
const (
	cardWidth  = 85 * mm
	cardHeight = 54 * mm
	cardGap    = 3 * mm // between two cards
	cardMark   = 2 * mm // length of a mark to cut by
	mostCards  = 4      // on a page
)

var errCard = errors.New("the text of the card does not fit its two faces in letters that can be read")

// card sets as many cards as a page holds, alike, with marks to cut by and a line to fold on. Only
// the first is read out. In large print it is one card, folded across the middle of the page.
func (t *setter) card(b handout.Card) error {
	s := t.slab()
	do := b.Cut
	if t.large {
		do = b.Fold
	}
	top := t.cardTitle(s, b.Title, do)
	sect := t.doc.add("Sect")
	if t.large {
		return t.foldedCard(s, b, top, sect)
	}
	front, back, ok := t.cardFaces(b, cardWidth, cardHeight, cardHeight, sizes(10.5, 7, 0.25), sect)
	if !ok {
		return errCard
	}
	y := top + cardMark + 0.5*mm
	x := (t.wide - 2*cardWidth) / 2
	for range mostCards {
		if y+cardHeight+cardMark > t.tall {
			break
		}
		s.cutMarks(x, y, 2*cardWidth, cardHeight)
		s.stroke(x+cardWidth, y, 0, cardHeight, rule, 0.7).dash = [2]float64{3, 3}
		s.lay(front, x, y)
		s.lay(back, x+cardWidth, y)
		front, back = silent(front), silent(back)
		y += cardHeight + cardGap
	}
	t.unit(s, y-cardGap+cardMark+0.5*mm)
	return nil
}

// cardTitle says above the cards what they are and what to do with them.
func (t *setter) cardTitle(s *slab, title, do string) float64 {
	st, small := t.boldStyle(11), style{size: 10, leading: 1.2, colour: grey}
	if t.large {
		st.size, small.size = 18, 16
	}
	n := t.doc.add("H1")
	n.name = title
	lines := s.wrap(plain(title), st, t.wide)
	h := s.put(0, 0, t.wide, lines, st, n)
	x := lines[len(lines)-1].w + 4*mm
	w := t.faces[0].width(composed(do), small.size) + 1
	p := t.doc.add("P")
	if x+w > t.wide {
		return h + s.write(0, h, t.wide, plain(do), small, p)
	}
	s.put(x, h-st.line()+st.base()-small.base(), w, s.wrap(plain(do), small, w), small, p)
	return h
}

// foldedCard sets one face in the upper half of the page and one in the lower.
func (t *setter) foldedCard(s *slab, b handout.Card, top float64, sect *node) error {
	const air = 3 * mm // from the fold
	top += 3 * mm
	front, back, ok := t.cardFaces(b, t.wide, t.fold-air-top, t.tall-t.fold-air, sizes(22, 18, 0.5), sect)
	if !ok {
		front, back, ok = t.cardFaces(b, t.wide, t.fold-air-top, t.tall-t.fold-air, sizes(17.5, 16, 0.5), sect)
	}
	if !ok {
		return errCard
	}
	s.lay(front, 0, top)
	s.stroke(0, t.fold, t.wide, 0, rule, 0.9).dash = [2]float64{5, 4}
	s.lay(back, 0, t.fold+air)
	t.unit(s, t.tall)
	return nil
}

// sizes are those to try, the largest first.
func sizes(from, to, step float64) (list []float64) {
	for size := from; size >= to; size -= step {
		list = append(list, size)
	}
	return list
}

// cutMarks marks the corners of a card, outside of it.
func (s *slab) cutMarks(x, y, w, h float64) {
	const off = 0.5 * mm
	s.box(x, y, w, h, 0, 0, hair, 0.5)
	for _, cx := range [...]float64{x, x + w} {
		s.stroke(cx, y-off-cardMark, 0, cardMark, ink, 0.6)
		s.stroke(cx, y+h+off, 0, cardMark, ink, 0.6)
	}
	for _, cy := range [...]float64{y, y + h} {
		s.stroke(x-off-cardMark, cy, cardMark, 0, ink, 0.6)
		s.stroke(x+w+off, cy, cardMark, 0, ink, 0.6)
	}
}

// lay puts things that were set elsewhere.
func (s *slab) lay(things []thing, x, y float64) {
	for _, th := range things {
		s.things = append(s.things, th.at(x, y))
	}
}

// silent are things that are not read out: they were before.
func silent(things []thing) []thing {
	out := append([]thing(nil), things...)
	for i := range out {
		out[i].node = nil
	}
	return out
}
