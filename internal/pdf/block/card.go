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
	cardGap    = 3 * layout.MM   // between two cards
	cardMark   = 2 * layout.MM   // length of a mark to cut by
	cardOff    = 0.5 * layout.MM // from a mark to the card
	mostCards  = 4               // on a page
)

// card sets as many cards as a page holds, alike, with marks to cut by and a line to fold on. Only
// the first is read out. In large print it is one card, folded across the middle of the page.
func (t *layouter) card(b handout.Card) {
	s := t.builder()
	if t.Large {
		t.cardTitle(s, b.Title, b.Fold)
		t.foldedCard(s, b)
		t.box(s)
		return
	}
	t.cardTitle(s, b.Title, b.Cut)
	faces := t.faces(b, cardWidth, [2]float64{cardHeight, cardHeight}, cardStyles(10.5, 7, 0.25, 8.5))
	x := (t.wide - 2*cardWidth) / 2
	for range mostCards {
		top := s.y + cardMark + cardOff
		if top+cardHeight+cardMark > t.tall {
			break
		}
		s.cutMarks(x, top, 2*cardWidth, cardHeight)
		s.Stroke(x+cardWidth, top, 0, cardHeight, draw.Rule, 0.7).Dash = [2]float64{3, 3}
		for i, f := range faces {
			s.Lay(f, x+float64(i)*cardWidth, top)
			faces[i] = layout.Silent(f)
		}
		s.y += cardHeight + cardGap
	}
	s.y += 2*(cardMark+cardOff) - cardGap
	t.box(s)
}

// foldedCard sets one face in the upper half of the page and one in the lower.
func (t *layouter) foldedCard(s *builder, b handout.Card) {
	const air = 3 * layout.MM // from the title and the fold
	top := s.y + air
	faces := t.faces(b, t.wide, [2]float64{t.fold - air - top, t.tall - t.fold - air}, cardStyles(22, 16, 0.5, 18.5))
	s.Lay(faces[0], 0, top)
	s.Stroke(0, t.fold, t.wide, 0, draw.Rule, 0.9).Dash = [2]float64{5, 4}
	s.Lay(faces[1], 0, t.fold+air)
	s.y = t.tall
}

// cardTitle says above the cards what they are and what to do with them.
func (t *layouter) cardTitle(s *builder, title, do string) {
	st, small := t.boldStyle(11), layout.Style{Size: 10, Leading: 1.2, Colour: draw.Grey}
	if t.Large {
		st.Size, small.Size = 18, 16
	}
	lines := s.Wrap(layout.Plain(title), st, t.wide)
	s.lines(lines, 0, st, t.heading(1, title))
	x, p := lines[len(lines)-1].W+4*layout.MM, t.doc.Add("P")
	if x+t.Width(do, small.Size, false)+1 > t.wide {
		s.plain(do, small, p)
		return
	}
	s.aside(x, s.y-st.Line()+st.Base(), do, small, p)
}

// cutMarks marks the corners of a card, outside of it.
func (s *builder) cutMarks(x, y, w, h float64) {
	s.Box(x, y, w, h, 0, 0, draw.Hair, 0.5)
	for _, cx := range [...]float64{x, x + w} {
		s.Stroke(cx, y-cardOff-cardMark, 0, cardMark, draw.Ink, 0.6)
		s.Stroke(cx, y+h+cardOff, 0, cardMark, draw.Ink, 0.6)
	}
	for _, cy := range [...]float64{y, y + h} {
		s.Stroke(x-cardOff-cardMark, cy, cardMark, 0, draw.Ink, 0.6)
		s.Stroke(x+w+cardOff, cy, cardMark, 0, draw.Ink, 0.6)
	}
}

// cardStyles are those to try, the largest first. Lines move together before letters shrink below open.
func cardStyles(from, to, step, open float64) (list []layout.Style) {
	leadings := [...]float64{1.12, 1.07, 1.02}
	for size := from; size >= to; size -= step {
		for i, leading := range leadings {
			if i == 0 || size < open {
				list = append(list, layout.Style{Size: size, Leading: leading, Colour: draw.Ink})
			}
		}
	}
	return list
}

// faces sets both faces in one style, the largest in which they fit. The room that is left goes between
// their parts.
func (t *layouter) faces(b handout.Card, w float64, heights [2]float64, styles []layout.Style) (out [2][]draw.Item) {
	both, sect := [...]*handout.CardFace{&b.Front, &b.Back}, t.doc.Add("Sect")
next:
	for _, st := range styles {
		var gaps [2]float64
		for i, f := range both {
			s, least := t.probe(w), st.Size*0.2
			parts := t.face(s, f, heights[i], st, least, tag.NewRoot(true))
			if s.y > heights[i] {
				continue next
			}
			gaps[i] = least + min((heights[i]-s.y)/float64(max(1, parts-1)), st.Size*0.5)
		}
		for i, f := range both {
			s := t.builder()
			s.w = w
			t.face(s, f, heights[i], st, gaps[i], sect)
			out[i] = s.Items
		}
		return out
	}
	t.err = errors.New("the text of the card does not fit its two faces in letters that can be read")
	return out
}
