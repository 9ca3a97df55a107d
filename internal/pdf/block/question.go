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

// numeral is a number, with a space behind it that parts it from what follows when it is read.
func numeral(n int) string { return strconv.Itoa(n) + " " }

// question is one question: its number, its sign and its text, which are the head of the row; a box
// under each option, on the first line; and its key, small: below the boxes, or at the end of a question
// of one line. A row with options of its own lists them behind the question, or below it; in large print
// all do, so that the question has the width.
func (f *formTable) question(q handout.QuestionRow, options []string) *row {
	r, st, pad := &row{rule: rule{draw.Hair, hair}}, f.body, f.RowPad
	if q.Sign.Shape == handout.Solid {
		r.bar = f.bar
	}
	own, room, indent := q.Options, f.end-f.text, signWidth(st, q.Sign)
	if f.Large && len(own) == 0 {
		own = plainChoices(options)
	}
	if len(own) > 0 {
		room = f.wide - f.text
	}
	lines := f.WrapAfter(layout.Plain(q.Text), st, room, indent)
	last, foot := f.text+lines[len(lines)-1].W, pad+float64(len(lines))*st.Line()
	if len(lines) == 1 {
		last += indent
	}
	var cells []cell
	var place keyPlace
	if len(own) == 0 {
		end := f.wide // below the boxes
		if len(lines) == 1 {
			end = f.end
		}
		place = f.keyPlace(q.Key, last, end, foot)
		for range options {
			cells = append(cells, cell{set: func(s *builder, _ *tag.Node) { s.Tick(s.x+(s.w-f.tick)/2, s.y+pad+(st.Line()-f.tick)/2, f.tick) }})
		}
	} else {
		c, top, behind := f.choices(own, st, f.wide-f.text), foot+f.Gap*0.15, 0.0
		free := f.wide - f.text - beforeKey - f.Width(q.Key, f.key.Size, false)
		if after := last - f.text + 5*layout.MM; len(lines) == 1 && !f.Large && (c.oneRow(free-after) || !c.oneRow(free)) {
			top, behind = pad, after // on the line of the question, if that saves a row
		}
		probe := f.probe(f.wide)
		probe.indent(f.text)
		probe.y = top
		end := c.set(probe, behind, tag.NewRoot(true))
		place = f.keyPlace(q.Key, end, f.wide, probe.y)
		if beside := f.keyPlace(q.Key, last, f.wide, foot); behind == 0 && beside.more == 0 && place.more > 0 {
			place = beside
		}
		foot = probe.y
		cells = []cell{{attr: tag.Spanning(f.answers(options)), set: func(s *builder, n *tag.Node) {
			s.x, s.y, s.w = f.text, s.y+top, f.wide-f.text
			c.set(s, behind, n.Add("L"))
		}}}
	}
	r.height = foot + place.more + pad
	r.cells = append([]cell{
		{scope: tag.RowHead, set: func(s *builder, n *tag.Node) {
			s.y += pad
			f.asked(s, q, lines, indent, n)
		}},
		{set: func(s *builder, n *tag.Node) { s.aside(place.x, s.y+place.base, q.Key, f.key, n) }},
	}, cells...)
	return r
}

// asked sets a question's number, sign and text.
func (f *formTable) asked(s *builder, q handout.QuestionRow, lines []text.Line, indent float64, head *tag.Node) {
	st, number := f.body, f.number
	n := head
	if q.Sign.Shape != handout.NoShape {
		head = head.Add("P")
		n = head.Add("Span")
	}
	if q.Number > 0 {
		w := f.Width(strconv.Itoa(q.Number), number.Size, false)
		s.aside(f.text-number.Size*0.5-w, s.y+st.Base(), numeral(q.Number), number, n)
	}
	s.x = f.text
	s.lines(lines, indent, st, s.sign(s.x, s.y, q.Sign, st, head))
}

// keyPlace is where the key of a row stands: from x on, its baseline at base below the top of the row,
// on a line of its own if the row is so much higher for it.
type keyPlace struct{ x, base, more float64 }

// keyPlace finds the place of a key on a line with its foot at y, flush right at end, behind text that
// ends at last; or on a line of its own, where the text leaves no room.
func (f *formTable) keyPlace(key string, last, end, y float64) keyPlace {
	st, ks := f.body, f.key
	w := f.Width(key, ks.Size, false)
	if last+beforeKey+w <= end {
		return keyPlace{end - w, y - st.Line() + st.Base(), 0}
	}
	return keyPlace{f.wide - w, y + ks.Base(), ks.Line()}
}
