package figure

// aboveSpec is the person sitting on a chair, seen from above with the face up the page: the legs
// stay where they are, the shoulders, the crossed arms and the head turn over them.
type aboveSpec struct {
	At    Point  `yaml:"at"`    // the middle of the hips
	Turn  number `yaml:"turn"`  // of the shoulders in degrees, positive to the person's left; the head turns a little more
	Scale number `yaml:"scale"` // 1 if absent
}

func (s *aboveSpec) wrong() string {
	return unless(s.Scale >= 0 && s.Turn >= -60 && s.Turn <= 60, "scale must be above 0, turn at most 60 either way: nobody sits and turns further")
}

// Outlines from above: the first number runs to the front, the second to the person's right.
var (
	yoke   = []Point{{4.4, 0}, {5.0, 5.0}, {4.4, 9.6}, {1.6, 13.2}, {-2.6, 12.6}, {-5.6, 6.8}, {-5.8, 0}, {-5.6, -6.8}, {-2.6, -12.6}, {1.6, -13.2}, {4.4, -9.6}, {5.0, -5.0}}
	crown  = []Point{{6.0, 0}, {4.6, 4.0}, {0.2, 5.4}, {-4.6, 4.2}, {-6.6, 0}, {-4.6, -4.2}, {0.2, -5.4}, {4.6, -4.0}}
	nose   = []Point{{9.6, 0}, {7.0, 2.0}, {4.0, 2.6}, {4.0, -2.6}, {7.0, -2.0}}
	pelvis = []Point{{5.0, 0}, {4.6, 7.0}, {0, 10.4}, {-5.4, 8.4}, {-6.6, 0}, {-5.4, -8.4}, {0, -10.4}, {4.6, -7.0}}
)

func (s *aboveSpec) paint(c *canvas) {
	k := or1(s.Scale)
	b := body{palette: paletteOf(person), c: c, k: k}
	f := frameAt(s.At, 90, 1)
	at := func(u, v float64) Point { return f.at(u*k, v*k) }

	c.paint(roundRect(at(1.5, 0), 27*k, 21*k, 4, 0), PropLight, Prop, outline)
	c.fill(roundRect(at(-11, 0), 28*k, 3.4*k, 1.7*k, 0), Prop)

	hips := [][]Segment{closedSpline(f.all(k, pelvis))}
	for _, side := range []float64{-1, 1} {
		shoe := b.sized([]Point{at(24, 5.8*side), at(30.5, 6.4*side)}, []float64{2.8, 3.2}, []float64{0})
		c.paint(shoe.ring(), b.far, b.line, b.width)
		leg := b.sized([]Point{at(0, 5*side), at(24, 5.6*side)}, []float64{5.2, 4.0}, []float64{0.5})
		hips = append(hips, leg.ring())
	}
	c.fuse(hips, b.near, b.line, b.width)

	turn := float64(s.Turn)
	f = frameAt(s.At, 90+turn, 1)
	chest := [][]Segment{closedSpline(f.all(k, yoke))}
	for _, side := range []float64{1, -1} {
		upper := b.sized([]Point{at(1.6, 10*side), at(10.2, 7.6*side)}, []float64{3, 2.5}, []float64{0.2})
		chest = append(chest, upper.ring())
	}
	c.fuse(chest, b.near, b.line, b.width)
	for _, side := range []float64{1, -1} {
		fore := b.sized([]Point{at(10.2, 7.6*side), at(7.4, -8*side)}, []float64{2.5, 2.1}, []float64{0.2})
		fore.paint(c, b.near, b.line, b.width)
	}
	f = frameAt(s.At, 90+turn*1.25, 1)
	c.paint(closedSpline(f.all(k, nose)), b.near, b.line, b.width)
	c.paint(closedSpline(f.all(k, crown)), b.hair, b.line, b.width)
}
