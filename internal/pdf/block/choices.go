package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// choices sets options behind boxes to tick, in rows of which the first begins at an indent, and
// returns their height and where the last of them ends.
func (t *layouter) choices(s *builder, x, y, w, indent float64, options []handout.Signed, st layout.Style, list *tag.Node) (tall, end float64) {
	d, gap := st.Size*0.95, st.Size*0.5
	top, at := y, x+indent
	between := t.betweenChoices()
	if t.oneRow(options, st, w-indent) { // rather a little closer than in two rows
		between = min(between, between+(w-indent-t.choicesWidth(options, st))/float64(max(1, len(options)-1)))
	}
	for _, o := range options {
		sign := signWidth(st, o.Sign)
		lines := s.Wrap(o.Text, st, w-d-gap-sign)
		wide := d + gap + sign + text.Widest(lines)
		if at > x && at+wide > x+w+0.1 {
			at = x
			y += st.Line() + min(1.5*layout.MM, t.RowPad*2)
		}
		body := list.Add("LI").Add("LBody")
		n := body
		s.Tick(at, y+st.Base()-font.CapHeight*st.Size/2-d/2, d)
		if sign > 0 {
			s.sign(at+d+gap, y, o.Sign, st, body)
			n = body.Add("Span")
		}
		h := s.Put(at+d+gap+sign, y, w, lines, st, n)
		end = at + wide
		at = end + between
		y += h - st.Line()
	}
	return y + st.Line() - top, end
}

// betweenChoices is the room between two options, in points.
func (t *layouter) betweenChoices() float64 {
	if t.Dense {
		return 4 * layout.MM
	}
	return 6 * layout.MM
}

// oneRow says whether options fit a row, if need be a little closer than they should stand.
func (t *layouter) oneRow(options []handout.Signed, st layout.Style, w float64) bool {
	return t.choicesWidth(options, st)-float64(len(options)-1)*t.betweenChoices()/2 <= w
}

// choicesWidth is the width of options in one row.
func (t *layouter) choicesWidth(options []handout.Signed, st layout.Style) (w float64) {
	for _, o := range options {
		w += st.Size*1.45 + signWidth(st, o.Sign) + t.Width(o.Text.String(), st.Size, false) + t.betweenChoices()
	}
	return w - t.betweenChoices()
}

// plainChoices are options without signs.
func plainChoices(list []string) (out []handout.Signed) {
	for _, s := range list {
		out = append(out, handout.Signed{Text: layout.Plain(s)})
	}
	return out
}
