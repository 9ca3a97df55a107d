package figure

// sideTrunk is the trunk in profile: stations along the spine, and how far the outline lies to the
// front (positive) or the back. Chest and belly in front; seat, hollow and shoulder blades behind.
var sideTrunk = []Point{
	{1.01, 1.2}, {0.93, 3.8}, {0.74, 6.3}, {0.5, 5.9}, {0.25, 6.0}, {0.05, 5.4}, {-0.1, 3.6},
	{-0.2, -0.6}, {-0.13, -4.9}, {0.03, -6.7}, {0.2, -5.9}, {0.4, -4.9}, {0.66, -5.9}, {0.88, -5.2}, {1.0, -2.4},
}

// profile paints a body seen from the side, from the far limbs to the near ones.
func (b *body) profile() error {
	shoulder := b.spine(0.86, 0.2)
	var beneath, above []member
	place := func(m member, usuallyAbove bool) {
		if m.spec.Over || (usuallyAbove && !m.spec.Under) {
			above = append(above, m)
		} else {
			beneath = append(beneath, m)
		}
	}
	if b.Only != "rest" && b.Only != "legs" && b.FarArm != nil {
		m, err := b.arm(b.FarArm, shoulder, true)
		if err != nil {
			return err
		}
		place(m, false)
	}
	trunk := [][]Segment{b.trunkOf(sideTrunk)}
	if b.Only != "arms" {
		if b.FarLeg != nil {
			m, err := b.leg(b.FarLeg, b.Hip, hipR, true, false)
			if err != nil {
				return err
			}
			place(m, false)
		}
		if b.NearLeg != nil {
			m, err := b.leg(b.NearLeg, b.Hip, hipR, false, false)
			if err != nil {
				return err
			}
			// A leg in line with the trunk is one outline with it; a bent hip has its crease.
			inLine := m.chain.joints[1].minus(m.chain.joints[0]).unit().dot(way(b.low)) < -0.7
			if inLine && b.Only != "legs" && !m.spec.Over && !m.spec.Under {
				trunk = append(trunk, m.outlines()...)
			} else {
				place(m, true)
			}
		}
	}
	if b.Only != "rest" && b.Only != "legs" && b.NearArm != nil {
		m, err := b.arm(b.NearArm, shoulder, false)
		if err != nil {
			return err
		}
		place(m, true)
	}
	for _, m := range beneath {
		b.paintMember(m)
	}
	if b.Only != "arms" && b.Only != "legs" {
		neck, middle := b.neck()
		b.c.fuse(append(trunk, neck), b.near, b.line, b.width)
		look, side := b.Look, b.side
		if look == toLeft || look == toRite {
			side = map[string]float64{toLeft: -1, toRite: 1}[look]
		}
		paintHead(b.c, b.palette, middle, b.headAngle(), b.k, look, side)
	}
	for _, m := range above {
		b.paintMember(m)
	}
	return nil
}
