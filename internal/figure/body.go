package figure

import "fmt"

// body is a pose being painted.
type body struct {
	*bodySpec
	skin
	c    *canvas
	k    float64 // scale
	low  float64 // angle of the trunk at the hips
	high float64 // and at the shoulders
	side float64 // +1 if the front is to the right of the trunk's direction
}

func (s *bodySpec) paint(c *canvas) error {
	b := body{bodySpec: s, skin: skinOf(s.Who), c: c, k: or1(s.Scale), side: 1}
	b.low, b.high = s.Torso[0], s.Torso[len(s.Torso)-1]
	if s.Faces == toLeft {
		b.side = -1
	}
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

// spine is the curved axis of the trunk; t runs from the hips at 0 to the base of the neck at 1.
// place returns a point off it by v units to the front, or to the right in a flat view.
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
func (b *body) trunkOf(stations []Point, widen func(t float64) float64) []Segment {
	ps := make([]Point, len(stations))
	for i, s := range stations {
		ps[i] = b.spine(s.X, s.Y*widen(s.X))
	}
	return blob(ps)
}

func (b *body) headAngle() float64 {
	if b.Head != nil {
		return float64(*b.Head)
	}
	return b.high
}

// neckAndHead grow from the base of the neck; the neck is painted first, the head over its end.
func (b *body) neckAndHead(look string, side float64) {
	deg := b.headAngle()
	root := b.spine(0.97, 0)
	mid := b.spine(1, 0)
	middle := mid.step(deg, (neckLong+headHigh*0.8)*b.k)
	neck := limb{joints: []Point{root, mid, middle}, radii: []float64{3.0 * b.k, 2.9 * b.k, 2.6 * b.k}, swell: []float64{0, 0}, bare: true}
	neck.paint(b.c, b.near, b.line, b.width)
	paintHead(b.c, b.skin, middle, deg, b.k, look, side)
}

func (b *body) fillFor(l *limbSpec, far bool) Role {
	if far || l.Shade {
		return b.far
	}
	return b.near
}

func (b *body) arm(l *limbSpec, root Point, far bool) error {
	j, err := l.solve(root, upperArm*b.k, foreArm*b.k, palmAt*b.k)
	if err != nil {
		return fmt.Errorf("arm %w", err)
	}
	fill := b.fillFor(l, far)
	knuckle, tip := j.tip.step(j.end, palmAt*b.k), j.tip.step(j.end, (hand-1.5)*b.k)
	if l.Palm {
		limb{[]Point{j.root, j.mid, j.tip}, []float64{shoulderR * b.k, elbowR * b.k, wristR * b.k}, []float64{0.5 * b.k, 0.4 * b.k}, false}.paint(b.c, fill, b.line, b.width)
		limb{[]Point{j.tip, knuckle, tip}, []float64{1.9 * b.k, 2.5 * b.k, 1.9 * b.k}, []float64{0, 0}, false}.paint(b.c, Accent, Accent, b.width)
		return nil
	}
	limb{[]Point{j.root, j.mid, j.tip, knuckle, tip}, []float64{shoulderR * b.k, elbowR * b.k, wristR * b.k, handR * b.k, 1.6 * b.k}, []float64{0.5 * b.k, 0.4 * b.k, 0, 0}, false}.paint(b.c, fill, b.line, b.width)
	return nil
}

// soleOutline is a foot from the side: the first number runs from heel to toe with the ankle at 0,
// the second down to the sole.
var soleOutline = []Point{{-3.0, 0.6}, {-2.8, 2.5}, {-0.6, 3.0}, {4.4, 2.9}, {8.2, 2.7}, {8.6, 1.3}, {5.6, -0.4}, {2.6, -2.2}, {0, -2.6}, {-2.4, -1.6}}

func (b *body) leg(l *limbSpec, root Point, rootR float64, far, short bool) error {
	j, err := l.solve(root, thigh*b.k, shin*b.k, 0)
	if err != nil {
		return fmt.Errorf("leg %w", err)
	}
	fill := b.fillFor(l, far)
	if short {
		toe := j.tip.step(j.end, 4.5*b.k)
		limb{[]Point{j.root, j.mid, j.tip, toe}, []float64{rootR * b.k, kneeR * b.k, ankleR * b.k, 2.4 * b.k}, []float64{0.6 * b.k, 0.9 * b.k, 0}, false}.paint(b.c, fill, b.line, b.width)
		return nil
	}
	// The sole is on the side the shin points to; along the shin, on the side of the back.
	f := frameAt(j.tip, j.end, 1)
	down := j.tip.minus(j.mid).unit()
	if d := down.dot(f.v); d < -0.2 || (d < 0.2 && b.side < 0) {
		f = frameAt(j.tip, j.end, -1)
	}
	b.c.paint(blob(f.all(b.k, soleOutline)), fill, b.line, b.width)
	limb{[]Point{j.root, j.mid, j.tip}, []float64{rootR * b.k, kneeR * b.k, ankleR * b.k}, []float64{0.8 * b.k, 0.9 * b.k}, true}.paint(b.c, fill, b.line, b.width)
	return nil
}
