package pdf

import (
	"strconv"

	"backcare/internal/handout"
)

// beforeKey is the room between a text and the key at its right.
const beforeKey = 1.8 * mm

// bar is the width of the heavy bar before a question that cannot wait.
func (t *setter) bar() float64 {
	if t.large {
		return 2.4 * mm
	}
	return 1.5 * mm
}

func (t *setter) numberStyle() style {
	st := style{size: 9, leading: 1.15, colour: grey}
	if t.large {
		st.size = t.small
	}
	return st
}

// numeral is a number, with a space behind it that parts it from what follows when it is read.
func numeral(n int) string { return strconv.Itoa(n) + " " }

// formRow sets one question: its number, its sign and its text, which are the head of the row; its
// key, small on the baseline of the row's last line; and a box under each option. A row with
// options of its own lists them behind the question, or below it.
func (t *setter) formRow(r handout.QuestionRow, table *node, boxes int) *unit {
	s, g := t.slab(), t.grid
	st := t.bodyStyle()
	pad := t.rowPad
	tr := table.add("TR")
	head, key := tr.add("TH"), tr.add("TD")
	head.attr = rowHead
	kw := t.faces[0].width(r.Key, t.keyStyle().size)
	room, free := g.keys-g.text, g.keys-kw-beforeKey-g.text
	indent := st.signWidth(r.Sign)
	var lines []line
	if len(r.Options) > 0 {
		lines = t.faces.wrapAfter(st.of(plain(r.Text)), st.size, room, indent)
	} else {
		lines = t.clearing(plain(r.Text), st, room, indent, free)
	}
	t.asked(s, r, pad, lines, indent, head)
	h := float64(len(lines)) * st.line()
	if len(r.Options) > 0 {
		cell := tr.add("TD")
		cell.attr = spanning(boxes)
		y, behind := pad+h+t.gap*0.15, 0.0
		if after := indent + lines[0].w + 5*mm; len(lines) == 1 && !t.large && (t.oneRow(r.Options, st, free-after) || !t.oneRow(r.Options, st, free)) {
			y, behind = pad, after // on the line of the question, if that saves a row
		}
		h = y - pad + t.choices(s, g.text, y, free, behind, r.Options, st, cell.add("L"))
	} else if d := t.tickSize(); boxes > 0 {
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
	t.key(s, r.Key, kw, pad, h, lines, len(r.Options) > 0, key)
	h += 2 * pad
	s.stroke(0, h, t.wide, 0, hair, 0.6)
	if r.Sign.Shape == handout.Solid {
		s.box(0, 0, t.bar(), h, 0, ink, 0, 0)
	}
	u := t.unit(s, h)
	u.before, u.spread = 0, 0
	return u
}

// asked sets a question's number, sign and text.
func (t *setter) asked(s *slab, r handout.QuestionRow, y float64, lines []line, indent float64, head *node) {
	st, number := t.bodyStyle(), t.numberStyle()
	n, words := head, head
	var p *node
	if r.Sign.Shape != handout.NoShape {
		p = head.add("P")
		n = p.add("Span")
	}
	if r.Number > 0 {
		w := t.faces[0].width(strconv.Itoa(r.Number), number.size)
		s.put(t.grid.text-number.size*0.5-w, y+st.base()-number.base(), t.grid.text, s.wrap(plain(numeral(r.Number)), number, t.grid.text), number, n)
	}
	if p != nil {
		s.sign(t.grid.text, y, r.Sign, st, p)
		words = p.add("Span")
	}
	s.putAfter(t.grid.text, y, t.wide, indent, lines, st, words)
}

// key sets the key of a row in the column of the keys.
func (t *setter) key(s *slab, key string, w, y, h float64, lines []line, own bool, n *node) {
	st, ks := t.bodyStyle(), t.keyStyle()
	base := y + h - st.line() + st.base()
	if !own { // the text may stand in the middle of boxes that are taller
		base = y + (h+float64(len(lines))*st.line())/2 - st.line() + st.base()
	}
	s.put(t.grid.keys-w, base-ks.base(), w+1, s.wrap(plain(key), ks, w+1), ks, n)
}

// spanning is the attribute of a cell over several columns.
func spanning(n int) string {
	if n < 2 {
		return ""
	}
	return "/A <</O /Table /ColSpan " + strconv.Itoa(n) + ">>"
}
