package pdf

import (
	"strconv"

	"backcare/internal/handout"
)

// figureUnits is the width of an ordinary figure in its own units. All figures of a paper are
// drawn to one scale, so that the person in them keeps their size.
const figureUnits = 136

// step sets one step: the figure at the left, beside it the number, the name, the dose as a badge
// and what to do. In large print the text goes on below, on the whole width.
func (t *setter) step(b handout.Step) {
	s := t.slab()
	sect := t.doc.add("Sect")
	h := sect.add(t.heads(1))
	h.name = b.Name
	fw, fh, k := t.figureSize(b)
	pic := sect.add("Figure")
	pic.alt = b.Alt

	x := t.figure + 6*mm
	w := t.wide - x
	y := t.stepHead(s, b, x, w, h, sect)
	st := t.bodyStyle()
	lines, set, list := b.Lines, s.items, (*node)(nil)
	if t.tight() {
		set = s.packed
	}
	if len(lines) > 0 {
		list = sect.bullets()
	}
	if t.large {
		for y += t.gap * 0.1; len(lines) > 0 && y+s.itemHeight(w, lines[0], st) < fh+st.line()*0.6; lines = lines[1:] {
			y += s.item(x, y, w, lines[0], st, list) + t.gap*0.1
		}
		y = max(y, fh) + t.body*0.3
		x, w = 0, t.wide
	}
	y += set(x, y, w, lines, st, t.gap*0.1, list)
	if t.spare {
		b.Easier = nil
	}
	y += t.extras(s, x, y, w, []handout.Text{b.Feel, b.Easier, b.Stop}, sect)
	height := max(y, fh)
	if b.Figure.Width > 0 {
		top := (height - fh) / 2
		if t.large {
			top = 0
		}
		fig := b.Figure
		s.things = append(s.things, thing{kind: figureThing, x: (t.figure - fw) / 2, y: top, w: fig.Width * k, h: fh, figure: &fig, letter: letterSize(t.large), node: pic})
	}
	if !t.large { // text that is shorter than the figure stands beside its middle
		if d := (height - y) / 2; d > 0 {
			for i := range s.things {
				if s.things[i].kind != figureThing {
					s.things[i].y += d
				}
			}
		}
	}
	u := t.unit(s, height)
	u.rule = true
	u.before = t.gap * 1.3
	u.spread, u.most = 2, 9*mm
}

// figureSize is the printed width and height of a step's figure in points, and points a unit.
func (t *setter) figureSize(b handout.Step) (w, h, k float64) {
	if b.Figure.Width <= 0 || b.Figure.Height <= 0 {
		return 0, 0, 0
	}
	k = t.figure / max(figureUnits, b.Figure.Width)
	return b.Figure.Width * k, b.Figure.Height * k, k
}

// stepHead sets number, name and dose, and returns where the text below them starts.
func (t *setter) stepHead(s *slab, b handout.Step, x, w float64, h, sect *node) float64 {
	name := t.boldStyle(t.name)
	d := t.name * 1.5
	if t.tight() {
		d = t.name * 1.3
	}
	nx := x + d + t.name*0.5
	num := strconv.Itoa(b.Number)
	numSize := t.name * 0.82
	nw := t.faces[1].width(num, numSize)
	s.disc(x, 0, d, accent)
	s.things = append(s.things, thing{kind: textThing, x: x + (d-nw)/2, y: d/2 + capHeight*numSize/2, w: nw, h: numSize, text: num + " ", bold: true, fill: white, node: h})

	badge := style{size: t.small, leading: 1.15, colour: accent, bold: true}
	bh := badge.size * 1.75
	dose := s.wrap(plain(b.Dose), badge, w-bh)
	bw := widest(dose) + bh*0.9
	beside := b.Dose != "" && len(dose) == 1 && !t.large // one place in all of large print
	room := w - (nx - x)
	lines := s.wrap(plain(b.Name), name, room)
	if beside {
		if len(lines) == 1 && lines[0].w+bw+3*mm <= room {
			lines = s.wrap(plain(b.Name), name, room-bw-3*mm)
		} else {
			beside = false
		}
	}
	first := max(0, d-name.line()) / 2
	y := first + s.put(nx, first, room, lines, name, h)
	y = max(y, d)
	if b.Dose == "" {
		return y + t.body*0.15
	}
	n := sect.add("P")
	bx, by := x+w-bw, (d-bh)/2
	if !beside {
		if bx, by = nx, y+1; t.large { // where the lines begin, for it is longer than the name
			bx = x
		} else if dose = s.wrap(plain(b.Dose), badge, w-(nx-x)-bh); len(dose) > 1 {
			bw = widest(dose) + bh*0.9
		}
		bh += float64(len(dose)-1) * badge.line()
		y = by + bh
	}
	s.box(bx, by, bw, bh, min(bh/2, badge.size*0.875), white, accent, 0.9)
	s.put(bx, by+(bh-float64(len(dose))*badge.line())/2, bw, dose, style{size: badge.size, leading: badge.leading, colour: accent, bold: true, centre: true}, n)
	return y + t.body*0.2
}

// extras sets the lines below what to do, two on a line where they fit, and returns the height.
func (t *setter) extras(s *slab, x, y, w float64, list []handout.Text, sect *node) float64 {
	st := style{size: t.small, leading: t.leading, colour: grey}
	const apart = 6 * mm
	top, at := y, 0.0
	for _, extra := range list {
		if len(extra) == 0 {
			continue
		}
		lines := s.wrap(extra, st, w)
		if at > 0 && len(lines) == 1 && at+apart+lines[0].w <= w {
			s.put(x+at+apart, y-st.line(), w, lines, st, sect.add("P"))
			at += apart + lines[0].w
			continue
		}
		if y == top {
			if y += t.gap * 0.1; !t.tight() {
				y += t.gap * 0.15
			}
		}
		y += s.put(x, y, w, lines, st, sect.add("P"))
		at = lines[len(lines)-1].w
	}
	return y - top
}
