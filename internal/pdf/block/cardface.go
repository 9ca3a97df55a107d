package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// face sets a face of a card with a gap between its parts, and returns how many these are.
func (t *layouter) face(s *builder, f *handout.CardFace, h float64, st layout.Style, gap float64, sect *tag.Node) (parts int) {
	pad := 2.2 * layout.MM
	if t.Large {
		pad = 0
	}
	s.y = pad
	s.indent(pad)
	s.w -= pad
	if f.Heavy {
		s.Box(pad, pad, st.Size*0.65, h-2*pad, 0, draw.Ink, 0, 0)
		s.indent(st.Size)
	}
	part := func(set func()) {
		if parts++; parts > 1 {
			s.y += gap
		}
		set()
	}
	if len(f.Lead) > 0 {
		part(func() { s.cardLead(f.Lead, st, sect) })
	}
	part(func() { s.cardHead(f, st, sect) })
	if len(f.Items) > 0 {
		part(func() { s.cardList(f.Items, st, sect) })
	}
	if len(f.After) > 0 {
		part(func() { s.cardAfter(f, st, sect) })
	}
	if len(f.Clinic) > 0 {
		part(func() { s.text(f.Clinic, st, sect.Add("P")) })
	}
	s.y += pad
	return parts
}

// cardLead sets what stands out above the rest, white on ink: a label and what to say.
func (s *builder) cardLead(lead []handout.Text, st layout.Style, sect *tag.Node) {
	pad := st.Size * 0.35
	st.Colour = draw.White
	s.callout(look{fill: draw.Ink, pad: pad, left: pad * 1.6, right: pad * 1.6}, func(s *builder) {
		for _, l := range lead {
			s.text(l, st, sect.Add("P"))
		}
	})
}

// cardHead sets the title with the number to call at its right, or below it if it is long.
func (s *builder) cardHead(f *handout.CardFace, st layout.Style, sect *tag.Node) {
	size := st.Size
	number := layout.Style{Size: max(18, size*1.9), Leading: 1, Colour: draw.Ink, Bold: true}
	n := heading(sect, 2, f.Title.String())
	st.Size, st.Bold = size*1.1, true
	nw, w, top := s.Width(f.Number, number.Size, true), s.w, s.y
	switch {
	case f.Number == "":
		s.text(f.Title, st, n)
	case nw > w*0.3:
		number.Size = max(14, size*1.4)
		s.text(f.Title, st, n)
		s.plain(f.Number, number, sect.Add("P"))
	default:
		s.w = w - nw - size*0.8
		s.text(f.Title, st, n)
		s.w, s.y = w, max(s.y, top+number.Line())
		s.aside(s.x+w-nw, (top+s.y-number.Line())/2+number.Base(), f.Number, number, sect.Add("P"))
	}
}

// cardList sets what to look for, in two columns where that is shorter.
func (s *builder) cardList(items []handout.Text, st layout.Style, sect *tag.Node) {
	gap, between := st.Size*0.1, st.Size*0.8
	if st.Leading < 1.1 {
		gap = 0
	}
	one := builder{w: s.w}
	one.Type, one.Measures = s.Type, true
	two := one
	one.bullets(items, st, gap, tag.NewRoot(true))
	two.columns(between, items, st, gap, tag.NewRoot(true))
	if list := sect.Bullets(); two.y < one.y {
		s.columns(between, items, st, gap, list)
	} else {
		s.bullets(items, st, gap, list)
	}
}

// cardAfter sets where to go and, for a number that is not known, a line to write it on: behind the
// last words if it fits there.
func (s *builder) cardAfter(f *handout.CardFace, st layout.Style, sect *tag.Node) {
	const least = 45 * layout.MM
	lines := s.Wrap(f.After, st, s.w)
	s.lines(lines, 0, st, sect.Add("P"))
	if !f.Blank {
		return
	}
	at, blank := lines[len(lines)-1].W+st.Size*0.5, max(least, st.Size*9)
	if at+blank > s.w {
		at = 0
		s.y += st.Line()
	}
	s.y += st.Size * 0.3 // a hand writes larger
	s.Stroke(s.x+at, s.y-st.Size*0.15, blank, 0, draw.Rule, 0.8)
}
