package pdf

import (
	"strings"

	"backcare/internal/handout"
)

// questions sets a table of the form. Its head holds the title, the question over all rows, what
// the keys are for and the options over their columns; where the table goes on over the page, the
// head says so.
func (t *setter) questions(b handout.Questions) {
	table := t.doc.add("Table")
	head := t.formHead(b, b.Title, table)
	if head == nil {
		return
	}
	again := t.formHead(b, b.Again, &node{}) // read once only
	t.units = append(t.units, *head)
	for i, r := range b.Rows {
		u := t.formRow(r, table, len(b.Options))
		if i > 0 {
			u.head = again
		}
		u.keep = i == 0 && len(b.Rows) > 1 || i == len(b.Rows)-2
	}
}

// formGrid are the columns of the form, the same in all its tables. In points.
type formGrid struct {
	text  float64   // where questions begin, behind their numbers
	keys  float64   // where keys end
	boxes []float64 // widths
}

func (g formGrid) total() (w float64) {
	for _, b := range g.boxes {
		w += b
	}
	return w
}

func (t *setter) measureForm(blocks []handout.Block) (g formGrid) {
	st := t.formHeadStyle()
	most := 0
	for _, b := range blocks {
		q, ok := b.(handout.Questions)
		if !ok {
			continue
		}
		for _, r := range q.Rows {
			most = max(most, r.Number)
		}
		for i, o := range q.Options {
			if i == len(g.boxes) {
				g.boxes = append(g.boxes, t.tickSize()*1.15+3*mm)
			}
			for word := range strings.FieldsSeq(composed(o)) {
				g.boxes[i] = max(g.boxes[i], t.faces[1].width(word, st.size)+1.6*mm)
			}
			for len(t.faces.wrap(st.of(plain(o)), st.size, g.boxes[i])) > 2 {
				g.boxes[i] += 1
			}
		}
	}
	number := t.numberStyle()
	g.text = t.bar() + number.size*0.3 + t.faces[0].width(numeral(most), number.size) + number.size*0.5
	g.keys = t.wide - g.total() - 1.4*mm
	return g
}

func (t *setter) tickSize() float64 {
	if t.large {
		return 6.5 * mm
	}
	return min(4.2*mm, t.body*0.96)
}

func (t *setter) keyStyle() style {
	st := style{size: 7.5, leading: 1.15, colour: grey}
	if t.large {
		st.size = 13
	}
	return st
}

func (t *setter) formHeadStyle() style {
	st := style{size: 8.5, leading: 1.1, colour: ink, bold: true, centre: true}
	if t.large {
		st.size = t.small
	}
	return st
}

const (
	columnHead = "/A <</O /Table /Scope /Column>>"
	rowHead    = "/A <</O /Table /Scope /Row>>"
)

// formHead sets the head of a table under a title, or nil if there is nothing to say.
func (t *setter) formHead(b handout.Questions, name string, table *node) *unit {
	if name == "" && b.Ask == "" && len(b.Options) == 0 {
		return nil
	}
	s, g := t.slab(), t.grid
	tr := table.add("TR")
	st, title, hs, ks := t.bodyStyle(), t.boldStyle(t.part), t.formHeadStyle(), t.keyStyle()
	title.colour = accent
	over := tr.add("TH")
	over.attr = columnHead
	kw := t.faces[0].width(composed(b.Key), ks.size)
	free := g.keys - kw - beforeKey
	h, indent := 0.0, 0.0
	if name != "" {
		n := over.add("P")
		n.name = name
		tw := t.faces[1].width(composed(name), title.size) + 3*mm
		lines := s.wrap(plain(name), title, g.keys)
		if !t.large && len(lines) == 1 && tw < g.keys*0.6 {
			indent = tw
			s.put(0, st.base()-title.base(), g.keys, lines, title, n)
		} else {
			h += s.put(0, 0, g.keys, lines, title, n)
		}
	}
	options := make([][]line, len(b.Options))
	tall := 0.0
	for i, o := range b.Options {
		options[i] = s.wrap(plain(o), hs, g.boxes[i])
		tall = max(tall, float64(len(options[i]))*hs.line())
	}
	var asked []line
	above := false // the key's head stands above a question of one line
	if b.Ask != "" {
		asked = t.faces.wrapAfter(st.of(plain(b.Ask)), st.size, g.keys, indent)
		if cleared := t.clearing(plain(b.Ask), st, g.keys, indent, free); len(cleared) == len(asked) {
			asked = cleared
		} else if above = h == 0 && len(asked) == 1 && tall >= st.line()*0.95+ks.line()*0.7; !above {
			asked = cleared
		}
	}
	h += s.putAfter(0, h, g.keys, indent, asked, st, over.add("P"))
	if len(asked) == 0 && indent > 0 {
		h = title.line()
	}
	if d := tall - h; d > 0 { // all stands on the rule
		for i := range s.things {
			s.things[i].y += d
		}
		h = tall
	}
	n := tr.add("TH")
	n.attr = columnHead
	y := h - ks.line()
	if above {
		y = 0
	}
	s.put(g.keys-kw, y, kw+1, s.wrap(plain(b.Key), ks, kw+1), ks, n)
	x := t.wide - g.total()
	for i, lines := range options {
		n := tr.add("TH")
		n.attr = columnHead
		s.put(x, h-float64(len(lines))*hs.line(), g.boxes[i], lines, hs, n)
		x += g.boxes[i]
	}
	h += 0.8 * mm
	s.stroke(0, h, t.wide, 0, ink, 0.8)
	return &unit{height: h, before: t.gap, things: s.things, spread: 1, most: 5 * mm, keep: true}
}

// clearing breaks a text so that its last line ends before free, where a key stands.
func (t *setter) clearing(text handout.Text, st style, room, indent, free float64) []line {
	lines := t.faces.wrapAfter(st.of(text), st.size, room, indent)
	last := lines[len(lines)-1].w
	if len(lines) == 1 {
		last += indent
	}
	if last > free {
		lines = t.faces.wrapAfter(st.of(text), st.size, free, indent)
	}
	return lines
}
