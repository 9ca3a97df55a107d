package figure

// member is a limb ready to paint: perhaps a foot beneath, the chain, perhaps a palm on top.
type member struct {
	foot  []Segment
	chain limb
	palm  *limb
	spec  *limbSpec
	far   bool
	arm   bool
}

// members are the limbs that are there, from the far ones to the near ones.
func (b *body) members() (out []member) {
	arm := func(l *limbSpec, root Point, far bool) {
		if l != nil && b.Only != "legs" && (b.flat() || b.Only != "rest") {
			out = append(out, b.arm(l, root, far))
		}
	}
	leg := func(l *limbSpec, root Point, far bool) {
		if l != nil && b.Only != "arms" {
			out = append(out, b.leg(l, root, far))
		}
	}
	if b.flat() {
		leg(b.LeftLeg, b.spine(0, -hipHalf), false)
		leg(b.RightLeg, b.spine(0, hipHalf), false)
		arm(b.LeftArm, b.spine(0.83, -shoulderHalf), false)
		arm(b.RightArm, b.spine(0.83, shoulderHalf), false)
		return out
	}
	shoulder := b.spine(0.86, 0.2)
	arm(b.FarArm, shoulder, true)
	leg(b.FarLeg, b.Hip, true)
	leg(b.NearLeg, b.Hip, false)
	arm(b.NearArm, shoulder, false)
	return out
}

func (b *body) arm(l *limbSpec, root Point, far bool) member {
	j := l.solve(b.c, root, upperArm*b.k, foreArm*b.k, palmAt*b.k)
	m := member{spec: l, far: far, arm: true}
	knuckle, tip := j.tip.step(j.end, palmAt*b.k), j.tip.step(j.end, (hand-1.7)*b.k)
	if l.Palm {
		m.chain = b.sized([]Point{j.root, j.mid, j.tip}, []float64{shoulderR, elbowR, wristR}, []float64{0.5, 0.4})
		palm := b.sized([]Point{j.tip, knuckle, tip}, []float64{1.9, 2.5, 1.9}, []float64{0, 0})
		m.palm = &palm
		return m
	}
	m.chain = b.sized([]Point{j.root, j.mid, j.tip, knuckle, tip}, []float64{shoulderR, elbowR, wristR, handR, 1.9}, []float64{0.5, 0.4, 0, 0})
	return m
}

// soleOutline is a foot from the side: the first number runs from heel to toe with the ankle at 0,
// the second down to the sole.
var soleOutline = []Point{{-3.0, 0.6}, {-2.8, 2.5}, {-0.6, 3.0}, {4.4, 2.9}, {8.2, 2.7}, {8.6, 1.3}, {5.6, -0.4}, {2.6, -2.2}, {0, -2.6}, {-2.4, -1.6}}

// leg is seen from the side with a whole foot, or from the front with a short one.
func (b *body) leg(l *limbSpec, root Point, far bool) member {
	j := l.solve(b.c, root, thigh*b.k, shin*b.k, 0)
	m := member{spec: l, far: far}
	if b.flat() {
		toe := j.tip.step(j.end, 4.5*b.k)
		m.chain = b.sized([]Point{j.root, j.mid, j.tip, toe}, []float64{hipR * 0.86, kneeR, ankleR, 2.4}, []float64{0.6, 0.9, 0})
		return m
	}
	// The sole is on the side the shin points to; along the shin, on the side of the back.
	f := frameAt(j.tip, j.end, 1)
	down := j.tip.minus(j.mid).unit()
	if d := down.dot(f.v); d < -0.2 || (d < 0.2 && b.side < 0) {
		f = frameAt(j.tip, j.end, -1)
	}
	m.foot = closedSpline(f.all(b.k, soleOutline))
	m.chain = b.sized([]Point{j.root, j.mid, j.tip}, []float64{hipR, kneeR, ankleR}, []float64{0.8, 0.9})
	m.chain.bare = true
	return m
}

// sized is a limb with its half widths and swellings at the body's scale.
func (b *body) sized(js []Point, radii, swell []float64) limb {
	scaled := func(list []float64) []float64 {
		out := make([]float64, len(list))
		for i, v := range list {
			out[i] = v * b.k
		}
		return out
	}
	return limb{joints: js, radii: scaled(radii), swell: scaled(swell)}
}

// limbs draws limbs by themselves, their roots open.
func (b *body) limbs(list []member) {
	for _, m := range list {
		fill := b.near
		if m.far {
			fill = b.far
		}
		if m.foot != nil {
			b.c.paint(m.foot, fill, b.line, b.width)
		}
		chain := m.chain
		if m.spec.Up {
			thigh, shin := chain.split(1)
			shin.paint(b.c, b.far, b.line, b.width)
			chain = thigh
		}
		chain.paint(b.c, fill, b.line, b.width)
		b.palm(m)
	}
}

func (b *body) palm(m member) {
	if m.palm != nil {
		b.c.paint(m.palm.ring(), Accent, Accent, b.width)
	}
}

// outlines are the parts of a limb that can be fused with the trunk.
func (m member) outlines() (out [][]Segment) {
	if m.foot != nil {
		out = append(out, m.foot)
	}
	for _, piece := range m.chain.pieces() {
		out = append(out, piece.ring())
	}
	return out
}
