package figure

import "slices"

// Set holds the figures of a content folder by id.
type Set map[string]Figure

// Figure is one drawing, ready to paint.
type Figure struct {
	ID     string
	Width  float64 // units
	Height float64 // units

	shapes      []Shape
	left, right string // what stands for L and R, if anything else does
}

// Shapes returns what to paint, in painting order, in units from the top left corner of the
// figure's box. The same figure always returns the same shapes; the caller may change the slice
// but not the paths in it.
func (f Figure) Shapes() []Shape {
	shapes := slices.Clone(f.shapes)
	for i := range shapes {
		switch s := &shapes[i]; {
		case s.Text == "L" && f.left != "":
			s.Text = f.left
		case s.Text == "R" && f.right != "":
			s.Text = f.right
		}
	}
	return shapes
}

// Lettered is the figure with its marks for the person's own left and right written in the
// letters of a language.
func (f Figure) Lettered(left, right string) Figure {
	f.left, f.right = left, right
	return f
}

// Identity tells drawings apart: figures with one identity are painted alike.
type Identity struct {
	first       *Shape
	left, right string
}

// Identity is the figure's, which it has for as long as it is in memory.
func (f Figure) Identity() Identity {
	if len(f.shapes) == 0 {
		return Identity{}
	}
	return Identity{&f.shapes[0], f.left, f.right}
}
