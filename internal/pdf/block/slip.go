package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// lines sets lines to sign or write on, side by side, each with its label below it.
func (t *layouter) lines(b handout.Lines) {
	n := len(b.Labels)
	if n == 0 {
		return
	}
	st := t.labelStyle()
	if t.Beside && t.signed(b, st) {
		return
	}
	if t.Large {
		n = 1
	}
	gap := 6 * layout.MM
	cw := (t.wide - gap*float64(n-1)) / float64(n)
	nodes := make([]*tag.Node, len(b.Labels))
	list := t.doc.Add("L")
	for i := range nodes {
		nodes[i] = list.Add("LI").Add("Lbl")
	}
	var height float64
	set := func(extra float64) []draw.Item {
		s := t.builder()
		y := 0.0
		for i := 0; i < len(b.Labels); i += n {
			y += t.Write + extra
			tall := 0.0
			for k := i; k < min(i+n, len(b.Labels)); k++ {
				x := float64(k-i) * (cw + gap)
				s.Stroke(x, y, cw, 0, draw.Rule, 0.8)
				tall = max(tall, s.Write(x, y+1.2*layout.MM, cw, layout.Plain(b.Labels[k]), st, nodes[k]))
			}
			y += 1.2*layout.MM + tall
		}
		height = y
		return s.Items
	}
	s := t.builder()
	s.Items = set(0)
	u := t.box(s, height)
	u.Before = t.Gap * 0.4
	if len(b.Labels) <= n {
		u.Grow, u.Growth = set, 4*layout.MM
	}
}

// firstMore is how much longer the first of several lines is: one signs there.
const firstMore = 0.6

// signed sets lines to write on in one row, each label before its line, if they are long enough so.
func (t *layouter) signed(b handout.Lines, st layout.Style) bool {
	s := t.builder()
	const least = 22 * layout.MM
	gap := 5 * layout.MM
	room := t.wide + gap
	for _, l := range b.Labels {
		room -= t.Width(l, st.Size, false) + gap + st.Size*0.5
	}
	share := room / (float64(len(b.Labels)) + firstMore) // of every line but the first
	if share < least {                                   // labels too long for one row
		return false
	}
	x := 0.0
	list := t.doc.Add("L")
	for i, l := range b.Labels {
		n := list.Add("LI").Add("Lbl")
		w := t.Width(l, st.Size, false)
		s.Put(x, t.Write-st.Line()*0.9, w+1, s.Wrap(layout.Plain(l), st, w+1), st, n)
		x += w + st.Size*0.5
		line := share
		if i == 0 {
			line *= 1 + firstMore
		}
		s.Stroke(x, t.Write, line, 0, draw.Rule, 0.8)
		x += line + gap
	}
	u := t.box(s, t.Write+1)
	u.Before = t.Gap * 0.4
	u.Stretch = 1.5
	return true
}

// cut sets a line to cut along and the heading of the slip below it.
func (t *layouter) cut(b handout.TearLine) {
	s := t.builder()
	line := s.Stroke(0, 0, t.wide, 0, draw.Ink, 0.9)
	line.Dash = [2]float64{5, 4}
	y := max(t.Gap, 2.4*layout.MM)
	if t.Full {
		y = 1.6 * layout.MM
	}
	n := heading(t.doc, 2, b.Title)
	title := t.boldStyle(t.Part)
	h := s.Write(0, y, t.wide, layout.Plain(b.Title), title, n)
	if b.Text != "" {
		st := layout.Style{Size: t.Small, Leading: 1.2, Colour: draw.Grey}
		tw := t.Width(b.Title, title.Size, true) + 4*layout.MM
		p := t.doc.Add("P")
		lines := s.Wrap(layout.Plain(b.Text), st, t.wide-tw)
		if len(lines) == 1 && tw < t.wide/2 {
			s.Put(tw, y+title.Base()-st.Base(), t.wide-tw, lines, st, p)
		} else {
			h += s.Write(0, y+h, t.wide, layout.Plain(b.Text), st, p)
		}
	}
	u := t.box(s, y+h)
	u.Before = max(t.Gap*1.2, 2.2*layout.MM)
	u.Stretch = 2
	u.KeepWithNext = true
}

// ticks sets boxes to tick, side by side as far as they fit.
func (t *layouter) ticks(b handout.Ticks) {
	s := t.builder()
	h := t.tickRow(s, 0, 0, t.wide, b.Options, t.bodyStyle(), t.doc.Add("L"))
	u := t.box(s, h)
	u.Before = t.Gap * 0.7
}

// tickRow sets options behind boxes in rows, and returns the height.
func (t *layouter) tickRow(s *builder, x, y, w float64, options []string, st layout.Style, list *tag.Node) float64 {
	d := st.Size * 0.95
	gap := st.Size * 0.5
	top, at := y, x
	for _, o := range options {
		lines := s.Wrap(layout.Plain(o), st, w-d-gap)
		ow := d + gap + text.Widest(lines)
		if at > x && at+ow > x+w {
			at = x
			y += st.Line() + 1.5*layout.MM
		}
		n := list.Add("LI").Add("LBody")
		s.Tick(at, y+st.Base()-font.CapHeight*st.Size/2-d/2, d)
		h := s.Put(at+d+gap, y, w, lines, st, n)
		at += ow + 8*layout.MM
		y += h - st.Line()
	}
	return y + st.Line() - top
}
