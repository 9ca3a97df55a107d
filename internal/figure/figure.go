package figure

import "slices"

// Default size of a figure in units.
const (
	defaultWidth  = 136
	defaultHeight = 98
)

// Set holds the figures of a content folder by id.
type Set map[string]Figure

// Figure is one drawing, ready to paint.
type Figure struct {
	ID     string
	Width  float64 // units
	Height float64 // units

	shapes []Shape
}

// Shapes returns what to paint, in painting order, in units from the top left corner of the
// figure's box. The same figure always returns the same shapes; the caller may change the slice
// but not the paths in it.
func (f Figure) Shapes() []Shape { return slices.Clone(f.shapes) }

// Lettered is the figure with its marks for the person's own left and right written in the
// letters of a language.
func (f Figure) Lettered(left, right string) Figure {
	f.shapes = slices.Clone(f.shapes)
	for i := range f.shapes {
		switch s := &f.shapes[i]; s.Text {
		case "L":
			s.Text = left
		case "R":
			s.Text = right
		}
	}
	return f
}
