package figure

// Where a face can point.
const (
	ahead  = "ahead"  // along the body: in profile from the side, at the viewer from the front
	viewer = "viewer" // out of the page
	away   = "away"   // into the page: only hair is seen
	toLeft = "left"   // in profile, to the left when the head is up the page
	toRite = "right"
)

// Outlines in head frames: the first number runs from chin to crown, the second toward the face.
var (
	profile = []Point{{6.6, -0.4}, {5.6, 3.6}, {2.4, 5.3}, {1.2, 5.5}, {-0.6, 7.0}, {-1.7, 5.7}, {-4.0, 5.2}, {-5.9, 3.6}, {-5.4, 0.6}, {-4.4, -3.4}, {0.2, -5.7}, {4.6, -4.4}}
	quiff   = []Point{{4.6, 5.0}, {7.0, 1.6}, {6.9, -2.4}, {4.2, -5.6}, {-0.4, -6.3}, {-4.6, -4.6}, {-4.4, -2.6}, {-1.6, -1.2}, {1.4, -1.0}, {2.6, 0.6}, {3.4, 3.4}}
	oval    = []Point{{6.5, 0}, {4.8, 4.3}, {0, 5.4}, {-4.2, 3.8}, {-6.2, 0}, {-4.2, -3.8}, {0, -5.4}, {4.8, -4.3}}
	fringe  = []Point{{7.1, 0}, {5.6, 4.4}, {1.4, 6.0}, {-0.6, 5.6}, {1.8, 4.4}, {3.5, 2.6}, {3.2, 0}, {3.5, -2.6}, {1.8, -4.4}, {-0.6, -5.6}, {1.4, -6.0}, {5.6, -4.4}}
	mop     = []Point{{7.0, 0}, {5.2, 4.6}, {0.4, 5.8}, {-4.0, 4.4}, {-5.2, 0}, {-4.0, -4.4}, {0.4, -5.8}, {5.2, -4.6}}
)

// paintHead draws a head around its middle with the crown at deg. look is one of the face
// directions above; side is +1 when a profile looks to the right of the crown's direction.
func paintHead(c *canvas, p palette, middle Point, deg, k float64, look string, side float64) {
	f := frameAt(middle, deg, side)
	switch look {
	case viewer:
		c.paint(closedSpline(f.all(k, oval)), p.near, p.line, p.width)
		c.paint(closedSpline(f.all(k, fringe)), p.hair, p.line, p.width)
	case away:
		c.paint(closedSpline(f.all(k, mop)), p.hair, p.line, p.width)
	default:
		c.paint(closedSpline(f.all(k, profile)), p.near, p.line, p.width)
		c.paint(closedSpline(f.all(k, quiff)), p.hair, p.line, p.width)
	}
}
