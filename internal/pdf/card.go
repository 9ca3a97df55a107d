package pdf

import (
	"fmt"

	"backcare/internal/handout"
)

// A card is the size of a bank card: its two faces lie side by side and are folded back to back.
const (
	cardWidth  = 85 * mm
	cardHeight = 54 * mm
)

// card sets the two faces with a line to fold and marks to cut. The text is as large as fits.
func (t *setter) card(b handout.Card) error {
	s := t.slab()
	top := 0.0
	if b.CutHere != "" {
		top = s.write(0, 0, t.wide, plain(b.CutHere), t.labelStyle(), t.doc.add("P")) + 5*mm
	}
	x := (t.wide - 2*cardWidth) / 2
	for _, cx := range [...]float64{x, x + 2*cardWidth} {
		s.stroke(cx, top-4.5*mm, 0, 3.5*mm, ink, 0.6)
		s.stroke(cx, top+cardHeight+1*mm, 0, 3.5*mm, ink, 0.6)
	}
	s.box(x, top, 2*cardWidth, cardHeight, 0, 0, hair, 0.6)
	s.stroke(x+cardWidth, top, 0, cardHeight, rule, 0.7).dash = [2]float64{3, 3}
	sect := t.doc.add("Sect")
	for i, face := range [][]handout.Text{b.Front, b.Back} {
		title := ""
		if i == 0 {
			title = b.Title
		}
		if !t.cardFace(s, x+float64(i)*cardWidth, top, title, face, sect) {
			return fmt.Errorf("the text of a card's face %d does not fit 85 by 54 mm", i+1)
		}
	}
	t.unit(s, top+cardHeight+5*mm)
	return nil
}

func (t *setter) cardFace(s *slab, x, y float64, title string, text []handout.Text, sect *node) bool {
	const pad = 3.2 * mm
	w, room := cardWidth-2*pad, cardHeight-2*pad
	for size := 11.0; size >= 6.5; size -= 0.25 {
		st := style{size: size, leading: 1.14, colour: ink}
		head := style{size: size * 1.12, leading: 1.15, colour: ink, bold: true}
		gap := size * 0.14
		h := 0.0
		if title != "" {
			h += float64(len(s.wrap(plain(title), head, w)))*head.line() + gap*1.5
		}
		for _, p := range text {
			h += float64(len(s.wrap(p, st, w)))*st.line() + gap
		}
		if h-gap > room {
			continue
		}
		y += pad
		if title != "" {
			n := sect.add(t.heads(1))
			n.name = title
			y += s.write(x+pad, y, w, plain(title), head, n) + gap*1.5
		}
		for _, p := range text {
			y += s.write(x+pad, y, w, p, st, sect.add("P")) + gap
		}
		return true
	}
	return false
}
