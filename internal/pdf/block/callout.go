package block

import "backcare/internal/pdf/draw"

// look is how a callout stands out. Lengths in points.
type look struct {
	fill, stroke draw.Colour
	width        float64 // of the frame
	dash         [2]float64
	bar          float64 // width of a heavy bar at its left, which no photocopy loses
	pad          float64 // above and below
	left, right  float64 // inside
}

// callout sets a box of its own around what content sets.
func (t *layouter) callout(l look, content func(s *builder)) {
	s := t.builder()
	s.callout(l, content)
	t.box(s)
}

// callout sets a frame around what content sets, and goes on below it.
func (s *builder) callout(l look, content func(s *builder)) {
	x, top, w, from := s.x, s.y, s.w, len(s.Items)
	s.Box(x, top, w, 0, 3, l.fill, l.stroke, l.width).Dash = l.dash
	if l.bar > 0 {
		s.Box(x, top, l.bar, 0, min(3, l.bar/2), draw.Ink, 0, 0).Left = true
	}
	to := len(s.Items)
	s.x, s.y, s.w = x+l.left, top+l.pad, w-l.left-l.right
	content(s)
	s.x, s.y, s.w = x, s.y+l.pad, w
	for i := range s.Items[from:to] {
		s.Items[from+i].H = s.y - top
	}
}
