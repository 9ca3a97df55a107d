package figure

import "slices"

// body is a pose being painted.
type body struct {
	*bodySpec
	palette
	c    *canvas
	k    float64 // scale
	low  float64 // angle of the trunk at the hips
	high float64 // and at the shoulders
	side float64 // +1 if the front is to the right of the trunk's direction
}

// sideTrunk is the trunk in profile: stations along the spine, and how far the outline lies to the
// front (positive) or the back. Chest and belly in front; seat, hollow and shoulder blades behind.
var sideTrunk = []Point{
	{1.01, 1.2}, {0.93, 3.8}, {0.74, 6.3}, {0.5, 5.9}, {0.25, 6.0}, {0.05, 5.4}, {-0.1, 3.6},
	{-0.2, -0.6}, {-0.13, -4.9}, {0.03, -6.7}, {0.2, -5.9}, {0.4, -4.9}, {0.66, -5.9}, {0.88, -5.2}, {1.0, -2.4},
}

// flatTrunk is the right half of the trunk from the front or behind, from the neck to the crotch.
var flatTrunk = []Point{
	{1.02, 2.2}, {0.985, 4.8}, {0.95, 8.2}, {0.87, 10.6}, {0.76, 10.6}, {0.6, 9.5}, {0.36, 8.6}, {0.18, 8.8}, {0.02, 9.4}, {-0.1, 9.0}, {-0.17, 4.4},
}

// blade is a shoulder blade, which tells a back from a chest.
var blade = []Point{{0.82, 3.2}, {0.7, 4.2}, {0.62, 6.0}}

// paint draws the person from the far limbs to the near ones.
func (s *bodySpec) paint(c *canvas) {
	b := body{bodySpec: s, palette: paletteOf(s.Who), c: c, k: or1(s.Scale), side: 1}
	b.low, b.high = s.Torso[0], s.Torso[len(s.Torso)-1]
	if s.Faces == toLeft {
		b.side = -1
	}
	c.dash = b.dash
	defer func() { c.dash = nil }()
	var beneath, fused, above []member
	var outer []member // silhouettes of the arms lying over a flat trunk, which close its shoulders
	for _, m := range b.members() {
		elsewhere := m.arm && s.Only == "rest"
		if b.flat() && m.arm && (elsewhere || m.spec.Over) {
			outer = append(outer, m)
		}
		switch {
		case elsewhere:
		case m.spec.Under || m.far && !m.spec.Over:
			beneath = append(beneath, m)
		case b.inLine(m):
			fused = append(fused, m)
		default:
			above = append(above, m)
		}
	}
	b.limbs(beneath)
	if s.Only != "arms" && s.Only != "legs" {
		b.trunk(fused, outer)
	}
	b.limbs(above)
}

// inLine says whether a limb is one outline with the trunk. From the side a leg is, in line with it; a
// bent hip has its crease.
func (b *body) inLine(m member) bool {
	if m.spec.Over || b.Only == "arms" || b.Only == "legs" {
		return false
	}
	thigh := m.chain.joints[1].minus(m.chain.joints[0]).unit()
	return b.flat() || !m.arm && thigh.dot(way(b.low)) < -0.7
}

// spine is a point by the curved axis of the trunk: t runs along it from the hips at 0 to the base of the
// neck at 1, v is how many units off it the point lies, to the front or, in a flat view, to the right.
func (b *body) spine(t, v float64) Point {
	long := trunk * b.k * or1(b.Long)
	h := b.Hip
	m := h.step(b.low, long/2)
	n := m.step(b.high, long/2)
	var p, d Point
	switch {
	case t <= 0:
		d = way(b.low)
		p = h.plus(d.times(t * long))
	case t >= 1:
		d = way(b.high)
		p = n.plus(d.times((t - 1) * long))
	default:
		p = h.times((1 - t) * (1 - t)).plus(m.times(2 * t * (1 - t))).plus(n.times(t * t))
		d = m.minus(h).times(1 - t).plus(n.minus(m).times(t)).unit()
	}
	return p.plus(d.left().times(-b.side * v * b.k))
}

// along are stations along the spine; side -1 takes them to the other side of it.
func (b *body) along(stations []Point, side float64) []Point {
	out := make([]Point, len(stations))
	for i, s := range stations {
		out[i] = b.spine(s.X, s.Y*side)
	}
	return out
}

// trunk paints the trunk as one outline with the neck and some limbs, and the head over it.
func (b *body) trunk(fused, outer []member) {
	edge := b.along(sideTrunk, 1)
	if b.flat() {
		left := b.along(flatTrunk, -1)
		slices.Reverse(left)
		edge = append(b.along(flatTrunk, 1), left...)
	}
	up := b.high
	if b.Head != nil {
		up = float64(*b.Head)
	}
	base := b.spine(1, 0)
	middle := base.step(up, (neckLong+headHigh*0.8)*b.k) // of the head
	neck := b.sized([]Point{b.spine(0.9, 0), base, middle}, []float64{3.0, 2.9, 2.6}, []float64{0, 0})
	whole := [][]Segment{closedSpline(edge), append(neck.outline(), closed())}
	for _, m := range fused {
		whole = append(whole, m.outlines()...)
	}
	for _, m := range append(fused, outer...) {
		if root, mid := m.chain.joints[0], m.chain.joints[1]; m.arm && mid.minus(root).unit().dot(way(b.high)) > 0.5 {
			// The shoulder of a raised arm comes up beside the neck and leaves no gap there.
			whole = append(whole, polygon(b.spine(0.8, 0), middle, root.toward(mid, 0.5), root))
		}
	}
	for _, m := range outer {
		// Thinner by half a line, so that the limb painted over it later covers its outline.
		m.chain = m.chain.thinner(b.width / 2)
		whole = append(whole, m.outlines()...)
	}
	b.c.fuse(whole, b.near, b.line, b.width)
	for _, m := range fused {
		b.palm(m)
	}
	if b.View == "back" {
		b.c.line(curve(b.along(blade, -1)), Prop, outline)
		b.c.line(curve(b.along(blade, 1)), Prop, outline)
	}
	b.head(middle, up)
}
