package pdf

import "backcare/internal/handout"

// lines sets lines to sign or write on, side by side, each with its label below it.
func (t *setter) lines(b handout.Lines) {
	n := len(b.Labels)
	if n == 0 {
		return
	}
	st := t.labelStyle()
	if t.inline {
		t.signed(b, st)
		return
	}
	if t.large {
		n = 1
	}
	gap := 6 * mm
	cw := (t.wide - gap*float64(n-1)) / float64(n)
	nodes := make([]*node, len(b.Labels))
	list := t.doc.add("L")
	for i := range nodes {
		nodes[i] = list.add("LI").add("Lbl")
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

// firstMore is how much longer the first of several lines is: one signs there.
const firstMore = 0.6

// signed sets lines to write on in one row, each label before its line.
func (t *setter) signed(b handout.Lines, st style) {
	s := t.slab()
	const least = 22 * mm
	gap := 5 * mm
	room := t.wide + gap
	for _, l := range b.Labels {
		room -= t.faces[0].width(l, st.size) + gap + st.size*0.5
	}
	share := room / (float64(len(b.Labels)) + firstMore) // of every line but the first
	if share < least {                                   // labels too long for one row
		t.inline = false
		t.lines(b)
		t.inline = true
		return
	}
	x := 0.0
	list := t.doc.add("L")
	for i, l := range b.Labels {
		n := list.add("LI").add("Lbl")
		w := t.faces[0].width(l, st.size)
		s.put(x, t.write-st.line()*0.9, w+1, s.wrap(plain(l), st, w+1), st, n)
		x += w + st.size*0.5
		line := share
		if i == 0 {
			line *= 1 + firstMore
		}
		s.stroke(x, t.write, line, 0, rule, 0.8)
		x += line + gap
	}
	u := t.unit(s, t.write+1)
	u.before = t.gap * 0.4
	u.spread = 1.5
}

// cut sets a line to cut along and the heading of the slip below it.
func (t *setter) cut(b handout.Cut) {
	s := t.slab()
	line := s.stroke(0, 0, t.wide, 0, ink, 0.9)
	line.dash = [2]float64{5, 4}
	y := max(t.gap, 2.4*mm)
	if t.terse {
		y = 1.6 * mm
	}
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
