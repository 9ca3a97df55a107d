package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

const (
	blankNumber = 45 * layout.MM // length of a line to write a number on
	roomy       = 8.5            // pt; what is spare is worth smaller letters down to these
)

// part is a stretch of a card's face, from its own top left corner.
type part struct {
	items  []draw.Item
	height float64
}

// cardFaces sets both faces in one size of type, the largest in which they fit.
func (t *layouter) cardFaces(b handout.Card, w, front, back float64, sizes []float64, sect *tag.Node) (f, k []draw.Item, ok bool) {
	for _, whole := range []bool{true, false} {
		for _, size := range sizes {
			if whole && size < roomy {
				break
			}
			_, all, ok := t.cardFace(b.Front, w, front, size, &tag.Node{})
			if !ok || whole && !all {
				continue
			}
			if _, _, ok = t.cardFace(b.Back, w, back, size, &tag.Node{}); !ok {
				continue
			}
			f, _, _ = t.cardFace(b.Front, w, front, size, sect)
			k, _, _ = t.cardFace(b.Back, w, back, size, sect)
			return f, k, true
		}
	}
	return nil, nil, false
}

// cardFace sets a face of width w and height h, the room that is left shared between its parts. It
// says whether what is spare is on it, too.
func (t *layouter) cardFace(f handout.CardFace, w, h, size float64, sect *tag.Node) (items []draw.Item, whole, ok bool) {
	pad := 2.6 * layout.MM
	if t.Large {
		pad = 0
	}
	x := pad
	if f.Heavy {
		x += size * 1.15
	}
	least := size * 0.2
	parts := t.cardParts(f, w-x-pad, size, sect)
	if whole = len(f.Spare) == 0; !whole {
		more := t.cardText(f.Spare, w-x-pad, size, &tag.Node{Role: "P"})
		if whole = stacked(parts, least)+least+more.height <= h-2*pad; whole {
			parts = append(parts, t.cardText(f.Spare, w-x-pad, size, sect.Add("P")))
		}
	}
	spare := h - 2*pad - stacked(parts, least)
	if spare < 0 {
		return nil, false, false
	}
	s := t.builder()
	if f.Heavy {
		s.Box(pad, pad, size*0.8, h-2*pad, 0, draw.Ink, 0, 0)
	}
	gap := least
	if n := len(parts) - 1; n > 0 {
		gap += min(spare/float64(n), size*0.8)
	}
	y := pad
	for _, p := range parts {
		s.Lay(p.items, x, y)
		y += p.height + gap
	}
	return s.Items, whole, true
}

// stacked is the height of parts with at least a gap between them.
func stacked(parts []part, gap float64) (h float64) {
	for _, p := range parts {
		h += p.height + gap
	}
	return h - gap
}

func (t *layouter) cardStyle(size float64) layout.Style {
	return layout.Style{Size: size, Leading: 1.12, Colour: draw.Ink}
}

func (t *layouter) cardParts(f handout.CardFace, w, size float64, sect *tag.Node) (parts []part) {
	if len(f.Lead) > 0 {
		parts = append(parts, t.cardBand(f.Lead, w, size, sect))
	}
	parts = append(parts, t.cardHead(f, w, size, sect))
	st, s := t.cardStyle(size), t.builder()
	gap, list := size*0.1, sect.Bullets()
	one := t.builder().items(0, 0, w, f.Items, st, gap, &tag.Node{})
	if two := t.builder().columns(0, 0, w, size, f.Items, st, gap, &tag.Node{}); two < one {
		parts = append(parts, part{height: s.columns(0, 0, w, size, f.Items, st, gap, list)})
	} else {
		parts = append(parts, part{height: s.items(0, 0, w, f.Items, st, gap, list)})
	}
	parts[len(parts)-1].items = s.Items
	if len(f.After) > 0 {
		parts = append(parts, t.cardAfter(f, w, size, sect))
	}
	return parts
}

func (t *layouter) cardText(text handout.Text, w, size float64, n *tag.Node) part {
	s := t.builder()
	h := s.Write(0, 0, w, text, t.cardStyle(size), n)
	return part{items: s.Items, height: h}
}

// cardBand sets what stands out above the rest, white on ink: a label and what to say.
func (t *layouter) cardBand(lead []handout.Text, w, size float64, sect *tag.Node) part {
	s, pad := t.builder(), size*0.35
	s.Box(0, 0, w, 0, 2, draw.Ink, 0, 0)
	st := t.cardStyle(size)
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
func (t *layouter) cardHead(f handout.CardFace, w, size float64, sect *tag.Node) part {
	s := t.builder()
	st := layout.Style{Size: size * 1.14, Leading: 1.12, Colour: draw.Ink, Bold: true}
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
func (t *layouter) cardAfter(f handout.CardFace, w, size float64, sect *tag.Node) part {
	s, st := t.builder(), t.cardStyle(size)
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
