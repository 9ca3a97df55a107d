package figure

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
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
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	src := source{name: name}
	if err := src.finite(&root); err != nil {
		return nil, err
	}
	var f file
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		return nil, src.decoding(err, &root)
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: a second document after the figures", name)
	}
	nodes := src.figures(&root)
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
	if len(root.Content) == 0 {
		return nil
	}
	if list := value(root.Content[0], "figures"); list != nil && list.Kind == yaml.SequenceNode {
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

var located = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// decoding turns the first complaint of the decoder into file, line and figure.
func (s source) decoding(err error, root *yaml.Node) error {
	text := err.Error()
	var many *yaml.TypeError
	if errors.As(err, &many) && len(many.Errors) > 0 {
		text = many.Errors[0]
	}
	m := located.FindStringSubmatch(text)
	if m == nil {
		return fmt.Errorf("%s: %s", s.name, strings.TrimPrefix(text, "yaml: "))
	}
	line, _ := strconv.Atoi(m[1])
	for _, n := range s.figures(root) {
		if n.Line <= line {
			s.id = ""
			if id := value(n, "id"); id != nil {
				s.id = id.Value
			}
		}
	}
	what, _, _ := strings.Cut(m[2], " in type figure.")
	return s.at(&yaml.Node{Line: line}, "%s", what)
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
