package pdf

import "backcare/internal/handout"

// signWidth is the width of a sign with the room behind it.
func (st style) signWidth(sign handout.Sign) float64 {
	if sign.Shape == handout.NoShape {
		return 0
	}
	return st.signSize() + st.size*0.4
}

// signSize is the diameter of a sign, a little more than the height of capitals.
func (st style) signSize() float64 { return st.size * 1.02 }

// sign draws a sign before a text whose first line begins at y, a solid disc or a ring, and says in
// words what it is.
func (s *slab) sign(x, y float64, sign handout.Sign, st style, parent *node) {
	if sign.Shape == handout.NoShape {
		return
	}
	d := st.signSize()
	mid := y + st.base() - capHeight*st.size/2
	n := parent.add("Span")
	n.attr = "/ActualText " + text(sign.Words)
	letter := st
	letter.size, letter.bold, letter.colour = st.size*0.86, true, ink
	from := len(s.things)
	if sign.Shape == handout.Solid {
		s.disc(x, mid-d/2, d, ink)
		letter.colour = white
	} else {
		s.box(x, mid-d/2, d, d, d/2, white, ink, 1)
	}
	lines := s.wrap(plain("!"), letter, d)
	s.put(x+(d-lines[0].w)/2, mid+capHeight*letter.size/2-letter.base(), d, lines, letter, n)
	for i := range s.things[from:] {
		s.things[from+i].node = n
	}
}

// legend sets what the signs mean, in a tinted box before all else.
func (t *setter) legend(b handout.Legend) {
	s := t.slab()
	s.box(0, 0, t.wide, 0, 3, tint, 0, 0)
	pad := t.pad * 0.8
	x, w := pad*1.3, t.wide-pad*2.6
	st := t.bodyStyle()
	y := pad
	indent := 0.0
	for _, it := range b.Items {
		indent = max(indent, st.signWidth(it.Sign))
	}
	if b.Title != "" {
		n := t.doc.add(t.heads(1))
		n.name = b.Title
		y += s.write(x, y, w, plain(b.Title), t.boldStyle(t.body*1.04), n) + t.body*0.1
	}
	for i, it := range b.Items {
		if i > 0 {
			y += t.gap * 0.15
		}
		p, at := t.doc.add("P"), 0.0
		n := p
		if it.Sign.Shape != handout.NoShape {
			s.sign(x, y, it.Sign, st, p)
			n, at = p.add("Span"), indent
		}
		y += s.write(x+at, y, w-at, it.Text, st, n)
	}
	y += pad
	s.things[0].h = y
	t.unit(s, y)
}
