package figure

import "math"

// palmSpec is a hand laid flat, seen from above: fingers at Turn degrees, thumb to the left or right.
type palmSpec struct {
	At    Point  `yaml:"at"`
	Turn  number `yaml:"turn"`
	Thumb string `yaml:"thumb"`
	Scale number `yaml:"scale"`
}

func (p *palmSpec) wrong() string { return oneOf("thumb", p.Thumb, "", toLeft, toRite) }

func (p *palmSpec) paint(c *canvas) {
	k, side := or1(p.Scale), 1.0
	if p.Thumb == toLeft {
		side = -1
	}
	f := frameAt(p.At, float64(p.Turn), side)
	middle := closedSpline(f.all(k, []Point{{-3.4, -2.0}, {-3.6, 1.6}, {-1.4, 3.2}, {2.4, 3.3}, {2.9, 0}, {2.4, -3.3}, {-1.0, -3.3}}))
	wide := 1.75 * k * math.Abs(c.place.ky)
	// First all of it wider in paper: a halo that keeps the hand apart from what lies beneath.
	for _, layer := range []struct {
		colour Role
		halo   float64
	}{{Paper, 1.4}, {Accent, 0}} {
		c.paint(middle, layer.colour, layer.colour, thinnest+layer.halo)
		for _, finger := range fingers {
			c.line(polyline(f.all(k, finger[:])...), layer.colour, wide+layer.halo)
		}
	}
}

// fingers of a flat hand, from the palm outwards: the first number runs along the hand, the second
// to the side of the thumb.
var fingers = [][2]Point{
	{{2, -2.5}, {5.6, -3.2}}, {{2.4, -0.8}, {7.0, -1.0}}, {{2.4, 0.9}, {6.9, 1.1}}, {{2, 2.5}, {5.8, 3.1}}, {{-1.4, 2.6}, {2.3, 4.1}},
}
