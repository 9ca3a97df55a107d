package figure

const propLine = 2.2 // legs and edges of furniture

// matSpec is a mat seen from the side: a rounded bar whose top is at Y.
type matSpec struct {
	X Point  `yaml:"x"` // from, to
	Y number `yaml:"y"`
}

func (m *matSpec) paint(c *canvas) {
	c.fill(roundRect(Point{(m.X.X + m.X.Y) / 2, float64(m.Y) + 1.5}, m.X.Y-m.X.X, 3, 1.5, 0), Prop)
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

// panelSpec is a rounded tile: a mat seen from above, or with Bare a table top.
type panelSpec struct {
	At   Point `yaml:"at"` // top left
	Size Point `yaml:"size"`
	Bare bool  `yaml:"bare"` // not shaded
}

func (p *panelSpec) paint(c *canvas) {
	fill := PropLight
	if p.Bare {
		fill = Paper
	}
	c.paint(roundRect(p.At.plus(p.Size.times(0.5)), p.Size.X, p.Size.Y, 4, 0), fill, Prop, outline)
}

// windowSpec is the frame of an inset: it paints paper over what the items before it left in its
// corners, within Above over it, Below under it and Beside it on either side, so that a close view
// can be cut off.
type windowSpec struct {
	At     Point  `yaml:"at"` // top left
	Size   Point  `yaml:"size"`
	Above  number `yaml:"above"`
	Below  number `yaml:"below"`
	Beside number `yaml:"beside"`
}

func (w *windowSpec) wrong() string {
	return unless(w.Size.X > 0 && w.Size.Y > 0 && w.Above >= 0 && w.Below >= 0 && w.Beside >= 0, "wants a size and strips of 0 or more")
}

func (w *windowSpec) paint(c *canvas) {
	beside := float64(w.Beside)
	low, high := w.At.minus(Point{beside, float64(w.Above)}), w.At.plus(w.Size).plus(Point{beside, float64(w.Below)})
	frame := roundRect(w.At.plus(w.Size.times(0.5)), w.Size.X, w.Size.Y, 5, 0)
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

func (s *chairSpec) wrong() string { return oneOf("back", s.Back, toLeft, toRite, "behind", "none") }

func (s *chairSpec) paint(c *canvas) {
	x, y, floor, high := s.At.X, s.At.Y, float64(s.Foot)-propLine/2, float64(s.High)
	if high == 0 {
		high = 28
	}
	if s.Back == "behind" {
		c.paint(roundRect(Point{x, y - high/2 - 1}, 27, high-4, 4, 0), PropLight, Prop, propLine)
		c.line(strokes(Point{x - 11, y + 2}, Point{x - 12, floor}, Point{x + 11, y + 2}, Point{x + 12, floor}), Prop, propLine)
		c.fill(roundRect(Point{x, y + 2}, 29, 4, 2, 0), Prop)
		return
	}
	c.line(strokes(Point{x - 10, y + 2}, Point{x - 11, floor}, Point{x + 10, y + 2}, Point{x + 11, floor}), Prop, propLine)
	c.fill(roundRect(Point{x, y + 1.6}, 26, 3.2, 1.6, 0), Prop)
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
	c.line(strokes(Point{t.X.X + 5, y + 2}, Point{t.X.X + 4, floor}, Point{t.X.Y - 5, y + 2}, Point{t.X.Y - 4, floor}), Prop, propLine)
	c.fill(roundRect(Point{(t.X.X + t.X.Y) / 2, y + 1.6}, t.X.Y-t.X.X, 3.2, 1.6, 0), Prop)
}

// wallSpec is a wall with a hand rail running along behind the person.
type wallSpec struct {
	X    Point   `yaml:"x"`
	Y    Point   `yaml:"y"` // top and floor
	Rail *number `yaml:"rail"`
}

func (w *wallSpec) paint(c *canvas) {
	c.paint(polygon(Point{w.X.X, w.Y.X}, Point{w.X.Y, w.Y.X}, Point{w.X.Y, w.Y.Y}, Point{w.X.X, w.Y.Y}), PropLight, Prop, outline)
	if w.Rail != nil {
		y := float64(*w.Rail)
		c.line(polyline(Point{w.X.X + 2, y}, Point{w.X.Y - 2, y}), Prop, 2.6)
	}
}
