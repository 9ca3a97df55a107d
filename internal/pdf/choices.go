package pdf

import "backcare/internal/handout"

// choices sets options behind boxes to tick, in rows of which the first begins at an indent, and
// returns the height.
func (t *setter) choices(s *slab, x, y, w, indent float64, options []handout.Signed, st style, list *node) float64 {
	d, gap := st.size*0.95, st.size*0.5
	top, at := y, x+indent
	between := betweenChoices
	if t.oneRow(options, st, w-indent) { // rather a little closer than in two rows
		between = min(between, between+(w-indent-t.choicesWidth(options, st))/float64(max(1, len(options)-1)))
	}
	for _, o := range options {
		sign := st.signWidth(o.Sign)
		lines := s.wrap(o.Text, st, w-d-gap-sign)
		wide := d + gap + sign + widest(lines)
		if at > x && at+wide > x+w+0.1 {
			at = x
			y += st.line() + min(1.5*mm, t.rowPad*2)
		}
		body := list.add("LI").add("LBody")
		n := body
		s.tick(at, y+st.base()-capHeight*st.size/2-d/2, d)
		if sign > 0 {
			s.sign(at+d+gap, y, o.Sign, st, body)
			n = body.add("Span")
		}
		h := s.put(at+d+gap+sign, y, w, lines, st, n)
		at += wide + between
		y += h - st.line()
	}
	return y + st.line() - top
}

// betweenChoices is the room between two options, in points.
const betweenChoices = 6 * mm

// oneRow says whether options fit a row, if need be a little closer than they should stand.
func (t *setter) oneRow(options []handout.Signed, st style, w float64) bool {
	return t.choicesWidth(options, st)-float64(len(options)-1)*betweenChoices/2 <= w
}

// choicesWidth is the width of options in one row.
func (t *setter) choicesWidth(options []handout.Signed, st style) (w float64) {
	for _, o := range options {
		w += st.size*1.45 + st.signWidth(o.Sign) + t.faces[0].width(composed(o.Text.String()), st.size) + betweenChoices
	}
	return w - betweenChoices
}

// plainChoices are options without signs.
func plainChoices(list []string) (out []handout.Signed) {
	for _, s := range list {
		out = append(out, handout.Signed{Text: plain(s)})
	}
	return out
}
