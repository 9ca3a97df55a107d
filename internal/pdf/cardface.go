package pdf

import "backcare/internal/handout"

const (
	blankNumber = 45 * mm // length of a line to write a number on
	roomy       = 8.5     // pt; what is spare is worth smaller letters down to these
)

// part is a stretch of a card's face, from its own top left corner.
type part struct {
	things []thing
	height float64
}

// cardFaces sets both faces in one size of type, the largest in which they fit.
func (t *setter) cardFaces(b handout.Card, w, front, back float64, sizes []float64, sect *node) (f, k []thing, ok bool) {
	for _, whole := range []bool{true, false} {
		for _, size := range sizes {
			if whole && size < roomy {
				break
			}
			_, all, ok := t.cardFace(b.Front, w, front, size, &node{})
			if !ok || whole && !all {
				continue
			}
			if _, _, ok = t.cardFace(b.Back, w, back, size, &node{}); !ok {
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
func (t *setter) cardFace(f handout.CardFace, w, h, size float64, sect *node) (things []thing, whole, ok bool) {
	pad := 2.6 * mm
	if t.large {
		pad = 0
	}
	x := pad
	if f.Heavy {
		x += size * 1.15
	}
	least := size * 0.2
	parts := t.cardParts(f, w-x-pad, size, sect)
	if whole = len(f.Spare) == 0; !whole {
		more := t.cardText(f.Spare, w-x-pad, size, &node{role: "P"})
		if whole = stacked(parts, least)+least+more.height <= h-2*pad; whole {
			parts = append(parts, t.cardText(f.Spare, w-x-pad, size, sect.add("P")))
		}
	}
	spare := h - 2*pad - stacked(parts, least)
	if spare < 0 {
		return nil, false, false
	}
	s := t.slab()
	if f.Heavy {
		s.box(pad, pad, size*0.8, h-2*pad, 0, ink, 0, 0)
	}
	gap := least
	if n := len(parts) - 1; n > 0 {
		gap += min(spare/float64(n), size*0.8)
	}
	y := pad
	for _, p := range parts {
		s.lay(p.things, x, y)
		y += p.height + gap
	}
	return s.things, whole, true
}

// stacked is the height of parts with at least a gap between them.
func stacked(parts []part, gap float64) (h float64) {
	for _, p := range parts {
		h += p.height + gap
	}
	return h - gap
}

func (t *setter) cardStyle(size float64) style { return style{size: size, leading: 1.12, colour: ink} }

func (t *setter) cardParts(f handout.CardFace, w, size float64, sect *node) (parts []part) {
	if len(f.Lead) > 0 {
		parts = append(parts, t.cardBand(f.Lead, w, size, sect))
	}
	parts = append(parts, t.cardHead(f, w, size, sect))
	st, s := t.cardStyle(size), t.slab()
	gap, list := size*0.1, sect.bullets()
	one := t.slab().items(0, 0, w, f.Items, st, gap, &node{})
	if two := t.slab().columns(0, 0, w, size, f.Items, st, gap, &node{}); two < one {
		parts = append(parts, part{height: s.columns(0, 0, w, size, f.Items, st, gap, list)})
	} else {
		parts = append(parts, part{height: s.items(0, 0, w, f.Items, st, gap, list)})
	}
	parts[len(parts)-1].things = s.things
	if len(f.After) > 0 {
		parts = append(parts, t.cardAfter(f, w, size, sect))
	}
	return parts
}

func (t *setter) cardText(text handout.Text, w, size float64, n *node) part {
	s := t.slab()
	h := s.write(0, 0, w, text, t.cardStyle(size), n)
	return part{things: s.things, height: h}
}

// cardBand sets what stands out above the rest, white on ink: a label and what to say.
func (t *setter) cardBand(lead []handout.Text, w, size float64, sect *node) part {
	s, pad := t.slab(), size*0.35
	s.box(0, 0, w, 0, 2, ink, 0, 0)
	st := t.cardStyle(size)
	st.colour = white
	y := pad
	for _, l := range lead {
		y += s.write(pad*1.6, y, w-pad*3.2, l, st, sect.add("P"))
	}
	s.things[0].h = y + pad
	return part{things: s.things, height: y + pad}
}

// cardHead sets the title with the number to call at its right, or below it if it is long.
func (t *setter) cardHead(f handout.CardFace, w, size float64, sect *node) part {
	s := t.slab()
	st := style{size: size * 1.14, leading: 1.12, colour: ink, bold: true}
	number := style{size: max(18, size*1.9), leading: 1, colour: ink, bold: true}
	n := sect.add("H2")
	n.name = f.Title.String()
	if f.Number == "" {
		return part{height: s.write(0, 0, w, f.Title, st, n), things: s.things}
	}
	nw := t.faces[1].width(f.Number, number.size)
	if nw > w*0.3 {
		number.size = max(14, size*1.4)
		h := s.write(0, 0, w, f.Title, st, n)
		h += s.write(0, h, w, plain(f.Number), number, sect.add("P"))
		return part{height: h, things: s.things}
	}
	h := s.write(0, 0, w-nw-size*0.8, f.Title, st, n)
	tall := max(h, number.line())
	s.put(w-nw, (tall-number.line())/2, nw+1, s.wrap(plain(f.Number), number, nw+1), number, sect.add("P"))
	return part{height: tall, things: s.things}
}

// cardAfter sets where to go and, for a number that is not known, a line to write it on: behind the
// last words if it fits there.
func (t *setter) cardAfter(f handout.CardFace, w, size float64, sect *node) part {
	s, st := t.slab(), t.cardStyle(size)
	lines := s.wrap(f.After, st, w)
	h := s.put(0, 0, w, lines, st, sect.add("P"))
	if !f.Blank {
		return part{things: s.things, height: h}
	}
	x, blank := lines[len(lines)-1].w+size*0.5, max(blankNumber, size*9)
	if x+blank > w {
		x = 0
		h += st.line()
	}
	h += size * 0.3 // a hand writes larger
	s.stroke(x, h-size*0.15, blank, 0, rule, 0.8)
	return part{things: s.things, height: h}
}
