package figure

// flatTrunk is the right half of the trunk from the front or behind, from the neck to the crotch.
var flatTrunk = []Point{
	{1.02, 2.2}, {0.985, 4.6}, {0.95, 8.4}, {0.88, 10.6}, {0.76, 10.4}, {0.6, 8.6}, {0.35, 7.2}, {0.18, 8.0}, {0.02, 9.4}, {-0.1, 9.0}, {-0.17, 4.4},
}

// blade is a shoulder blade, which tells a back from a chest.
var blade = []Point{{0.82, 3.2}, {0.7, 4.2}, {0.62, 6.0}}

// flat paints a body seen from the front, from behind, or lying down from above.
func (b *body) flat() error {
	wide := or1(b.Wide)
	// Narrowing fades out toward the hips, which stay on the chair.
	widen := func(t float64) float64 { return 1 + (wide-1)*min(1, max(0, t/0.7)) }
	shoulders := [2]Point{b.spine(0.88, -shoulderHalf*wide), b.spine(0.88, shoulderHalf*wide)}
	hips := [2]Point{b.spine(0, -hipHalf), b.spine(0, hipHalf)}
	arms, legs := [2]*limbSpec{b.LeftArm, b.RightArm}, [2]*limbSpec{b.LeftLeg, b.RightLeg}

	limbs := func(over bool) error {
		for i, l := range legs {
			if l != nil && l.Over == over && b.Only != "arms" {
				if err := b.leg(l, hips[i], hipR*0.86, false, true); err != nil {
					return err
				}
			}
		}
		for i, l := range arms {
			if l != nil && l.Under == !over && b.Only != "rest" {
				if err := b.arm(l, shoulders[i], false); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if err := limbs(false); err != nil {
		return err
	}
	if b.Only == "arms" {
		return limbs(true)
	}
	stations := append([]Point{}, flatTrunk...)
	for i := len(flatTrunk) - 1; i >= 0; i-- {
		stations = append(stations, Point{flatTrunk[i].X, -flatTrunk[i].Y})
	}
	b.c.paint(b.trunkOf(stations, widen), b.near, b.line, b.width)
	if b.View == "back" {
		for _, side := range []float64{-1, 1} {
			ps := make([]Point, len(blade))
			for i, p := range blade {
				ps[i] = b.spine(p.X, p.Y*side*widen(p.X))
			}
			b.c.line(curve(ps), Prop, thinnest)
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
	b.neckAndHead(look, side)
	return limbs(true)
}
