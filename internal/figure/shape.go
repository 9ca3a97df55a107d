package figure

import "math"

// Point is a place in figure units, x to the right and y down the page.
type Point struct{ X, Y float64 }

// Op says how a [Segment] continues a path.
type Op uint8

// The four ways a path goes on.
const (
	MoveTo  Op = iota // start a new subpath at To
	LineTo            // straight to To
	CubicTo           // a cubic Bézier through the controls A and B to To
	Close             // straight back to where the subpath began; no points
)

// Segment is one step of a path. A and B are set for CubicTo only.
type Segment struct {
	Op   Op
	A, B Point
	To   Point
}

// Role is what a colour is for; [Role.Colour] says which colour that is.
type Role uint8

// The roles. None paints nothing.
const (
	None       Role = iota
	Ink             // outlines, hair, labels
	Paper           // the near side of the person
	Far             // the far side of the person
	HelperNear      // the near side of the helper
	HelperFar       // the far side of the helper
	Prop            // furniture, ground lines, and where a movement starts
	PropLight       // the light faces of furniture
	Accent          // arrows, palms, the edge of a zone
	AccentTint      // the inside of a zone
	Mark            // what must not be touched or done; always comes with a cross
)

// Shape is one thing to paint. Either Text is empty and Path is painted: filled with Fill by the
// non-zero rule (open subpaths close themselves for the fill only), then stroked with Stroke at
// Width units with round caps and joins, dashed if Dash (units on, units off) is set. Or Text is
// set, and it is written in bold Fill at a size that the paper chooses, with its middle at At, within
// a square of [LabelRoom].
type Shape struct {
	Path         []Segment
	Fill, Stroke Role
	Width        float64
	Dash         []float64

	Text string
	At   Point
}

// Bounds is the smallest box around what the shape paints, in units, line width included.
// A letter takes its whole room.
func (s Shape) Bounds() (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	take := func(p Point, r float64) {
		low = Point{min(low.X, p.X-r), min(low.Y, p.Y-r)}
		high = Point{max(high.X, p.X+r), max(high.Y, p.Y+r)}
	}
	if s.Text != "" {
		take(s.At, LabelRoom/2)
		return low, high
	}
	r := 0.0
	if s.Stroke != None {
		r = s.Width / 2
	}
	var from Point
	for _, g := range s.Path {
		switch g.Op {
		case Close:
			continue
		case CubicTo:
			// Sampling, because the box of the controls is larger than the curve.
			for i := 1; i < 16; i++ {
				take(bezier(from, g.A, g.B, g.To, float64(i)/16), r)
			}
		}
		take(g.To, r)
		from = g.To
	}
	return low, high
}

func bezier(a, b, c, d Point, t float64) Point {
	u := 1 - t
	return a.times(u * u * u).plus(b.times(3 * u * u * t)).plus(c.times(3 * u * t * t)).plus(d.times(t * t * t))
}
