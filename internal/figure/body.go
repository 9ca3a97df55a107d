package figure

import "fmt"

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

func (s *bodySpec) paint(c *canvas) error {
	b := body{bodySpec: s, palette: paletteOf(s.Who), c: c, k: or1(s.Scale), side: 1}
	b.low, b.high = s.Torso[0], s.Torso[len(s.Torso)-1]
	if s.Faces == toLeft {
		b.side = -1
	}
	c.dash = b.dash
	defer func() { c.dash = nil }()
	if s.View == "front" || s.View == "back" {
		return b.flat()
	}
	return b.profile()
}

func or1(n number) float64 {
	if n == 0 {
		return 1
	}
	return float64(n)
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

// trunkOf is the outline of a trunk given as stations along the spine.
func (b *body) trunkOf(stations []Point) []Segment {
	ps := make([]Point, len(stations))
	for i, s := range stations {
		ps[i] = b.spine(s.X, s.Y)
	}
	return closedSpline(ps)
}

func (b *body) headAngle() float64 {
	if b.Head != nil {
		return float64(*b.Head)
	}
	return b.high
}

// neck joins the trunk to the middle of the head; it is fused with the trunk, the head is painted
// over its end.
func (b *body) neck() (outline []Segment, middle Point) {
	deg := b.headAngle()
	base := b.spine(1, 0)
	middle = base.step(deg, (neckLong+headHigh*0.8)*b.k)
	neck := b.sized([]Point{b.spine(0.9, 0), base, middle}, []float64{3.0, 2.9, 2.6}, []float64{0, 0})
	return append(neck.outline(), closed()), middle
}

func (b *body) fillFor(far bool) Role {
	if far {
		return b.far
	}
	return b.near
}

// member is a limb ready to paint: perhaps a foot beneath, the chain, perhaps a palm on top.
type member struct {
	foot  []Segment
	chain limb
	palm  *limb
	spec  *limbSpec
	far   bool
	arm   bool
}

// paint draws the limb by itself, its root open.
func (b *body) paintMember(m member) {
	fill := b.fillFor(m.far)
	if m.foot != nil {
		b.c.paint(m.foot, fill, b.line, b.width)
	}
	if m.spec.Up {
		thigh, shin := m.chain.split(1)
		shin.paint(b.c, b.far, b.line, b.width)
		thigh.paint(b.c, fill, b.line, b.width)
	} else {
		m.chain.paint(b.c, fill, b.line, b.width)
	}
	b.paintPalm(m)
}

func (b *body) paintPalm(m member) {
	if m.palm != nil {
		b.c.paint(m.palm.ring(), Accent, Accent, b.width)
	}
}

// outlines are the parts of a limb that can be fused with the trunk.
func (m member) outlines() [][]Segment {
	var out [][]Segment
	if m.foot != nil {
		out = append(out, m.foot)
	}
	for _, piece := range m.chain.pieces() {
		out = append(out, piece.ring())
	}
	return out
}

// sized is a limb with its half widths and swellings at the body's scale.
func (b *body) sized(js []Point, radii, swell []float64) limb {
	l := limb{joints: js, radii: make([]float64, len(radii)), swell: make([]float64, len(swell))}
	for i, r := range radii {
		l.radii[i] = r * b.k
	}
	for i, s := range swell {
		l.swell[i] = s * b.k
	}
	return l
}

func (b *body) arm(l *limbSpec, root Point, far bool) (member, error) {
	j, err := l.solve(root, upperArm*b.k, foreArm*b.k, palmAt*b.k)
	if err != nil {
		return member{}, fmt.Errorf("arm %w", err)
	}
	m := member{spec: l, far: far, arm: true}
	knuckle, tip := j.tip.step(j.end, palmAt*b.k), j.tip.step(j.end, (hand-1.7)*b.k)
	if l.Palm {
		m.chain = b.sized([]Point{j.root, j.mid, j.tip}, []float64{shoulderR, elbowR, wristR}, []float64{0.5, 0.4})
		palm := b.sized([]Point{j.tip, knuckle, tip}, []float64{1.9, 2.5, 1.9}, []float64{0, 0})
		m.palm = &palm
		return m, nil
	}
	m.chain = b.sized([]Point{j.root, j.mid, j.tip, knuckle, tip}, []float64{shoulderR, elbowR, wristR, handR, 1.9}, []float64{0.5, 0.4, 0, 0})
	return m, nil
}

// soleOutline is a foot from the side: the first number runs from heel to toe with the ankle at 0,
// the second down to the sole.
var soleOutline = []Point{{-3.0, 0.6}, {-2.8, 2.5}, {-0.6, 3.0}, {4.4, 2.9}, {8.2, 2.7}, {8.6, 1.3}, {5.6, -0.4}, {2.6, -2.2}, {0, -2.6}, {-2.4, -1.6}}

// leg is seen from the side with a whole foot, or from the front with a short one.
func (b *body) leg(l *limbSpec, root Point, rootR float64, far, short bool) (member, error) {
	j, err := l.solve(root, thigh*b.k, shin*b.k, 0)
	if err != nil {
		return member{}, fmt.Errorf("leg %w", err)
	}
	m := member{spec: l, far: far}
	if short {
		toe := j.tip.step(j.end, 4.5*b.k)
		m.chain = b.sized([]Point{j.root, j.mid, j.tip, toe}, []float64{rootR, kneeR, ankleR, 2.4}, []float64{0.6, 0.9, 0})
		return m, nil
	}
	// The sole is on the side the shin points to; along the shin, on the side of the back.
	f := frameAt(j.tip, j.end, 1)
	down := j.tip.minus(j.mid).unit()
	if d := down.dot(f.v); d < -0.2 || (d < 0.2 && b.side < 0) {
		f = frameAt(j.tip, j.end, -1)
	}
	m.foot = closedSpline(f.all(b.k, soleOutline))
	m.chain = b.sized([]Point{j.root, j.mid, j.tip}, []float64{rootR, kneeR, ankleR}, []float64{0.8, 0.9})
	m.chain.bare = true
	return m, nil
}
