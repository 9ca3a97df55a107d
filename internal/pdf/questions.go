package pdf

import (
	"strings"

	"backcare/internal/handout"
)

// questions sets a table of the form. Its head holds the title, the question over all rows and the
// options over their columns; each row holds a question, its key small in grey where the row ends,
// and a box under each option. A row with options of its own lists them behind the question.
func (t *setter) questions(b handout.Questions) {
	g := t.grid
	t.level = 1
	table := t.doc.add("Table")
	head := t.formHead(b, g, table)
	for i, r := range b.Rows {
		u := t.formRow(r, g, table, len(b.Options))
		if i > 0 && head != nil {
			u.head = head
		}
		u.keep = i == 0 && len(b.Rows) > 1 || i == len(b.Rows)-2
	}
}

// formGrid are the widths in points of the form's columns of boxes, the same in all its tables.
type formGrid struct{ boxes []float64 }

func (g formGrid) total() (w float64) {
	for _, b := range g.boxes {
		w += b
	}
	return w
}

func (t *setter) measureForm(blocks []handout.Block) (g formGrid) {
	st := t.formHeadStyle()
	for _, b := range blocks {
		q, ok := b.(handout.Questions)
		if !ok {
			continue
		}
		for i, o := range q.Options {
			if i == len(g.boxes) {
				g.boxes = append(g.boxes, t.tickSize()+4.5*mm)
			}
			for word := range strings.FieldsSeq(composed(o)) {
				g.boxes[i] = max(g.boxes[i], t.faces[1].width(word, st.size)+1.6*mm)
			}
			for len(t.faces.wrap(st.of(plain(o)), st.size, g.boxes[i])) > 2 {
				g.boxes[i] += 1
			}
		}
	}
	return g
}

func (t *setter) tickSize() float64 {
	if t.large {
		return 6.5 * mm
	}
	return min(4.2*mm, t.body*1.02)
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

const columnHead = "/A <</O /Table /Scope /Column>>"

// formHead sets the title and the question over all rows, and the options over their columns.
func (t *setter) formHead(b handout.Questions, g formGrid, table *node) *unit {
	if b.Title == "" && b.Ask == "" && len(b.Options) == 0 {
		return nil
	}
	s := t.slab()
	tr := table.add("TR")
	st, title, hs := t.bodyStyle(), t.boldStyle(t.part), t.formHeadStyle()
	title.colour = accent
	over := tr.add("TH")
	over.attr = columnHead
	room := t.wide - g.total() - 2*mm
	h, asked := 0.0, []line(nil)
	indent := 0.0
	if b.Title != "" {
		n := over.add("P")
		n.name = b.Title
		tw := t.faces[1].width(composed(b.Title), title.size) + 3*mm
		lines := s.wrap(plain(b.Title), title, room)
		if !t.large && len(lines) == 1 && tw < room*0.6 {
			indent = tw
			s.put(0, st.base()-title.base(), room, lines, title, n)
		} else {
			h += s.put(0, 0, room, lines, title, n)
		}
	}
	if b.Ask != "" {
		asked = s.faces.wrapAfter(st.of(plain(b.Ask)), st.size, room, indent)
	}
	h += s.putAfter(0, h, room, indent, asked, st, over.add("P"))
	if len(asked) == 0 && indent > 0 {
		h = title.line()
	}
	options := make([][]line, len(b.Options))
	tall := 0.0
	for i, o := range b.Options {
		options[i] = s.wrap(plain(o), hs, g.boxes[i])
		tall = max(tall, float64(len(options[i]))*hs.line())
	}
	if d := tall - h; d > 0 { // all stands on the rule
		for i := range s.things {
			s.things[i].y += d
		}
		h = tall
	}
	tr.add("TH").attr = columnHead // over the keys
	x := t.wide - g.total()
	for i, lines := range options {
		n := tr.add("TH")
		n.attr = columnHead
		s.put(x, h-float64(len(lines))*hs.line(), g.boxes[i], lines, hs, n)
		x += g.boxes[i]
	}
	h += 0.8 * mm
	s.stroke(0, h, t.wide, 0, ink, 0.8)
	u := t.unit(s, h)
	u.keep, u.before = true, t.gap
	head := *u
	return &head
}

// formRow sets one question.
func (t *setter) formRow(r handout.QuestionRow, g formGrid, table *node, boxes int) *unit {
	s := t.slab()
	st, ks := t.bodyStyle(), t.keyStyle()
	pad := t.rowPad
	tr := table.add("TR")
	q, key := tr.add("TD"), tr.add("TD")
	own := len(r.Options) > 0
	room := t.wide - g.total() - 2*mm
	kw := t.faces[0].width(r.Key, ks.size)
	lines := s.wrap(plain(r.Text), st, room)
	d := t.tickSize()

	var cell *node
	if own {
		cell = tr.add("TD")
		cell.attr = spanning(boxes)
	}
	h := 0.0
	if w, x := t.ticksWidth(s, r.Options, st), widest(lines)+5*mm; own && !t.large && len(lines) == 1 && x+w+kw+3*mm <= t.wide {
		s.put(0, pad, room, lines, st, q)
		h = t.tickRow(s, x, pad, t.wide-x, r.Options, st, cell.add("L"))
		kx := room - kw - 1
		if x+w+3*mm > kx {
			kx = t.wide - kw - 1
		}
		s.put(kx, pad+st.base()-ks.base(), kw+1, s.wrap(plain(r.Key), ks, kw+1), ks, key)
		own, cell = false, nil
		boxes = 0
	} else {
		end := room
		if own && lines[len(lines)-1].w+2.4*mm > room-kw-1 {
			end = t.wide
			lines = s.wrap(plain(r.Text), st, end)
		}
		h = s.put(0, pad, end, lines, st, q)
		kx := end - kw - 1
		if last := lines[len(lines)-1].w; last+2.4*mm > kx && !own {
			h += ks.line() * 0.95 // no room behind the text
			s.put(kx, pad+h-ks.line(), kw+1, s.wrap(plain(r.Key), ks, kw+1), ks, key)
		} else {
			if last+2.4*mm > kx {
				kx = end - kw - 1
				h += ks.line()
			}
			s.put(kx, pad+h-st.line()+st.base()-ks.base(), kw+1, s.wrap(plain(r.Key), ks, kw+1), ks, key)
		}
	}
	if own {
		h += t.gap * 0.15
		h += t.tickRow(s, 5*mm, pad+h, t.wide-5*mm, r.Options, st, cell.add("L"))
	} else if boxes > 0 {
		if h < d { // text and boxes on one middle line
			for i := range s.things {
				s.things[i].y += (d - h) / 2
			}
			h = d
		}
		x := t.wide - g.total()
		for i := range boxes {
			tr.add("TD")
			s.tick(x+(g.boxes[i]-d)/2, pad+(h-d)/2, d)
			x += g.boxes[i]
		}
	}
	h += 2 * pad
	s.stroke(0, h, t.wide, 0, hair, 0.6)
	u := t.unit(s, h)
	u.before, u.spread = 0, 0
	return u
}

// ticksWidth is the width of options behind boxes in one row.
func (t *setter) ticksWidth(s *slab, options []string, st style) (w float64) {
	for _, o := range options {
		w += st.size*1.45 + t.faces[0].width(composed(o), st.size) + 8*mm
	}
	return w - 8*mm
}

func right(st style) style {
	st.right = true
	return st
}

// spanning is the attribute of a cell over several columns.
func spanning(n int) string {
	if n < 2 {
		return ""
	}
	return "/A <</O /Table /ColSpan " + string(rune('0'+n)) + ">>"
}
