package figure

import "math"

const propLine = 2.2 // legs and edges of furniture

// matSpec is a mat seen from the side: a rounded bar whose top is at Y.
type matSpec struct {
	X Point  `yaml:"x"` // from, to
	Y number `yaml:"y"`
}

func (m *matSpec) paint(c *canvas) {
	c.fill(slab(Point{(m.X.X + m.X.Y) / 2, float64(m.Y) + 1.5}, m.X.Y-m.X.X, 3, 1.5, 0), Prop)
}

// groundSpec is a floor line at Y.
type groundSpec struct {
	X Point  `yaml:"x"`
	Y number `yaml:"y"`
}

func (g *groundSpec) paint(c *canvas) {
	y := float64(g.Y) + 0.8
	c.line(polyline(Point{g.X.X, y}, Point{g.X.Y, y}), Prop, 1.6)
}

// panelSpec is a rounded tile: a mat seen from above, or the ground of an inset.
type panelSpec struct {
	At   Point `yaml:"at"` // top left
	Size Point `yaml:"size"`
	Edge bool  `yaml:"edge"`
}

func (p *panelSpec) paint(c *canvas) {
	path := slab(p.At.plus(p.Size.times(0.5)), p.Size.X, p.Size.Y, 5, 0)
	if p.Edge {
		c.paint(path, Paper, Prop, outline)
		return
	}
	c.fill(path, PropLight)
}

// windowSpec is the frame of an inset: it paints paper over what the items before it left in its
// corners and within Below under it, so that a close view can be cut off.
type windowSpec struct {
	At    Point  `yaml:"at"` // top left
	Size  Point  `yaml:"size"`
	Below number `yaml:"below"`
}

func (w *windowSpec) paint(c *canvas) {
	low, high := w.At, w.At.plus(w.Size).plus(Point{0, float64(w.Below)})
	frame := slab(w.At.plus(w.Size.times(0.5)), w.Size.X, w.Size.Y, 5, 0)
	// The outer edge runs the other way round, which leaves the inside of the frame unpainted.
	c.fill(append(polygon(low, Point{low.X, high.Y}, high, Point{high.X, low.Y}), frame...), Paper)
	c.line(frame, Prop, outline)
}

// chairSpec is a chair seen from the side or, with neither back side given, from the front.
type chairSpec struct {
	At   Point  `yaml:"at"`   // the middle of the seat's top edge
	Back string `yaml:"back"` // left, right, behind (seen from the front) or none
	Foot number `yaml:"foot"` // the height on the page of the floor
	High number `yaml:"high"` // of the back above the seat; 28 if absent
}

func (s *chairSpec) paint(c *canvas) {
	x, y, floor, high := s.At.X, s.At.Y, float64(s.Foot)-propLine/2, float64(s.High)
	if high == 0 {
		high = 28
	}
	if s.Back == "behind" {
		c.paint(slab(Point{x, y - high/2 - 1}, 27, high-4, 4, 0), PropLight, Prop, propLine)
		c.line(append(polyline(Point{x - 11, y + 2}, Point{x - 12, floor}), polyline(Point{x + 11, y + 2}, Point{x + 12, floor})...), Prop, propLine)
		c.fill(slab(Point{x, y + 2}, 29, 4, 2, 0), Prop)
		return
	}
	c.line(append(polyline(Point{x - 10, y + 2}, Point{x - 11, floor}), polyline(Point{x + 10, y + 2}, Point{x + 11, floor})...), Prop, propLine)
	c.fill(slab(Point{x, y + 1.6}, 26, 3.2, 1.6, 0), Prop)
	side := map[string]float64{toLeft: -1, toRite: 1}[s.Back]
	if side != 0 {
		c.line(polyline(Point{x + side*11.6, y + 1}, Point{x + side*14.2, y - high}), Prop, propLine+0.6)
	}
}

// tableSpec is a table from the side: its top edge at Y from X to X, the floor at Foot.
type tableSpec struct {
	X    Point  `yaml:"x"`
	Y    number `yaml:"y"`
	Foot number `yaml:"foot"`
}

func (t *tableSpec) paint(c *canvas) {
	y, floor := float64(t.Y), float64(t.Foot)-propLine/2
	c.line(append(polyline(Point{t.X.X + 5, y + 2}, Point{t.X.X + 4, floor}), polyline(Point{t.X.Y - 5, y + 2}, Point{t.X.Y - 4, floor})...), Prop, propLine)
	c.fill(slab(Point{(t.X.X + t.X.Y) / 2, y + 1.6}, t.X.Y-t.X.X, 3.2, 1.6, 0), Prop)
}

// wallSpec is a wall with a hand rail running along behind the person.
type wallSpec struct {
	X    Point   `yaml:"x"`
	Y    Point   `yaml:"y"` // top and floor
	Rail *number `yaml:"rail"`
}

func (w *wallSpec) paint(c *canvas) {
	c.fill(polygon(Point{w.X.X, w.Y.X}, Point{w.X.Y, w.Y.X}, Point{w.X.Y, w.Y.Y}, Point{w.X.X, w.Y.Y}), PropLight)
	if w.Rail != nil {
		y := float64(*w.Rail)
		c.line(polyline(Point{w.X.X + 2, y}, Point{w.X.Y - 2, y}), Prop, 2.6)
	}
}

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

// packSpec is a warm pack wrapped in a cloth: a cushion with two bands around it.
type packSpec struct {
	At   Point  `yaml:"at"`
	Size Point  `yaml:"size"`
	Turn number `yaml:"turn"`
}

func (p *packSpec) paint(c *canvas) {
	turn := float64(p.Turn)
	c.paint(slab(p.At, p.Size.X, p.Size.Y, 3, turn), Accent, Ink, outline)
	f := frameAt(p.At, turn, 1)
	for _, u := range []float64{-0.2, 0.2} {
		c.line(polyline(f.at(u*p.Size.X, -p.Size.Y/2+0.8), f.at(u*p.Size.X, p.Size.Y/2-0.8)), Paper, 1.3)
	}
}

// pillowSpec is a pillow or a folded blanket.
type pillowSpec struct {
	At   Point  `yaml:"at"`
	Size Point  `yaml:"size"`
	Turn number `yaml:"turn"`
}

func (p *pillowSpec) paint(c *canvas) {
	c.paint(slab(p.At, p.Size.X, p.Size.Y, min(p.Size.X, p.Size.Y)/2, float64(p.Turn)), PropLight, Prop, outline)
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
	for i := range 12 {
		d := way(90 - float64(i)*30)
		in := 0.84
		if i%3 == 0 {
			in = 0.76
		}
		c.line(polyline(k.At.plus(d.times(r*in)), k.At.plus(d.times(r*0.9))), Ink, outline)
	}
	now := way(90 - float64(k.Minutes)*6)
	c.line(polyline(k.At, k.At.plus(Point{0, -r * 0.66})), Prop, 1.4)
	c.line(polyline(k.At, k.At.plus(now.times(r*0.66))), Accent, 2)
	c.fill(ellipse(k.At, 1.8, 1.8, 0), Ink)
	// The sweep of the hand, just outside the face.
	out := make([]Point, 0, 5)
	for i := range 5 {
		out = append(out, k.At.plus(way(90-float64(k.Minutes)*6*float64(i)/4).times(r+4)))
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
	for i := range 7 {
		d := way(float64(i) * 30)
		if i == 0 || i == 6 {
			continue
		}
		c.line(polyline(s.At.plus(d.times(r*1.28)), s.At.plus(d.times(r*1.6))), Accent, 1.8)
	}
	c.line(polyline(s.At.plus(Point{-r * 1.7, 0}), s.At.plus(Point{r * 1.7, 0})), Ink, 1.8)
}
