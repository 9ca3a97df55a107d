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
	arm := func(l *limbSpec, far bool) error {
		if l == nil || b.Only == "rest" {
			return nil
		}
		return b.arm(l, shoulder, far)
	}
	leg := func(l *limbSpec, far bool) error {
		if l == nil || b.Only == "arms" {
			return nil
		}
		return b.leg(l, b.Hip, hipR, far, false)
	}
	trunk := func() {
		if b.Only == "arms" {
			return
		}
		b.c.paint(b.trunkOf(sideTrunk, func(float64) float64 { return 1 }), b.near, b.line, b.width)
		look, side := b.Look, b.side
		if look == toLeft || look == toRite {
			side = map[string]float64{toLeft: -1, toRite: 1}[look]
		}
		b.neckAndHead(look, side)
	}
	over := func(l *limbSpec, usually bool) bool {
		return l != nil && (l.Over || (usually && !l.Under))
	}
	for _, above := range []bool{false, true} {
		if above {
			trunk()
		}
		if over(b.FarArm, false) == above {
			if err := arm(b.FarArm, true); err != nil {
				return err
			}
		}
		if over(b.FarLeg, false) == above {
			if err := leg(b.FarLeg, true); err != nil {
				return err
			}
		}
		if over(b.NearLeg, true) == above {
			if err := leg(b.NearLeg, false); err != nil {
				return err
			}
		}
		if over(b.NearArm, true) == above {
			if err := arm(b.NearArm, false); err != nil {
				return err
			}
		}
	}
	return nil
}
