package figure

import (
	"slices"
	"strconv"
	"strings"

	"backcare/internal/yaml"
)

// thing is what an item of a draw list can be, but for a group.
type thing interface{ paint(*canvas) }

// checked is a thing with which something can be wrong that its types do not tell.
type checked interface {
	wrong() string // what is missing or not allowed, or nothing
}

// things are a new one of each, by the key of the item.
var things = map[string]func() thing{
	"body":   func() thing { return &bodySpec{} },
	"above":  func() thing { return &aboveSpec{} },
	"arrow":  func() thing { return &arrowSpec{} },
	"zone":   func() thing { return &zoneSpec{} },
	"palm":   func() thing { return &palmSpec{} },
	"spine":  func() thing { return &spineSpec{} },
	"bone":   func() thing { return &boneSpec{} },
	"cross":  func() thing { return &crossSpec{} },
	"label":  func() thing { return &labelSpec{} },
	"breath": func() thing { return &breathSpec{} },
	"knob":   func() thing { return &knobSpec{} },
	"mat":    func() thing { return &matSpec{} },
	"ground": func() thing { return &groundSpec{} },
	"panel":  func() thing { return &panelSpec{} },
	"window": func() thing { return &windowSpec{} },
	"chair":  func() thing { return &chairSpec{} },
	"table":  func() thing { return &tableSpec{} },
	"wall":   func() thing { return &wallSpec{} },
	"glass":  func() thing { return &glassSpec{} },
	"pack":   func() thing { return &packSpec{} },
	"pillow": func() thing { return &pillowSpec{} },
	"clock":  func() thing { return &clockSpec{} },
	"sun":    func() thing { return &sunSpec{} },
}

// unless is what is wrong where something does not hold.
func unless(holds bool, wrong string) string {
	if holds {
		return ""
	}
	return wrong
}

func oneOf(key, got string, allowed ...string) string {
	return unless(slices.Contains(allowed, got), key+" must be one of "+strings.TrimPrefix(strings.Join(allowed, ", "), ", ")+", not "+got)
}

// goesOn refuses a path in which a point is too near to the one before to have a direction.
func goesOn(path []Point) string {
	good := len(path) >= 2
	for i := 1; i < len(path); i++ {
		good = good && path[i].minus(path[i-1]).length() >= 1
	}
	return unless(good, "path wants at least two points, each a unit or more from the last")
}

// number is a length, an angle or a factor.
type number float64

// UnmarshalYAML takes a number that a paper can hold, and nothing that merely looks like one.
func (v *number) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || (n.Tag != "!!float" && n.Tag != "!!int") {
		return yaml.At(n, "want a number")
	}
	read, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || !(read >= -1000 && read <= 1000) {
		return yaml.At(n, "%s is not a number between -1000 and 1000", n.Value)
	}
	*v = number(read)
	return nil
}

func or1(n number) float64 {
	if n == 0 {
		return 1
	}
	return float64(n)
}

// angles is a list of numbers; a single number is a list of one.
type angles []float64

// UnmarshalYAML takes one number or a list of them.
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
	var pair angles
	if n.Kind != yaml.SequenceNode || len(n.Content) != 2 {
		return yaml.At(n, "want a pair [x, y]")
	}
	if err := pair.UnmarshalYAML(n); err != nil {
		return err
	}
	*p = Point{pair[0], pair[1]}
	return nil
}
