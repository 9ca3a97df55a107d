package protocol

import (
	"slices"
	"strconv"
	"strings"

	"backcare/internal/yaml"
)

// tree is the words of one language in one layer, as they were written.
type tree struct {
	file string
	root *yaml.Node // a mapping; nil when the layer has no such file
}

// readTree reads a file of words as it stands. It has been read strictly before.
func readTree(l Layer, lang string) (tree, error) {
	t := tree{file: l.path(wordsName(lang))}
	var n yaml.Node
	err := decode(l, wordsName(lang), &n)
	if err == nil {
		t.root = n.Content[0]
	}
	return t, err
}

// line finds the line of a dotted path, or of the nearest part of it that is there. whole tells
// whether all of it is.
func (t tree) line(path string) (line int, whole bool) {
	if t.root == nil {
		return 0, false
	}
	n := t.root
	for _, part := range strings.Split(path, ".") {
		var next *yaml.Node
		switch n.Kind {
		case yaml.MappingNode:
			for i := 0; i < len(n.Content); i += 2 {
				if n.Content[i].Value == part {
					line, next = n.Content[i].Line, n.Content[i+1]
				}
			}
		case yaml.SequenceNode:
			if i, err := strconv.Atoi(part); err == nil && i < len(n.Content) {
				next = n.Content[i]
				line = next.Line
			}
		}
		if next == nil {
			return line, false
		}
		n = next
	}
	return line, true
}

// value is what a mapping holds under a key, or nil.
func value(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// without is the mapping at a path less one of its keys.
func without(root *yaml.Node, key, id string) {
	m := value(root, key)
	if m == nil {
		return
	}
	for i := 0; i < len(m.Content); i += 2 {
		if m.Content[i].Value == id {
			m.Content = slices.Delete(m.Content, i, i+2)
			return
		}
	}
}

// mark finds where to tell a problem with a path of words: in the pack if it says anything there,
// in the embedded words if they have it, and else in the pack, which then owes it.
func mark(path string, embedded tree, over *tree) text {
	if over != nil {
		line, whole := over.line(path)
		if _, embedded := embedded.line(path); whole || !embedded {
			return text{file: over.file, layer: 1, line: line}
		}
	}
	line, _ := embedded.line(path)
	return text{file: embedded.file, line: line}
}
