// Package yaml wraps the YAML library, which only tests import besides it. Its one rule: bytes go in, and
// out comes one whole document, read strictly, each text with its file and line, or all that is wrong with it.
package yaml

import (
	"bytes"

	lib "go.yaml.in/yaml/v4"
)

// Node is a part of a document: a scalar, a list, a mapping or an alias, with its line.
type Node = lib.Node

// The kinds of a Node, and the style of one with a tag that was written out.
const (
	ScalarNode   = lib.ScalarNode   // a text, number, yes or no, or nothing
	SequenceNode = lib.SequenceNode // a list
	MappingNode  = lib.MappingNode  // its Content takes turns: key, value
	AliasNode    = lib.AliasNode    // what stands at an anchor, once more
	TaggedStyle  = lib.TaggedStyle
)

// Quote writes a text of one line so that it is read back as the same text.
func Quote(s string) string {
	out, err := lib.Marshal(s)
	if err != nil {
		panic(err) // a string always has a form in YAML
	}
	return string(bytes.TrimSuffix(out, []byte("\n")))
}
