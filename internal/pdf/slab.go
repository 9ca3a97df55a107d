package pdf

import (
	"strings"

	"backcare/internal/handout"
)

// slab is a unit in the making.
type slab struct {
	faces  *faces
	things []thing
}

func (t *setter) slab() *slab { return &slab{faces: t.faces} }

// unit closes a slab into a unit of the given height, and returns it to be adorned.
func (t *setter) unit(s *slab, height float64) *unit {
	t.units = append(t.units, unit{height: height, before: t.gap, things: s.things, spread: 1, most: 5 * mm})
	return &t.units[len(t.units)-1]
}

// write sets a paragraph with its top left corner at x, y in a column of width w, and returns the
// height it takes.
func (s *slab) write(x, y, w float64, t handout.Text, st style, n *node) float64 {
	return s.put(x, y, w, s.wrap(t, st, w), st, n)
}

func (s *slab) wrap(t handout.Text, st style, w float64) []line {
	return s.faces.wrap(st.of(t), st.size, w)
}

// of is a text as it is measured in this style.
func (st style) of(t handout.Text) handout.Text {
	out := t
	for i, span := range t {
		c := composed(span.Text)
		if c == span.Text && (span.Bold || !st.bold) {
			continue
		}
		if &out[0] == &t[0] {
			out = append(handout.Text(nil), t...)
		}
		out[i] = handout.Span{Text: c, Bold: span.Bold || st.bold}
	}
	return out
}

// put draws lines that are already broken.
func (s *slab) put(x, y, w float64, lines []line, st style, n *node) float64 {
	return s.putAfter(x, y, w, 0, lines, st, n)
}

// putAfter draws lines of which the first begins at an indent.
func (s *slab) putAfter(x, y, w, indent float64, lines []line, st style, n *node) float64 {
	for i, l := range lines {
		at := x
		if i == 0 {
			at += indent
		}
		switch {
		case st.right:
			at += w - l.w
		case st.centre:
			at += (w - l.w) / 2
		}
		for _, r := range l.runs {
			s.run(at+r.x, y+float64(i)*st.line()+st.base(), r, st, n)
		}
	}
	return float64(len(lines)) * st.line()
}

// run draws a run of letters whose baseline starts at x, y, and a line where it is left blank.
func (s *slab) run(x, y float64, r run, st style, n *node) {
	th := thing{kind: textThing, x: x, y: y, w: r.w, h: st.size, text: r.text, bold: r.bold, fill: st.colour, node: n}
	face := s.faces.weight(r.bold)
	for before, rest, ok := cutBlank(th.text); ok; before, rest, ok = cutBlank(th.text) {
		blank := th.text[len(before) : len(th.text)-len(rest)]
		if before != "" {
			part := th
			part.text, part.w = before, face.width(before, st.size)
			s.things = append(s.things, part)
		}
		x := th.x + face.width(before, st.size)
		w := face.width(blank, st.size)
		s.stroke(x, y+st.size*0.12, w, 0, rule, 0.7)
		th.w -= x + w - th.x
		th.x, th.text = x+w, rest
	}
	if th.text != "" {
		s.things = append(s.things, th)
	}
}

// cutBlank cuts a text around the first run of underscores in it: room to write, which is drawn, for
// nobody wants to hear it read out.
func cutBlank(s string) (before, after string, ok bool) {
	before, after, ok = strings.Cut(s, "____")
	return before, strings.TrimLeft(after, "_"), ok
}

func (s *slab) box(x, y, w, h, radius float64, fill, stroke colour, width float64) *thing {
	s.things = append(s.things, thing{kind: boxThing, x: x, y: y, w: w, h: h, radius: radius, fill: fill, stroke: stroke, width: width})
	return &s.things[len(s.things)-1]
}

func (s *slab) stroke(x, y, w, h float64, c colour, width float64) *thing {
	s.things = append(s.things, thing{kind: lineThing, x: x, y: y, w: w, h: h, stroke: c, width: width})
	return &s.things[len(s.things)-1]
}

func (s *slab) disc(x, y, d float64, fill colour) {
	s.things = append(s.things, thing{kind: discThing, x: x, y: y, w: d, h: d, fill: fill})
}

// tick is an empty box to tick, n its place in the structure.
func (s *slab) tick(x, y, d float64) { s.box(x, y, d, d, 1, white, ink, 0.9) }

// plain is a text of one weight.
func plain(s string) handout.Text { return handout.Text{{Text: s}} }
