package figure

import "backcare/internal/yaml"

// number is a length, an angle or a factor.
type number float64

// UnmarshalYAML takes a number and nothing that merely looks like one.
func (v *number) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || (n.Tag != "!!float" && n.Tag != "!!int") {
		return yaml.At(n, "want a number")
	}
	return n.Decode((*float64)(v))
}

// angles is a list of numbers; a single number is a list of one.
type angles []float64

// UnmarshalYAML takes one number or a list of two or three.
func (a *angles) UnmarshalYAML(n *yaml.Node) error {
	list := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		list = n.Content
	}
	for _, child := range list {
		var v number
		if err := v.UnmarshalYAML(child); err != nil {
			return err
		}
		*a = append(*a, float64(v))
	}
	return nil
}

// UnmarshalYAML takes a point written as [x, y].
func (p *Point) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.SequenceNode || len(n.Content) != 2 {
		return yaml.At(n, "want a pair [x, y]")
	}
	var x, y number
	if err := x.UnmarshalYAML(n.Content[0]); err != nil {
		return err
	}
	if err := y.UnmarshalYAML(n.Content[1]); err != nil {
		return err
	}
	*p = Point{float64(x), float64(y)}
	return nil
}
