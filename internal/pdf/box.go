package pdf

import (
	"strings"

	"backcare/internal/handout"
)

// alert sets the warning: a frame with a heavy bar at its left, which no photocopy loses. What can
// wait until later has a thinner bar and smaller type.
func (t *setter) alert(b handout.Alert) {
	s := t.slab()
	tight := t.tight()
	bar, edge, st := 4.2*mm, 1.4, t.bodyStyle()
	if b.Later {
		bar, edge, st = 1.8*mm, 0.8, t.secondary()
	}
	pad, air := t.pad, t.body*0.3
	x, w := 4.2*mm+pad*1.2, t.wide-4.2*mm-pad*2.2 // both lists begin at one edge
	if tight {
		pad, air = 1.4*mm, t.body*0.12
	}
	s.box(0, 0, 0, 0, 3, white, ink, edge)
	s.box(0, 0, bar, 0, min(3, bar/2), ink, 0, 0).left = true
	y := pad
	if b.Title != "" {
		n := t.doc.add("H2")
		n.name = b.Title
		title := t.boldStyle(t.part)
		if k := w / t.faces[1].width(composed(b.Title), title.size); k < 1 && title.size*k > t.body*1.02 {
			title.size *= k * 0.995 // rather a little smaller than on two lines
		}
		y += s.write(x, y, w, plain(b.Title), title, n) + air
	}
	if len(b.Items) > 0 {
		list := t.doc.bullets()
		gap := t.gap * 0.12
		if tight && !s.paired(b.Items, st, (w-5*mm)/2, 1) {
			y += s.packed(x, y, w, b.Items, st, gap, list)
		} else if !t.large && s.paired(b.Items, st, (w-5*mm)/2, 4) {
			y += s.columns(x, y, w, 5*mm, b.Items, st, gap, list)
		} else {
			y += s.items(x, y, w, b.Items, st, gap, list)
		}
		if len(b.After) > 0 {
			y += air
		}
	}
	if (tight || t.scale.runIn) && len(b.After) > 1 && b.Write == "" {
		b.After = []handout.Text{joined(b.After, " ")}
	}
	for i, p := range b.After {
		if i > 0 {
			y += t.gap * 0.12
		}
		lines := s.wrap(p, st, w)
		y += s.put(x, y, w, lines, st, t.doc.add("P"))
		if i == 0 && b.Write != "" {
			y += t.writeHere(s, x, y, w, lines[len(lines)-1].w, b.Write, st)
		}
	}
	y += pad
	s.things[0].w, s.things[0].h = t.wide, y
	s.things[1].h = y
	t.unit(s, y)
}

// writeHere sets a line to write a telephone number on, behind its label, and returns its height:
// room for a hand that shakes, and for a number with its country. It begins beside the last line of
// the text above, which is so wide, if that leaves enough.
func (t *setter) writeHere(s *slab, x, y, w, last float64, label string, st style) float64 {
	high, long := 8*mm, 75*mm
	if t.large {
		high = 12 * mm
	}
	lines := s.wrap(plain(label), st, w)
	end, top := x+w, y
	if from := last + 8*mm; from+lines[0].w+st.size*0.4+45*mm <= w {
		x += from
		y -= st.line()
	}
	s.put(x, y+high-st.base(), w, lines[:1], st, t.doc.add("P"))
	at := x + lines[0].w + st.size*0.4
	s.stroke(at, y+high, min(long, end-at), 0, rule, 0.8)
	return max(0, y+high+st.line()-st.base()-top)
}

// panel sets a short boxed text.
func (t *setter) panel(b handout.Panel) {
	switch {
	case b.Brief != nil && t.scale.spare: // the last resort
		return
	case b.Brief != nil && t.curt:
		b.Items = b.Brief
	}
	if t.terse && t.aside && b.Style == handout.Outline { // no room for a box on a full note
		t.paragraph(handout.Paragraph{Text: joined(runOn(b).Text, " ")})
		return
	}
	s := t.slab()
	frame := s.box(0, 0, t.wide, 0, 3, white, ink, 0.9)
	switch b.Style {
	case handout.Tint:
		frame.fill, frame.stroke = tint, 0
	case handout.Dashed:
		frame.width, frame.dash = 1.2, [2]float64{4, 3}
	}
	pad := t.pad * 0.8
	x, w := pad*1.3, t.wide-pad*2.6
	tight := t.tight()
	if tight {
		pad = 1 * mm
	}
	st := t.bodyStyle()
	y := pad
	if tight || t.scale.runIn && len(b.Items) == 0 {
		b = runOn(b)
	}
	if b.Title != "" {
		n := t.doc.add(t.heads(1))
		n.name = b.Title
		y += s.write(x, y, w, plain(b.Title), t.boldStyle(t.body*1.04), n) + t.body*0.2
	}
	for i, p := range b.Text {
		if i > 0 {
			y += t.gap * 0.15
		}
		y += s.write(x, y, w, p, st, t.doc.add("P"))
	}
	if len(b.Items) > 0 {
		list := t.doc.bullets()
		gap := t.gap * 0.12
		if len(b.Text) > 0 {
			y += gap
		}
		if !t.large && s.paired(b.Items, st, (w-6*mm)/2, 3) {
			y += s.columns(x, y, w, 6*mm, b.Items, st, gap, list)
		} else {
			y += s.items(x, y, w, b.Items, st, gap, list)
		}
	}
	y += pad
	s.things[0].h = y
	t.unit(s, y)
}

// band sets what to do in white on a dark band, to be read across a room.
func (t *setter) band(b handout.Band) {
	s := t.slab()
	s.box(0, 0, t.wide, 0, 3, ink, 0, 0)
	pad := t.pad * 1.1
	head := style{size: max(t.title*0.95, t.body*1.6), leading: 1.15, colour: white, bold: true}
	if t.terse {
		pad, head.size = 1.5*mm, t.body*1.4
	}
	x, w := max(pad*1.3, 3*mm), t.wide-2*max(pad*1.3, 3*mm)
	y := pad
	n := t.doc.add("H2")
	n.name = b.Title
	st := style{size: t.body * 1.06, leading: min(t.leading, 1.2), colour: white}
	title := s.wrap(plain(b.Title), head, w)
	// rest sets the text, its first line after an indent.
	rest := func(x, y, w, indent float64) (h float64) {
		for _, part := range []struct {
			list []string
			lang string
		}{{b.Text, ""}, {b.Own, b.Lang}} {
			list := part.list
			if t.terse && len(list) > 1 {
				list = []string{strings.Join(list, " ")}
			}
			if part.lang != "" && len(list) > 0 { // the person's own part is found at a glance
				h += t.pad * 0.5
				s.stroke(x, y+h, w, 0, white, 0.6)
				h += t.pad * 0.5
			}
			for _, line := range list {
				p := t.doc.add("P")
				p.lang = part.lang
				h += s.putAfter(x, y+h, w, indent, s.faces.wrapAfter(st.of(plain(line)), st.size, w, indent), st, p)
				indent = 0
			}
		}
		return h
	}
	if tw := widest(title) + 4*mm; t.terse && len(title) == 1 && tw < w*0.5 {
		st.size = t.body
		s.put(x, y, w, title, head, n)
		y += head.base() - st.base()
		y += rest(x, y, w, tw)
	} else if tw := widest(title) + 6*mm; t.aside && len(title) == 1 && tw < w*0.45 {
		from := len(s.things)
		h := rest(x+tw, y, w-tw, 0)
		height := max(h, head.line())
		for i := range s.things[from:] {
			s.things[from+i].y += (height - h) / 2
		}
		s.put(x, y+(height-head.line())/2, w, title, head, n)
		y += height
	} else {
		y += s.put(x, y, w, title, head, n) + t.body*0.25
		y += rest(x, y, w, 0)
	}
	y += pad
	s.things[0].h = y
	t.unit(s, y)
}

// runOn is a panel in as few lines as it can be: one paragraph, the title in front.
func runOn(b handout.Panel) handout.Panel {
	all := b.Text
	if len(b.Items) > 0 {
		all = append(all[:len(all):len(all)], joined(b.Items, " •\u00a0"))
	}
	if b.Title != "" {
		all = append([]handout.Text{{{Text: b.Title, Bold: true}}}, all...)
	}
	return handout.Panel{Style: b.Style, Text: []handout.Text{joined(all, "  ")}}
}
