package figure

import (
	"fmt"
	"regexp"

	"backcare/internal/yaml"
)

// file is content/figures.yaml.
type file struct {
	Figures []figureSpec `yaml:"figures"`
}

type figureSpec struct {
	ID   string `yaml:"id"`
	Size *Point `yaml:"size"` // 136 by 98 if absent
	Draw []item `yaml:"draw"`
}

// Parse reads every figure in data. name is what errors call the file; each error tells the file,
// the line and the figure. A figure that cannot be drawn inside its box is refused here, so that
// whatever holds a Set can paint it without a check.
func Parse(name string, data []byte) (Set, error) {
	src := source{name: name}
	doc, bad := yaml.Parse(name, data)
	if len(bad) > 0 {
		return nil, src.decoding(bad[0], nil)
	}
	root := doc.Root()
	if err := src.finite(root); err != nil {
		return nil, err
	}
	var f file
	if bad := doc.Decode(&f, nil); len(bad) > 0 {
		return nil, src.decoding(bad[0], root)
	}
	nodes := src.figures(root)
	if len(f.Figures) == 0 || len(nodes) != len(f.Figures) {
		return nil, fmt.Errorf("%s: no figures", name)
	}
	set := make(Set, len(f.Figures))
	for i, spec := range f.Figures {
		src.id = spec.ID
		if !identifier.MatchString(spec.ID) {
			return nil, src.at(nodes[i], "id must be lower-case words joined by hyphens")
		}
		if _, twice := set[spec.ID]; twice {
			return nil, src.at(nodes[i], "this id is used twice")
		}
		fig, err := src.build(spec, nodes[i])
		if err != nil {
			return nil, err
		}
		set[spec.ID] = fig
	}
	return set, nil
}

var identifier = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// source locates errors in the file being parsed.
type source struct {
	name, id string
	items    *int // seen so far in this figure
}

func (s source) at(n *yaml.Node, format string, args ...any) error {
	where := fmt.Sprintf("%s:%d: ", s.name, n.Line)
	if s.id != "" {
		where += "figure " + s.id + ": "
	}
	return fmt.Errorf("%s%w", where, fmt.Errorf(format, args...))
}

// figures are the nodes of the list of figures, nil if the file has another shape.
func (s source) figures(root *yaml.Node) []*yaml.Node {
	if root == nil {
		return nil
	}
	if list := value(root, "figures"); list != nil && list.Kind == yaml.SequenceNode {
		return list.Content
	}
	return nil
}

// value is what a mapping holds under key, itself or by merge, with aliases followed.
func value(n *yaml.Node, key string) *yaml.Node {
	n = target(n)
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return target(n.Content[i+1])
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Tag != "!!merge" {
			continue
		}
		merged := target(n.Content[i+1])
		if merged.Kind != yaml.SequenceNode {
			return value(merged, key)
		}
		for _, m := range merged.Content {
			if v := value(m, key); v != nil {
				return v
			}
		}
	}
	return nil
}

func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// decoding turns what is wrong with the document into file, line and figure.
func (s source) decoding(p yaml.Problem, root *yaml.Node) error {
	switch p.Kind {
	case yaml.Empty:
		return fmt.Errorf("%s: no figures", s.name)
	case yaml.Second:
		return fmt.Errorf("%s: a second document after the figures", s.name)
	}
	for _, n := range s.figures(root) {
		if n.Line <= p.Line {
			s.id = ""
			if id := value(n, "id"); id != nil {
				s.id = id.Value
			}
		}
	}
	return s.at(&yaml.Node{Line: p.Line}, "%s", p.Text)
}

// finite refuses numbers no paper can hold, before anything is computed from them.
func (s source) finite(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode && (n.Tag == "!!float" || n.Tag == "!!int") {
		var v float64
		if err := n.Decode(&v); err != nil || v != v || v > 1000 || v < -1000 {
			return s.at(n, "%s is not a number between -1000 and 1000", n.Value)
		}
	}
	for i, child := range n.Content {
		if n.Kind == yaml.SequenceNode {
			if id := value(child, "id"); id != nil {
				s.id = id.Value
			}
		}
		if err := s.finite(n.Content[i]); err != nil {
			return err
		}
	}
	return nil
}
