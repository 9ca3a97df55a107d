package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

const blankNumber = 45 * layout.MM // length of a line to write a number on

// part is a stretch of a card's face, from its own top left corner.
type part struct {
	items  []draw.Item
	height float64
}

// cardType is the type of a card: its size in points, and line height over size.
type cardType struct{ size, leading float64 }

// cardTypes are those to try, the largest first. Lines move together before letters shrink below open.
func cardTypes(from, to, step, open float64) (list []cardType) {
	for size := from; size >= to; size -= step {
		list = append(list, cardType{size, 1.12})
		if size < open {
			list = append(list, cardType{size, 1.07}, cardType{size, 1.02})
		}
	}
	return list
}

// cardFaces sets both faces in one size of type, the largest in which they fit.
func (t *layouter) cardFaces(b handout.Card, w, front, back float64, types []cardType, sect *tag.Node) (f, k []draw.Item, ok bool) {
	for _, ty := range types {
		if _, ok = t.cardFace(b.Front, w, front, ty, &tag.Node{}); !ok {
			continue
		}
		if _, ok = t.cardFace(b.Back, w, back, ty, &tag.Node{}); !ok {
			continue
		}
		f, _ = t.cardFace(b.Front, w, front, ty, sect)
		k, _ = t.cardFace(b.Back, w, back, ty, sect)
		return f, k, true
	}
	return nil, nil, false
}

// cardFace sets a face of width w and height h, the room that is left shared between its parts.
func (t *layouter) cardFace(f handout.CardFace, w, h float64, ty cardType, sect *tag.Node) (items []draw.Item, ok bool) {
	pad, size := 2.2*layout.MM, ty.size
	if t.Large {
		pad = 0
	}
	x := pad
	if f.Heavy {
		x += size
	}
	least := size * 0.2
	parts := t.cardParts(f, w-x-pad, ty, sect)
	spare := h - 2*pad - stacked(parts, least)
	if spare < 0 {
		return nil, false
	}
	s := t.builder()
	if f.Heavy {
		s.Box(pad, pad, size*0.65, h-2*pad, 0, draw.Ink, 0, 0)
	}
	gap := least
	if n := len(parts) - 1; n > 0 {
		gap += min(spare/float64(n), size*0.5)
	}
	y := pad
	for _, p := range parts {
		s.Lay(p.items, x, y)
		y += p.height + gap
	}
	return s.Items, true
}

// stacked is the height of parts with at least a gap between them.
func stacked(parts []part, gap float64) (h float64) {
	for _, p := range parts {
		h += p.height + gap
	}
	return h - gap
}

func (ty cardType) style() layout.Style {
	return layout.Style{Size: ty.size, Leading: ty.leading, Colour: draw.Ink}
}

func (t *layouter) cardParts(f handout.CardFace, w float64, ty cardType, sect *tag.Node) (parts []part) {
	if len(f.Lead) > 0 {
		parts = append(parts, t.cardBand(f.Lead, w, ty, sect))
	}
	parts = append(parts, t.cardHead(f, w, ty, sect))
	if len(f.Items) > 0 {
		parts = append(parts, t.cardList(f.Items, w, ty, sect))
	}
	if len(f.After) > 0 {
		parts = append(parts, t.cardAfter(f, w, ty, sect))
	}
	if len(f.Clinic) > 0 {
		s := t.builder()
		h := s.Write(0, 0, w, f.Clinic, ty.style(), sect.Add("P"))
		parts = append(parts, part{items: s.Items, height: h})
	}
	return parts
}

// cardList sets what to look for, in two columns where that is shorter.
func (t *layouter) cardList(items []handout.Text, w float64, ty cardType, sect *tag.Node) part {
	st, s := ty.style(), t.builder()
	gap, list := ty.size*0.1, sect.Bullets()
	if ty.leading < 1.1 {
		gap = 0
	}
	one := t.builder().items(0, 0, w, items, st, gap, &tag.Node{})
	if two := t.builder().columns(0, 0, w, ty.size*0.8, items, st, gap, &tag.Node{}); two < one {
		one = s.columns(0, 0, w, ty.size*0.8, items, st, gap, list)
	} else {
		s.items(0, 0, w, items, st, gap, list)
	}
	return part{items: s.Items, height: one}
}

// cardBand sets what stands out above the rest, white on ink: a label and what to say.
func (t *layouter) cardBand(lead []handout.Text, w float64, ty cardType, sect *tag.Node) part {
	s, pad := t.builder(), ty.size*0.35
	s.Box(0, 0, w, 0, 2, draw.Ink, 0, 0)
	st := ty.style()
	st.Colour = draw.White
	y := pad
	for _, l := range lead {
		y += s.Write(pad*1.6, y, w-pad*3.2, l, st, sect.Add("P"))
	}
	for i := range s.Items[:min(1, len(s.Items))] { // the band itself
		s.Items[i].H = y + pad
	}
	return part{items: s.Items, height: y + pad}
}

// cardHead sets the title with the number to call at its right, or below it if it is long.
func (t *layouter) cardHead(f handout.CardFace, w float64, ty cardType, sect *tag.Node) part {
	s, size := t.builder(), ty.size
	st := layout.Style{Size: size * 1.1, Leading: ty.leading, Colour: draw.Ink, Bold: true}
	number := layout.Style{Size: max(18, size*1.9), Leading: 1, Colour: draw.Ink, Bold: true}
	n := heading(sect, 2, f.Title.String())
	if f.Number == "" {
		return part{height: s.Write(0, 0, w, f.Title, st, n), items: s.Items}
	}
	nw := t.Width(f.Number, number.Size, true)
	if nw > w*0.3 {
		number.Size = max(14, size*1.4)
		h := s.Write(0, 0, w, f.Title, st, n)
		h += s.Write(0, h, w, layout.Plain(f.Number), number, sect.Add("P"))
		return part{height: h, items: s.Items}
	}
	h := s.Write(0, 0, w-nw-size*0.8, f.Title, st, n)
	tall := max(h, number.Line())
	s.Put(w-nw, (tall-number.Line())/2, nw+1, s.Wrap(layout.Plain(f.Number), number, nw+1), number, sect.Add("P"))
	return part{height: tall, items: s.Items}
}

// cardAfter sets where to go and, for a number that is not known, a line to write it on: behind the
// last words if it fits there.
func (t *layouter) cardAfter(f handout.CardFace, w float64, ty cardType, sect *tag.Node) part {
	s, st, size := t.builder(), ty.style(), ty.size
	lines := s.Wrap(f.After, st, w)
	h := s.Put(0, 0, w, lines, st, sect.Add("P"))
	if !f.Blank {
		return part{items: s.Items, height: h}
	}
	x, blank := lines[len(lines)-1].W+size*0.5, max(blankNumber, size*9)
	if x+blank > w {
		x = 0
		h += st.Line()
	}
	h += size * 0.3 // a hand writes larger
	s.Stroke(x, h-size*0.15, blank, 0, draw.Rule, 0.8)
	return part{items: s.Items, height: h}
}
