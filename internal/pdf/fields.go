package pdf

import "backcare/internal/handout"

// fields sets labelled values side by side; one that does not fit its column takes two or the
// whole row. An empty value is a line to write on.
func (t *setter) fields(b handout.Fields) {
	label, value := t.labelStyle(), t.bodyStyle()
	value.leading = min(value.leading, 1.22)
	columns := t.across
	gap := 5 * mm
	cw := (t.wide - gap*float64(columns-1)) / float64(columns)
	s := t.slab()
	pad := t.gap * 0.22
	y, col, tall := 0.0, 0, 0.0
	blank := false // a row with lines to write on needs no line below it
	end := func() {
		if col > 0 {
			y += tall + pad
			if !blank {
				s.stroke(0, y, t.wide, 0, hair, 0.6)
			}
			y += pad
			col, tall, blank = 0, 0, false
		}
	}
	for _, f := range b.Items {
		span := 1
		need := max(t.faces[0].width(f.Value, value.size), t.faces[0].width(f.Label, label.size))
		for span < columns && float64(span)*(cw+gap)-gap < need {
			span++
		}
		if span > columns-col {
			if float64(columns-col)*(cw+gap)-gap >= need*0.6 && col > 0 {
				span = columns - col // two lines here are better than a row of its own
			} else {
				end()
			}
		}
		x, w := float64(col)*(cw+gap), float64(span)*(cw+gap)-gap
		n := t.doc.add("P")
		h := s.write(x, y, w, plain(f.Label+" "), label, n)
		if f.Value == "" {
			blank = true
			h += max(value.line(), t.write*0.8)
			s.stroke(x, y+h-1, w-2*mm, 0, rule, 0.7)
		} else {
			h += s.write(x, y+h, w, plain(f.Value), value, n)
		}
		tall = max(tall, h)
		if col += span; col >= columns {
			end()
		}
	}
	end()
	u := t.unit(s, max(0, y-pad))
	u.before = t.gap * 0.8
}

// lines sets lines to sign or write on, side by side, each with its label below it.
func (t *setter) lines(b handout.Lines) {
	n := len(b.Labels)
	if n == 0 {
		return
	}
	st := t.labelStyle()
	if t.large {
		n = 1
	}
	gap := 6 * mm
	cw := (t.wide - gap*float64(n-1)) / float64(n)
	nodes := make([]*node, len(b.Labels))
	for i := range nodes {
		nodes[i] = t.doc.add("P")
	}
	var height float64
	draw := func(extra float64) []thing {
		s := t.slab()
		y := 0.0
		for i := 0; i < len(b.Labels); i += n {
			y += t.write + extra
			tall := 0.0
			for k := i; k < min(i+n, len(b.Labels)); k++ {
				x := float64(k-i) * (cw + gap)
				s.stroke(x, y, cw, 0, rule, 0.8)
				tall = max(tall, s.write(x, y+1.2*mm, cw, plain(b.Labels[k]), st, nodes[k]))
			}
			y += 1.2*mm + tall
		}
		height = y
		return s.things
	}
	s := t.slab()
	s.things = draw(0)
	u := t.unit(s, height)
	u.before = t.gap * 0.4
	if len(b.Labels) <= n {
		u.grow, u.growth = draw, 4*mm
	}
}

// cut sets a line to cut along and the heading of the slip below it.
func (t *setter) cut(b handout.Cut) {
	s := t.slab()
	line := s.stroke(0, 0, t.wide, 0, ink, 0.9)
	line.dash = [2]float64{5, 4}
	y := max(t.gap, 2.4*mm)
	n := t.doc.add("H2")
	n.name = b.Title
	title := t.boldStyle(t.part)
	h := s.write(0, y, t.wide, plain(b.Title), title, n)
	if b.Text != "" {
		st := style{size: t.small, leading: 1.2, colour: grey}
		tw := t.faces[1].width(b.Title, title.size) + 4*mm
		p := t.doc.add("P")
		lines := s.wrap(plain(b.Text), st, t.wide-tw)
		if len(lines) == 1 && tw < t.wide/2 {
			s.put(tw, y+title.base()-st.base(), t.wide-tw, lines, st, p)
		} else {
			h += s.write(0, y+h, t.wide, plain(b.Text), st, p)
		}
	}
	u := t.unit(s, y+h)
	u.before = max(t.gap*1.2, 2.2*mm)
	u.spread = 2
	u.keep = true
	t.tail = true
}

// ticks sets boxes to tick, side by side as far as they fit.
func (t *setter) ticks(b handout.Ticks) {
	s := t.slab()
	h := t.tickRow(s, 0, 0, t.wide, b.Options, t.bodyStyle(), t.doc.add("L"))
	u := t.unit(s, h)
	u.before = t.gap * 0.7
}

// tickRow sets options behind boxes in rows, and returns the height.
func (t *setter) tickRow(s *slab, x, y, w float64, options []string, st style, list *node) float64 {
	d := st.size * 0.95
	gap := st.size * 0.5
	top, at := y, x
	for _, o := range options {
		lines := s.wrap(plain(o), st, w-d-gap)
		ow := d + gap + widest(lines)
		if at > x && at+ow > x+w {
			at = x
			y += st.line() + 1.5*mm
		}
		n := list.add("LI").add("LBody")
		s.tick(at, y+st.base()-capHeight*st.size/2-d/2, d)
		h := s.put(at+d+gap, y, w, lines, st, n)
		at += ow + 8*mm
		y += h - st.line()
	}
	return y + st.line() - top
}
