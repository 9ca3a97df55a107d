package block

import (
	"strconv"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// beforeKey is the room between a text and the key at its right.
const beforeKey = 1.8 * layout.MM

// bar is the width of the heavy bar before a question that cannot wait.
func (t *layouter) bar() float64 {
	if t.Large {
		return 2.4 * layout.MM
	}
	return 1.5 * layout.MM
}

func (t *layouter) numberStyle() layout.Style {
	st := layout.Style{Size: 8.5, Leading: 1.15, Colour: draw.Grey}
	if t.Large {
		st.Size = t.Small
	}
	return st
}

// numeral is a number, with a space behind it that parts it from what follows when it is read.
func numeral(n int) string { return strconv.Itoa(n) + " " }

// formRow sets one question: its number, its sign and its text, which are the head of the row; a box
// under each option, on the first line; and its key, small: below the boxes, or at the end of a question
// of one line. A row with options of its own lists them behind the question, or below it; in large print
// all do, so that the question has the width.
func (t *layouter) formRow(r handout.QuestionRow, table *tag.Node, options []string) *layout.Box {
	s, g := t.builder(), t.grid
	st := t.bodyStyle()
	pad := t.RowPad
	tr := table.Add("TR")
	head, key := tr.Add("TH"), tr.Add("TD")
	head.Attr = tag.RowHead
	own := r.Options
	if t.Large && len(own) == 0 {
		own = plainChoices(options)
	}
	room, indent := g.end-g.text, signWidth(st, r.Sign)
	if len(own) > 0 {
		room = t.wide - g.text
	}
	lines := t.WrapAfter(layout.Plain(r.Text), st, room, indent)
	t.asked(s, r, pad, lines, indent, head)
	h, keyed := float64(len(lines))*st.Line(), false
	last := g.text + lines[len(lines)-1].W // where the last line ends
	if len(lines) == 1 {
		last += indent
	}
	if len(own) > 0 {
		cell := tr.Add("TD")
		cell.Attr = tag.Spanning(len(options))
		y, behind := pad+h+t.Gap*0.15, 0.0
		free := t.wide - t.Width(r.Key, t.keyStyle().Size, false) - beforeKey - g.text
		if after := indent + lines[0].W + 5*layout.MM; len(lines) == 1 && !t.Large && (t.oneRow(own, st, free-after) || !t.oneRow(own, st, free)) {
			y, behind = pad, after // on the line of the question, if that saves a row
		}
		tall, end := t.choices(s, g.text, y, t.wide-g.text, behind, own, st, cell.Add("L"))
		if h = y - pad + tall; behind == 0 && t.keyFits(r.Key, last, t.wide) && !t.keyFits(r.Key, end, t.wide) {
			t.key(s, r.Key, pad+float64(len(lines))*st.Line(), last, false, key)
			keyed = true
		}
		last = end
	} else {
		d := t.tickSize()
		x, y := t.wide-g.total(), pad+(st.Line()-d)/2
		for i := range options {
			tr.Add("TD")
			s.Tick(x+(g.boxes[i]-d)/2, y, d)
			x += g.boxes[i]
		}
	}
	if !keyed {
		h += t.key(s, r.Key, pad+h, last, len(own) == 0 && len(lines) == 1, key)
	}
	h += 2 * pad
	s.Stroke(0, h, t.wide, 0, draw.Hair, 0.6)
	if r.Sign.Shape == handout.Solid {
		s.Box(0, 0, t.bar(), h, 0, draw.Ink, 0, 0)
	}
	u := t.box(s, h)
	u.Before, u.Stretch = 0, 0
	return u
}

// asked sets a question's number, sign and text.
func (t *layouter) asked(s *builder, r handout.QuestionRow, y float64, lines []text.Line, indent float64, head *tag.Node) {
	st, number := t.bodyStyle(), t.numberStyle()
	n, words := head, head
	var p *tag.Node
	if r.Sign.Shape != handout.NoShape {
		p = head.Add("P")
		n = p.Add("Span")
	}
	if r.Number > 0 {
		w := t.Width(strconv.Itoa(r.Number), number.Size, false)
		s.Put(t.grid.text-number.Size*0.5-w, y+st.Base()-number.Base(), t.grid.text, s.Wrap(layout.Plain(numeral(r.Number)), number, t.grid.text), number, n)
	}
	if p != nil {
		s.sign(t.grid.text, y, r.Sign, st, p)
		words = p.Add("Span")
	}
	s.PutAfter(t.grid.text, y, t.wide, indent, lines, st, words)
}

// key sets the key of a row on the last line, which lies above y, flush right: before the boxes where
// these are on it, and on a line of its own where the text leaves no room. It returns the height that
// takes.
func (t *layouter) key(s *builder, key string, y, last float64, boxed bool, n *tag.Node) (more float64) {
	st, ks := t.bodyStyle(), t.keyStyle()
	w, end := t.Width(key, ks.Size, false), t.wide
	if boxed {
		end = t.grid.end
	}
	base := y - st.Line() + st.Base()
	if !t.keyFits(key, last, end) {
		end, more = t.wide, ks.Line()
		base = y + ks.Base()
	}
	s.Put(end-w, base-ks.Base(), w+1, s.Wrap(layout.Plain(key), ks, w+1), ks, n)
	return more
}

// keyFits says whether a key stands on a line behind text that ends at last.
func (t *layouter) keyFits(key string, last, end float64) bool {
	return last+beforeKey+t.Width(key, t.keyStyle().Size, false) <= end
}
