package figure

import "math"

// glassSpec is a glass of water, three quarters full, standing at At.
type glassSpec struct {
	At   Point  `yaml:"at"` // the middle of its foot
	High number `yaml:"high"`
}

func (g *glassSpec) paint(c *canvas) {
	h := float64(g.High)
	f := frame{g.At, Point{1, 0}, Point{0, -1}}
	top, foot := h*0.36, h*0.27
	at := func(t float64, side float64) Point { return f.at(side*(foot+(top-foot)*t), h*t) }
	c.fill(polygon(at(0, -1), at(0, 1), at(1, 1), at(1, -1)), Paper)
	c.fill(polygon(at(0.08, -0.9), at(0.08, 0.9), at(0.72, 0.92), at(0.72, -0.92)), AccentTint)
	c.line(curve([]Point{at(0.72, -0.9), f.at(-top*0.4, h*0.75), f.at(top*0.35, h*0.7), at(0.72, 0.9)}), Accent, 1.2)
	c.line(polyline(at(1, -1), at(0, -1), at(0, 1), at(1, 1)), Ink, 1.3)
}

// packSpec is a hot-water bottle wrapped in a towel: its neck and stopper look out of the folds. From
// the side only the folds are seen.
type packSpec struct {
	At   Point  `yaml:"at"`
	Size Point  `yaml:"size"` // of the towel
	Turn number `yaml:"turn"`
	Side bool   `yaml:"side"`
}

func (p *packSpec) paint(c *canvas) {
	f := frameAt(p.At, float64(p.Turn), 1)
	w, h := p.Size.X, p.Size.Y
	at := func(u, v float64) Point { return f.at(u*w/2, v*h/2) }
	towel := func() { c.paint(roundRect(p.At, w, h, min(w, h)/4, float64(p.Turn)), Paper, Ink, outline) }
	if p.Side {
		towel()
		c.paint(roundRect(p.At, w*0.34, h*0.72, w/6, float64(p.Turn)), Accent, Accent, thinnest)
		return
	}
	c.paint(roundRect(at(0, -0.8), w*0.84, h*0.8, w/4, float64(p.Turn)), Accent, Ink, outline)
	c.paint(polygon(at(-0.22, -1.5), at(0.22, -1.5), at(0.3, -1.95), at(-0.3, -1.95)), Accent, Ink, outline)
	towel()
	folds := []Point{at(-1, -0.35), at(0.35, 1), at(1, -0.75), at(-0.62, 0.85)}
	for _, u := range []float64{-0.75, -0.45, -0.15, 0.15, 0.45, 0.75} { // the fringe
		folds = append(folds, at(u, 1), at(u, 1.16))
	}
	c.line(strokes(folds...), Ink, outline)
}

// pillowSpec is a pillow or a folded blanket.
type pillowSpec struct {
	At   Point  `yaml:"at"`
	Size Point  `yaml:"size"`
	Turn number `yaml:"turn"`
}

func (p *pillowSpec) paint(c *canvas) {
	c.paint(roundRect(p.At, p.Size.X, p.Size.Y, min(p.Size.X, p.Size.Y)/2, float64(p.Turn)), Paper, Prop, outline)
}

// clockSpec is a clock face with a tinted slice for the minutes that pass.
type clockSpec struct {
	At      Point  `yaml:"at"`
	R       number `yaml:"r"`
	Minutes number `yaml:"minutes"`
}

func (k *clockSpec) paint(c *canvas) {
	r := float64(k.R)
	c.paint(ellipse(k.At, r, r, 0), Paper, Ink, 1.8)
	turn := float64(k.Minutes) / 60 * 2 * math.Pi
	top := k.At.plus(Point{0, -r * 0.8})
	slice := append([]Segment{moveTo(k.At), lineTo(top)}, sweepFrom(k.At, top, turn)...)
	c.fill(append(slice, closed()), AccentTint)
	var hours []Point
	for i := range 12 {
		in := 0.84
		if i%3 == 0 {
			in = 0.76
		}
		hours = append(hours, k.At.step(90-float64(i)*30, r*in), k.At.step(90-float64(i)*30, r*0.9))
	}
	c.line(strokes(hours...), Ink, outline)
	c.line(polyline(k.At, k.At.step(90, r*0.66)), Prop, 1.4)
	c.line(polyline(k.At, k.At.step(90-float64(k.Minutes)*6, r*0.66)), Accent, 2)
	c.fill(ellipse(k.At, 1.8, 1.8, 0), Ink)
	// The sweep of the hand, just outside the face.
	var out []Point
	for i := range 5 {
		out = append(out, k.At.step(90-float64(k.Minutes)*6*float64(i)/4, r+4))
	}
	(&arrowSpec{Path: out, Small: true}).paint(c)
}

// sunSpec is the sun coming up over a horizon.
type sunSpec struct {
	At Point  `yaml:"at"` // its middle, on the horizon
	R  number `yaml:"r"`
}

func (s *sunSpec) paint(c *canvas) {
	r := float64(s.R)
	start := s.At.plus(Point{-r, 0})
	c.paint(append([]Segment{moveTo(start)}, sweepFrom(s.At, start, math.Pi)...), AccentTint, Accent, 1.8)
	var rays []Point
	for deg := 30.0; deg < 180; deg += 30 {
		rays = append(rays, s.At.step(deg, r*1.28), s.At.step(deg, r*1.6))
	}
	c.line(strokes(rays...), Accent, 1.8)
	c.line(polyline(s.At.plus(Point{-r * 1.7, 0}), s.At.plus(Point{r * 1.7, 0})), Ink, 1.8)
}
