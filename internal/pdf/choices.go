package pdf

import "backcare/internal/handout"

// choices sets options behind boxes to tick, in rows, and returns the height.
func (t *setter) choices(s *slab, x, y, w float64, options []handout.Signed, st style, list *node) float64 {
	d, gap := st.size*0.95, st.size*0.5
	top, at := y, x
	between := betweenChoices
	if n := len(options); n > 1 { // rather a little closer than in two rows
		if closer := between + (w-t.choicesWidth(options, st))/float64(n-1); closer >= between/2 {
			between = min(between, closer)
		}
	}
	for _, o := range options {
		sign := st.signWidth(o.Sign)
		lines := s.wrap(o.Text, st, w-d-gap-sign)
		wide := d + gap + sign + widest(lines)
		if at > x && at+wide > x+w {
			at = x
			y += st.line() + 1.5*mm
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
