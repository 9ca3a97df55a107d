package figure

import (
	"fmt"
	"regexp"

	"backcare/internal/yaml"
)

// Limits on one figure: it is painted in thousands of documents.
const (
	maxShapes = 150
	maxDepth  = 4
	slack     = 0.01 // units; rounding of coordinates
)

// figureSpec is one figure of content/figures.yaml.
type figureSpec struct {
	ID   string      `yaml:"id"`
	Size Point       `yaml:"size"` // 136 by 98 if absent
	Draw []yaml.Node `yaml:"draw"` // items
}

// Parse reads every figure in data. name is what errors call the file; each error tells the file,
// the line and the figure. A figure that cannot be drawn inside its box is refused here, so that
// whatever holds a Set can paint it without a check.
func Parse(name string, data []byte) (Set, error) {
	var f struct {
		Figures []yaml.Node `yaml:"figures"`
	}
	doc, bad := yaml.Parse(name, data)
	if len(bad) == 0 {
		bad = doc.Decode(&f, nil)
	}
	b := builder{name: name}
	switch {
	case len(bad) > 0 && bad[0].Kind == yaml.Second:
		return nil, fmt.Errorf("%s: a second document after the figures", name)
	case len(bad) > 0 && bad[0].Kind != yaml.Empty:
		return nil, b.at(bad[0].Line, "%s", bad[0].Text)
	case len(f.Figures) == 0:
		return nil, fmt.Errorf("%s: no figures", name)
	}
	set := make(Set, len(f.Figures))
	for i := range f.Figures {
		fig, err := b.figure(&f.Figures[i])
		if err != nil {
			return nil, err
		}
		if _, twice := set[fig.ID]; twice {
			return nil, b.at(f.Figures[i].Line, "this id is used twice")
		}
		set[fig.ID] = fig
	}
	return set, nil
}

var identifier = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// builder checks and paints one figure after the other, item by item so that an error knows its line.
type builder struct {
	name, id string // of the file and the figure
	size     Point
	items    int
	canvas
}

func (b *builder) at(line int, format string, args ...any) error {
	where := fmt.Sprintf("%s:%d: ", b.name, line)
	if b.id != "" {
		where += "figure " + b.id + ": "
	}
	return fmt.Errorf("%s%w", where, fmt.Errorf(format, args...))
}

func (b *builder) figure(n *yaml.Node) (Figure, error) {
	spec := figureSpec{Size: Point{136, 98}}
	bad := yaml.DecodeNode(n, &spec)
	*b = builder{name: b.name, id: spec.ID, size: spec.Size, canvas: canvas{place: placing{kx: 1, ky: 1}}}
	fig := Figure{ID: spec.ID, Width: spec.Size.X, Height: spec.Size.Y}
	switch {
	case len(bad) > 0:
		return fig, b.at(bad[0].Line, "%s", bad[0].Text)
	case !identifier.MatchString(spec.ID):
		return fig, b.at(n.Line, "id must be lower-case words joined by hyphens")
	case fig.Width < 10 || fig.Height < 10 || fig.Width > 400 || fig.Height > 400:
		return fig, b.at(n.Line, "size must be between 10 and 400 units")
	case len(spec.Draw) == 0:
		return fig, b.at(n.Line, "nothing to draw")
	}
	err := b.draw(spec.Draw, 0)
	fig.drawing = &drawing{shapes: b.shapes}
	return fig, err
}

// draw paints a list of items.
func (b *builder) draw(list []yaml.Node, depth int) error {
	for i := range list {
		if err := b.item(&list[i], depth); err != nil {
			return err
		}
	}
	return nil
}

// item reads, checks and paints one item.
func (b *builder) item(n *yaml.Node, depth int) error {
	if b.items++; b.items > maxShapes { // aliases can make a short file draw without end
		return b.at(n.Line, "too many items, at most %d", maxShapes)
	}
	if n.Kind != yaml.MappingNode || len(n.Content) != 2 || n.Content[1].Tag == "!!null" {
		return b.at(n.Line, "an item has one key, such as body or arrow, and says what it is")
	}
	key := n.Content[0]
	if key.Value == "group" {
		return b.group(n.Content[1], depth)
	}
	fresh := things[key.Value]
	if fresh == nil {
		return b.at(key.Line, "unknown key %q", key.Value)
	}
	t := fresh()
	if bad := yaml.DecodeNode(n.Content[1], t); len(bad) > 0 {
		return b.at(bad[0].Line, "%s", bad[0].Text)
	}
	if t, ok := t.(checked); ok && t.wrong() != "" {
		return b.at(n.Line, "%s: %s", key.Value, t.wrong())
	}
	from := len(b.shapes)
	t.paint(&b.canvas)
	if b.err != nil {
		return b.at(n.Line, "%w", b.err)
	}
	if len(b.shapes) > maxShapes {
		return b.at(n.Line, "too many shapes, at most %d", maxShapes)
	}
	return b.inside(n, b.shapes[from:])
}

// inside refuses shapes that reach out of the figure's box.
func (b *builder) inside(n *yaml.Node, shapes []Shape) error {
	for _, s := range shapes {
		low, high := s.Bounds()
		// Written so that a NaN fails too.
		if !(low.X >= -slack && low.Y >= -slack && high.X <= b.size.X+slack && high.Y <= b.size.Y+slack) {
			return b.at(n.Line, "reaches from %.1f, %.1f to %.1f, %.1f, outside the box of %g by %g", low.X, low.Y, high.X, high.Y, b.size.X, b.size.Y)
		}
	}
	return nil
}

// group draws its items smaller, elsewhere, or mirrored left to right about its own origin.
func (b *builder) group(n *yaml.Node, depth int) error {
	var g struct {
		At     Point       `yaml:"at"`
		Scale  number      `yaml:"scale"`
		Mirror bool        `yaml:"mirror"`
		Draw   []yaml.Node `yaml:"draw"`
	}
	bad := yaml.DecodeNode(n, &g)
	switch {
	case len(bad) > 0:
		return b.at(bad[0].Line, "%s", bad[0].Text)
	case len(g.Draw) == 0 || g.Scale < 0:
		return b.at(n.Line, "group: wants a draw list and a scale above 0")
	case depth == maxDepth:
		return b.at(n.Line, "groups nested deeper than %d", maxDepth)
	}
	outer := b.place
	defer func() { b.place = outer }()
	b.place = outer.within(g.At, or1(g.Scale), g.Mirror)
	return b.draw(g.Draw, depth+1)
}
