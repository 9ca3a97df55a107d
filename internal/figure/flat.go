package figure

// flatTrunk is the right half of the trunk from the front or behind, from the neck to the crotch.
var flatTrunk = []Point{
	{1.02, 2.2}, {0.985, 4.8}, {0.95, 8.2}, {0.87, 10.6}, {0.76, 10.6}, {0.6, 9.5}, {0.36, 8.6}, {0.18, 8.8}, {0.02, 9.4}, {-0.1, 9.0}, {-0.17, 4.4},
}

// blade is a shoulder blade, which tells a back from a chest.
var blade = []Point{{0.82, 3.2}, {0.7, 4.2}, {0.62, 6.0}}

// flat paints a body seen from the front, from behind, or lying down from above. Limbs are fused
// with the trunk unless they lie over or under it.
func (b *body) flat() error {
	var beneath, fused, above []member
	var outer []member // silhouettes of the arms lying over the trunk, which close its shoulders
	place := func(m member) {
		switch {
		case m.spec.Under:
			beneath = append(beneath, m)
		case m.spec.Over || b.Only == "arms" || b.Only == "legs":
			above = append(above, m)
		default:
			fused = append(fused, m)
		}
	}
	for i, l := range []*limbSpec{b.LeftLeg, b.RightLeg} {
		if l == nil || b.Only == "arms" {
			continue
		}
		m, err := b.leg(l, b.spine(0, hipHalf*float64(2*i-1)), hipR*0.86, false, true)
		if err != nil {
			return err
		}
		place(m)
	}
	for i, l := range []*limbSpec{b.LeftArm, b.RightArm} {
		if l == nil || b.Only == "legs" {
			continue
		}
		m, err := b.arm(l, b.spine(0.83, shoulderHalf*float64(2*i-1)), false)
		if err != nil {
			return err
		}
		if b.Only == "rest" || m.spec.Over {
			outer = append(outer, m)
		}
		if b.Only != "rest" {
			place(m)
		}
	}
	for _, m := range beneath {
		b.paintMember(m)
	}
	if b.Only != "arms" && b.Only != "legs" {
		b.flatTrunk(fused, outer)
	}
	for _, m := range above {
		b.paintMember(m)
	}
	return nil
}

func (b *body) flatTrunk(fused, outer []member) {
	stations := append([]Point{}, flatTrunk...)
	for i := len(flatTrunk) - 1; i >= 0; i-- {
		stations = append(stations, Point{flatTrunk[i].X, -flatTrunk[i].Y})
	}
	neck, middle := b.neck()
	whole := [][]Segment{b.trunkOf(stations), neck}
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
		b.paintPalm(m)
	}
	if b.View == "back" {
		for _, side := range []float64{-1, 1} {
			ps := make([]Point, len(blade))
			for i, p := range blade {
				ps[i] = b.spine(p.X, p.Y*side)
			}
			b.c.line(curve(ps), Prop, outline)
		}
	}
	look, side := b.Look, 1.0
	switch {
	case look == toLeft:
		side = -1
	case (look == "" || look == ahead) && b.View == "front":
		look = viewer
	case (look == "" || look == ahead) && b.View == "back":
		look = away
	}
	paintHead(b.c, b.palette, middle, b.headAngle(), b.k, look, side)
}
