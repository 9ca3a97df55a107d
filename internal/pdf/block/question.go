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
	st := layout.Style{Size: 9, Leading: 1.15, Colour: draw.Grey}
	if t.Large {
		st.Size = t.Small
	}
	return st
}

// numeral is a number, with a space behind it that parts it from what follows when it is read.
func numeral(n int) string { return strconv.Itoa(n) + " " }

// formRow sets one question: its number, its sign and its text, which are the head of the row; its
// key, small on the baseline of the row's last line; and a box under each option. A row with
// options of its own lists them behind the question, or below it.
func (t *layouter) formRow(r handout.QuestionRow, table *tag.Node, boxes int) *layout.Box {
	s, g := t.builder(), t.grid
	st := t.bodyStyle()
	pad := t.RowPad
	tr := table.Add("TR")
	head, key := tr.Add("TH"), tr.Add("TD")
	head.Attr = tag.RowHead
	kw := t.Width(r.Key, t.keyStyle().Size, false)
	room, free := g.keys-g.text, g.keys-kw-beforeKey-g.text
	indent := signWidth(st, r.Sign)
	var lines []text.Line
	if len(r.Options) > 0 {
		lines = t.WrapAfter(layout.Plain(r.Text), st, room, indent)
	} else {
		lines = t.clearing(layout.Plain(r.Text), st, room, indent, free)
	}
	t.asked(s, r, pad, lines, indent, head)
	h := float64(len(lines)) * st.Line()
	if len(r.Options) > 0 {
		cell := tr.Add("TD")
		cell.Attr = tag.Spanning(boxes)
		y, behind := pad+h+t.Gap*0.15, 0.0
		if after := indent + lines[0].W + 5*layout.MM; len(lines) == 1 && !t.Large && (t.oneRow(r.Options, st, free-after) || !t.oneRow(r.Options, st, free)) {
			y, behind = pad, after // on the line of the question, if that saves a row
		}
		h = y - pad + t.choices(s, g.text, y, free, behind, r.Options, st, cell.Add("L"))
	} else if d := t.tickSize(); boxes > 0 {
		if h < d { // text and boxes on one middle line
			s.Move(0, (d-h)/2)
			h = d
		}
		x := t.wide - g.total()
		for i := range boxes {
			tr.Add("TD")
			s.Tick(x+(g.boxes[i]-d)/2, pad+(h-d)/2, d)
			x += g.boxes[i]
		}
	}
	t.key(s, r.Key, kw, pad, h, lines, len(r.Options) > 0, key)
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

// key sets the key of a row in the column of the keys.
func (t *layouter) key(s *builder, key string, w, y, h float64, lines []text.Line, own bool, n *tag.Node) {
	st, ks := t.bodyStyle(), t.keyStyle()
	base := y + h - st.Line() + st.Base()
	if !own { // the text may stand in the middle of boxes that are taller
		base = y + (h+float64(len(lines))*st.Line())/2 - st.Line() + st.Base()
	}
	s.Put(t.grid.keys-w, base-ks.Base(), w+1, s.Wrap(layout.Plain(key), ks, w+1), ks, n)
}
