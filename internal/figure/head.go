package figure

// The two sides, as the data names them.
const (
	toLeft = "left"
	toRite = "right"
)

// viewer is where a face looks that is seen whole though the body is seen from the side.
const viewer = "viewer"

// Outlines in head frames: the first number runs from chin to crown, the second toward the face.
var (
	profile = []Point{{6.6, -0.4}, {5.6, 3.6}, {2.4, 5.3}, {1.2, 5.5}, {-0.6, 7.0}, {-1.7, 5.7}, {-4.0, 5.2}, {-5.9, 3.6}, {-5.4, 0.6}, {-4.4, -3.4}, {0.2, -5.7}, {4.6, -4.4}}
	quiff   = []Point{{4.6, 5.0}, {7.0, 1.6}, {6.9, -2.4}, {4.2, -5.6}, {-0.4, -6.3}, {-4.6, -4.6}, {-4.4, -2.6}, {-1.6, -1.2}, {1.4, -1.0}, {2.6, 0.6}, {3.4, 3.4}}
	oval    = []Point{{6.5, 0}, {4.8, 4.3}, {0, 5.4}, {-4.2, 3.8}, {-6.2, 0}, {-4.2, -3.8}, {0, -5.4}, {4.8, -4.3}}
	fringe  = []Point{{7.1, 0}, {5.6, 4.4}, {1.4, 6.0}, {-0.6, 5.6}, {1.8, 4.4}, {3.5, 2.6}, {3.2, 0}, {3.5, -2.6}, {1.8, -4.4}, {-0.6, -5.6}, {1.4, -6.0}, {5.6, -4.4}}
	mop     = []Point{{7.0, 0}, {5.2, 4.6}, {0.4, 5.8}, {-4.0, 4.4}, {-5.2, 0}, {-4.0, -4.4}, {0.4, -5.8}, {5.2, -4.6}}
)

// head draws the head around its middle with the crown at deg: in profile, from the front or from behind.
func (b *body) head(middle Point, deg float64) {
	face, hair := profile, quiff
	switch {
	case b.View == "front" || b.Look == viewer:
		face, hair = oval, fringe
	case b.View == "back":
		face, hair = nil, mop
	}
	f := frameAt(middle, deg, b.side)
	if face != nil {
		b.c.paint(closedSpline(f.all(b.k, face)), b.near, b.line, b.width)
	}
	b.c.paint(closedSpline(f.all(b.k, hair)), b.hair, b.line, b.width)
}
