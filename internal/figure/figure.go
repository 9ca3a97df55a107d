package figure

import (
	"slices"
	"sync"
)

// Set holds the figures of a content folder by id.
type Set map[string]Figure

// Figure is one drawing, ready to paint.
type Figure struct {
	ID     string
	Width  float64 // units
	Height float64 // units

	*drawing
	left, right string // what stands for L and R, if anything else does
}

// drawing are shapes, and the same in fewer curves once somebody looks at them.
type drawing struct {
	shapes []Shape
	once   sync.Once
	drawn  []Shape
}

// Shapes returns what to paint, in painting order, in units from the top left corner of the
// figure's box. The same figure always returns the same shapes; the caller may change the slice
// but not the paths in it.
func (f Figure) Shapes() []Shape {
	if f.drawing == nil {
		return nil
	}
	f.once.Do(func() { f.drawn = fewer(f.shapes) })
	shapes := slices.Clone(f.drawn)
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
	drawing     *drawing
	left, right string
}

// Identity is the figure's, which it has for as long as it is in memory.
func (f Figure) Identity() Identity { return Identity{f.drawing, f.left, f.right} }
