package figure

import (
	"math"
	"slices"
)

// limb is a chain of tapered segments with a round end: an arm, a leg, a neck. Its root is left
// open, so that painted over the trunk it grows out of it without a line across the joint.
type limb struct {
	joints []Point
	radii  []float64 // one per joint
	swell  []float64 // one per segment: how far the muscle bulges beyond a straight taper
	bare   bool      // the tip is left open too, for a foot or a head painted beneath
}

// paint draws the limb. A joint folded so far that its two segments overlap has no outline of
// its own; there the limb is painted as two pieces, the part nearer the trunk on top.
func (l limb) paint(c *canvas, fill, stroke Role, width float64) {
	for _, piece := range l.pieces() {
		if !piece.bare {
			c.paint(piece.outline(), fill, stroke, width)
			continue
		}
		c.fill(piece.outline(), fill)
		c.line(append(piece.side(), piece.reversed().side()...), stroke, width)
	}
}

// pieces is the limb itself, or its parts from tip to root if a joint is folded.
func (l limb) pieces() []limb {
	if i := l.fold(); i > 0 {
		root, rest := l.split(i)
		return append(rest.pieces(), root)
	}
	return []limb{l}
}

// split cuts the limb at joint i; the root part gets a round end there.
func (l limb) split(i int) (root, rest limb) {
	return limb{l.joints[:i+1], l.radii[:i+1], l.swell[:i], false},
		limb{l.joints[i:], l.radii[i:], l.swell[i:], l.bare}
}

// thinner is the limb with its half widths reduced by d.
func (l limb) thinner(d float64) limb {
	radii := make([]float64, len(l.radii))
	for i, r := range l.radii {
		radii[i] = max(r-d, 0.1)
	}
	l.radii = radii
	return l
}

// outline runs from the root around the tip and back to the root, left open there.
func (l limb) outline() []Segment {
	there, back := l.side(), l.reversed().side()
	if l.bare {
		there = append(there, lineTo(back[0].To))
	} else {
		tip := l.joints[len(l.joints)-1]
		there = append(there, sweepFrom(tip, there[len(there)-1].To, math.Pi)...)
	}
	return append(there, back[1:]...)
}

// ring is the outline with a round root, whose corners would stick out of a shoulder.
func (l limb) ring() []Segment {
	path := l.outline()
	path = append(path, sweepFrom(l.joints[0], path[len(path)-1].To, math.Pi)...)
	return append(path, closed())
}

func (l limb) reversed() limb {
	r := limb{slices.Clone(l.joints), slices.Clone(l.radii), slices.Clone(l.swell), l.bare}
	slices.Reverse(r.joints)
	slices.Reverse(r.radii)
	slices.Reverse(r.swell)
	return r
}

// edge is the edge of segment i, left of it with side 1 and right with -1, before the joints at its
// ends are seen to.
func (l limb) edge(i int, side float64) (a, b Point) {
	n := l.joints[i+1].minus(l.joints[i]).unit().left().times(side)
	return l.joints[i].plus(n.times(l.radii[i])), l.joints[i+1].plus(n.times(l.radii[i+1]))
}

// side is the left edge of the whole limb from root to tip: round outside a bend, a crease inside.
func (l limb) side() []Segment {
	last := len(l.joints) - 2
	start, end := l.edge(0, 1)
	out := []Segment{moveTo(start)}
	for i := 0; i <= last; i++ {
		var next, nextEnd Point
		var round []Segment
		if i < last {
			next, nextEnd = l.edge(i+1, 1)
			d, e := l.joints[i+1].minus(l.joints[i]), l.joints[i+2].minus(l.joints[i+1])
			if d.left().dot(e) > 0 { // the limb bends to this side: the edges meet in a crease
				if x, ok := meet(start, end, next, nextEnd); ok {
					end, next = x, x
				} else {
					mid := end.toward(next, 0.5)
					end, next = mid, mid
				}
			} else if end.minus(next).length() > 0.05 {
				round = arc(l.joints[i+1], end, next)
			}
		}
		bulge := l.joints[i+1].minus(l.joints[i]).unit().left().times(l.swell[i])
		out = append(out, cubicTo(start.toward(end, 0.3).plus(bulge), start.toward(end, 0.6).plus(bulge), end))
		out = append(out, round...)
		start, end = next, nextEnd
	}
	return out
}

// fold is the first inner joint bent so far that the edges inside the bend no longer meet, or 0.
func (l limb) fold() int {
	for i := 1; i < len(l.joints)-1; i++ {
		d, e := l.joints[i].minus(l.joints[i-1]).unit(), l.joints[i+1].minus(l.joints[i]).unit()
		turn := d.left().dot(e)
		if d.dot(e) > -0.5 || turn == 0 {
			continue
		}
		inside := math.Copysign(1, turn)
		a, b := l.edge(i-1, inside)
		p, q := l.edge(i, inside)
		if _, ok := meet(a, b, p, q); !ok {
			return i
		}
	}
	return 0
}

// meet is where the stretches a–b and c–d cross.
func meet(a, b, c, d Point) (Point, bool) {
	r, s := b.minus(a), d.minus(c)
	den := r.cross(s)
	if math.Abs(den) < 1e-9 {
		return Point{}, false
	}
	t, u := c.minus(a).cross(s)/den, c.minus(a).cross(r)/den
	if t < 0 || t > 1 || u < 0 || u > 1 {
		return Point{}, false
	}
	return a.plus(r.times(t)), true
}
