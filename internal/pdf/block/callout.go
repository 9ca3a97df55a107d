package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// look is how a callout stands out. Lengths in points.
type look struct {
	fill, stroke draw.Colour
	width        float64 // of the frame
	dash         [2]float64
	bar          float64 // width of a heavy bar at its left, which no photocopy loses
	pad          float64 // above and below
	left, right  float64 // inside
}

// callout sets a box around what content sets at x, y in a width, and returns the height of.
func (t *layouter) callout(l look, content func(s *builder, x, y, w float64) float64) {
	s := t.builder()
	s.Box(0, 0, t.wide, 0, 3, l.fill, l.stroke, l.width).Dash = l.dash
	if l.bar > 0 {
		s.Box(0, 0, l.bar, 0, min(3, l.bar/2), draw.Ink, 0, 0).Left = true
	}
	frames := len(s.Items)
	h := 2*l.pad + content(s, l.left, l.pad, t.wide-l.left-l.right)
	for i := range s.Items[:frames] {
		s.Items[i].H = h
	}
	t.box(s, h)
}

// bullets sets a list in one column, or in two where all of it is short: of at most so many lines.
func (t *layouter) bullets(s *builder, x, y, w, between float64, items []handout.Text, st layout.Style, most int) float64 {
	list, gap := t.doc.Bullets(), t.Gap*0.12
	if !t.Large && s.paired(items, st, (w-between)/2, most) {
		return s.columns(x, y, w, between, items, st, gap, list)
	}
	return s.items(x, y, w, items, st, gap, list)
}

// alert sets the warning: a frame with a heavy bar. What can wait until later has a thinner bar and
// smaller type.
func (t *layouter) alert(b handout.Alert) {
	if b.Also && (t.tight || len(b.Items) == 1) && !t.Large {
		t.alsoAlert(b)
		return
	}
	pad, air, st := t.Pad, t.Body*0.3, t.otherStyle()
	l := look{fill: draw.White, stroke: draw.Ink, width: 1.4, bar: 4.2 * layout.MM, left: 4.2*layout.MM + pad*1.2, right: pad}
	if b.Later {
		l.bar, l.width, st = 1.8*layout.MM, 0.8, t.secondary() // both lists begin at one edge
	}
	tight := t.tight || t.Dense
	if tight {
		pad, air = 1.4*layout.MM, t.Body*0.12
	}
	if t.Dense {
		pad = min(pad, max(t.Gap, 0.8*layout.MM))
	}
	l.pad = pad
	if n := len(b.After); n > 1 && (t.Dense || (tight || t.RunIn) && b.Write == "") {
		if b.Write != "" { // the line to write on stands behind the last of it
			b.After = append(b.After[1:n:n], b.After[0])
		}
		b.After = []handout.Text{joined(b.After, " ")}
	}
	t.callout(l, func(s *builder, x, top, w float64) float64 {
		y := top
		if b.Title != "" {
			title := t.boldStyle(t.Part)
			if t.Dense {
				title.Size = t.Other * 1.15
			}
			if k := w / t.Width(b.Title, title.Size, true); k < 1 && title.Size*k > t.Other*1.02 {
				title.Size *= k * 0.995 // rather a little smaller than on two lines
			}
			y += s.Write(x, y, w, layout.Plain(b.Title), title, heading(t.doc, 2, b.Title)) + air
		}
		if len(b.Items) > 0 {
			if tight && !s.paired(b.Items, st, (w-5*layout.MM)/2, 1) {
				y += s.packed(x, y, w, 0, b.Items, st, t.Gap*0.12, t.doc.Bullets())
			} else {
				y += t.bullets(s, x, y, w, 5*layout.MM, b.Items, st, 4)
			}
			if len(b.After) > 0 {
				y += air
			}
		}
		for i, p := range b.After {
			if i > 0 {
				y += t.Gap * 0.12
			}
			lines := s.Wrap(p, st, w)
			y += s.Put(x, y, w, lines, st, t.doc.Add("P"))
			if i == 0 && b.Write != "" {
				y += t.writeHere(s, x, y, w, lines[len(lines)-1].W, b.Write, st)
			}
		}
		return y - top
	})
}

// alsoAlert sets what else to look for with its title in the first line, each sign behind a bullet.
func (t *layouter) alsoAlert(b handout.Alert) {
	pad, st := t.Pad*0.8, t.otherStyle()
	if t.tight {
		pad = 1.2 * layout.MM
	}
	l := look{fill: draw.White, stroke: draw.Ink, width: 1.4, bar: 4.2 * layout.MM, pad: pad, left: 4.2*layout.MM + t.Pad*1.2, right: t.Pad}
	t.callout(l, func(s *builder, x, top, w float64) float64 {
		bold := st
		bold.Bold = true
		title := s.Wrap(layout.Plain(b.Title+" "), bold, w)
		h := s.Put(x, top, w, title, bold, heading(t.doc, 2, b.Title))
		return h + s.packed(x, top+h, w, title[len(title)-1].W, b.Items, st, t.Gap*0.12, t.doc.Bullets())
	})
}

// writeHere sets a line to write a telephone number on, behind its label, and returns its height:
// room for a hand that shakes, and for a number with its country. It begins beside the last line of
// the text above, which is so wide, if that leaves enough.
func (t *layouter) writeHere(s *builder, x, y, w, last float64, label string, st layout.Style) float64 {
	high, long, least := 8*layout.MM, 75*layout.MM, 45*layout.MM
	switch {
	case t.Large:
		high = 12 * layout.MM
	case t.Dense:
		high, least = 7.6*layout.MM, 40*layout.MM
	}
	lines := s.Wrap(layout.Plain(label), st, w)
	end, top := x+w, y
	if from := last + 8*layout.MM; from+lines[0].W+st.Size*0.4+least <= w {
		x += from
		y -= st.Line()
	}
	s.Put(x, y+high-st.Base(), w, lines[:1], st, t.doc.Add("P"))
	at := x + lines[0].W + st.Size*0.4
	s.Stroke(at, y+high, min(long, end-at), 0, draw.Rule, 0.8)
	return max(0, y+high+st.Line()-st.Base()-top)
}

// panel sets a short boxed text.
func (t *layouter) panel(b handout.Panel) {
	if b.Brief != nil && t.tight {
		b.Items = b.Brief
	}
	pad := t.Pad * 0.8
	l := look{fill: draw.White, stroke: draw.Ink, width: 0.9, pad: pad, left: pad * 1.3, right: pad * 1.3}
	switch b.Style {
	case handout.Tint:
		l.fill, l.stroke = draw.Tint, 0
	case handout.Dashed:
		l.width, l.dash = 1.2, [2]float64{4, 3}
	case handout.Personal:
		l.stroke, l.width = draw.Accent, 2.2
	}
	if t.tight || t.Dense {
		l.pad = 1 * layout.MM
	}
	if t.tight || t.RunIn && len(b.Items) == 0 {
		b = runOn(b)
	}
	st := t.otherStyle()
	switch {
	case b.Style == handout.Personal:
		st.Size = max(st.Size, t.Body*1.1)
	case b.Brief != nil && t.tight:
		st = t.secondary()
	}
	t.callout(l, func(s *builder, x, top, w float64) float64 {
		y := top
		if b.Title != "" {
			y += s.Write(x, y, w, layout.Plain(b.Title), t.boldStyle(t.Other*1.04), heading(t.doc, t.level+1, b.Title)) + t.Body*0.2
		}
		for i, p := range b.Text {
			if i > 0 {
				y += t.Gap * 0.15
			}
			y += s.Write(x, y, w, p, st, t.doc.Add("P"))
		}
		if len(b.Items) > 0 {
			if len(b.Text) > 0 {
				y += t.Gap * 0.12
			}
			y += t.bullets(s, x, y, w, 6*layout.MM, b.Items, st, 3)
		}
		return y - top
	})
}

// runOn is a panel in as few lines as it can be: one paragraph, the title in front.
func runOn(b handout.Panel) handout.Panel {
	all := b.Text
	if len(b.Items) > 0 {
		all = append(all[:len(all):len(all)], joined(b.Items, " •\u00a0"))
	}
	if b.Title != "" {
		all = append([]handout.Text{{{Text: b.Title, Bold: true}}}, all...)
	}
	return handout.Panel{Style: b.Style, Text: []handout.Text{joined(all, "  ")}}
}

// legend sets what the signs mean, in a tinted box before all else.
func (t *layouter) legend(b handout.Legend) {
	pad, st, indent := t.Pad*0.8, t.otherStyle(), 0.0
	if t.Dense {
		pad = t.Gap
	}
	for _, it := range b.Items {
		indent = max(indent, signWidth(st, it.Sign))
	}
	t.callout(look{fill: draw.Tint, pad: pad, left: t.Pad, right: t.Pad}, func(s *builder, x, top, w float64) float64 {
		y, behind := top, 0.0
		if b.Title != "" {
			title := t.boldStyle(t.Other * 1.04)
			n, wide := heading(t.doc, t.level+1, b.Title), t.Width(b.Title, title.Size, true)
			if t.Dense && wide < w/3 { // at the left of what it heads
				s.Write(x, y+st.Base()-title.Base(), w, layout.Plain(b.Title), title, n)
				behind = wide + st.Size*1.2
			} else {
				y += s.Write(x, y, w, layout.Plain(b.Title), title, n) + t.Other*0.1
			}
		}
		for i, it := range b.Items {
			if i > 0 {
				y += t.Gap * 0.15
			}
			p, at := t.doc.Add("P"), 0.0
			n := p
			if it.Sign.Shape != handout.NoShape {
				s.sign(x+behind, y, it.Sign, st, p)
				n, at = p.Add("Span"), behind+indent
			}
			y += s.Write(x+at, y, w-at, it.Text, st, n)
			behind = 0
		}
		return y - top
	})
}

// heading adds a heading to the structure.
func heading(n *tag.Node, level int, text string) *tag.Node {
	h := n.Add("H" + string(rune('0'+min(level, 6))))
	h.Name = text
	return h
}
