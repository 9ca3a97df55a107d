package figure

import (
	"math"
	"slices"
)

// Line widths in units. They do not shrink with a group, so a small inset stays readable.
const (
	thinnest   = 0.8 // a quarter of a millimetre when the figure is printed 44 mm wide
	outline    = 1.0
	heavy      = 1.45 // the helper's outline: the tint alone is lost on a grey copy
	arrowWidth = 1.7
)

// canvas collects shapes in painting order, placing what is drawn on it.
type canvas struct {
	shapes []Shape
	place  placing
	dash   []float64 // of every line, while a ghost is painted
	err    error     // why the last thing cannot be painted
}

// placing maps local coordinates to the figure: scaled, perhaps mirrored left to right, moved.
type placing struct {
	kx, ky float64
	move   Point
}

func (m placing) at(p Point) Point { return Point{m.kx*p.X + m.move.X, m.ky*p.Y + m.move.Y} }

// within is a placing inside this one.
func (m placing) within(move Point, scale float64, mirror bool) placing {
	in := placing{m.kx * scale, m.ky * scale, m.at(move)}
	if mirror {
		in.kx = -in.kx
	}
	return in
}

// rounded keeps the output identical on every machine: two decimals, and no negative zero.
func rounded(p Point) Point { return Point{round2(p.X), round2(p.Y)} }

func round2(v float64) float64 {
	v = math.Round(v*100) / 100
	if v == 0 {
		return 0
	}
	return v
}

// placed is a path where it lies in the figure.
func (c *canvas) placed(path []Segment) []Segment {
	out := slices.Clone(path)
	at := func(p Point) Point { return rounded(c.place.at(p)) }
	for i, g := range out {
		switch g.Op {
		case CubicTo:
			out[i] = cubicTo(at(g.A), at(g.B), at(g.To))
		case MoveTo, LineTo:
			out[i].To = at(g.To)
		}
	}
	return out
}

// add adds a shape that is in its place.
func (c *canvas) add(s Shape) {
	s.Width = round2(s.Width)
	if s.Stroke != None && c.dash != nil {
		s.Dash = c.dash
	}
	c.shapes = append(c.shapes, s)
}

// paint fills and outlines a path.
func (c *canvas) paint(path []Segment, fill, stroke Role, width float64) {
	c.add(Shape{Path: c.placed(path), Fill: fill, Stroke: stroke, Width: width})
}

// fill paints a path without an outline.
func (c *canvas) fill(path []Segment, fill Role) { c.paint(path, fill, None, 0) }

// line strokes a path without filling it.
func (c *canvas) line(path []Segment, stroke Role, width float64) { c.paint(path, None, stroke, width) }

// fuse paints outlines as one: where they overlap no line is left between them.
func (c *canvas) fuse(outlines [][]Segment, fill, stroke Role, width float64) {
	placed := make([][]Segment, len(outlines))
	for i, o := range outlines {
		placed[i] = c.placed(o)
		// Twice the width, because the fills cover the inner half.
		c.add(Shape{Path: placed[i], Stroke: stroke, Width: 2 * width})
	}
	for _, o := range placed {
		c.add(Shape{Path: o, Fill: fill})
	}
}
