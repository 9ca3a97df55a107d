// Package yaml wraps the YAML library; besides it, only tests import that. Its one rule: bytes go in, and one
// whole document comes out, strictly read and with positions, or everything that is wrong with it.
package yaml

import (
	"bytes"

	lib "go.yaml.in/yaml/v4"
)

// Node is a part of a document: a scalar, a list, a mapping or an alias, with its line.
type Node = lib.Node

// The kinds of a Node, and the style of one with an explicit tag.
const (
	ScalarNode   = lib.ScalarNode   // a text, number, yes or no, or nothing
	SequenceNode = lib.SequenceNode // a list
	MappingNode  = lib.MappingNode  // its Content alternates key, value
	AliasNode    = lib.AliasNode    // a reference to an anchored node
	TaggedStyle  = lib.TaggedStyle
)

// Quote writes a single-line text so that it reads back as the same text.
func Quote(s string) string {
	out, err := lib.Marshal(s)
	if err != nil {
		panic(err) // every string can be written in YAML
	}
	return string(bytes.TrimSuffix(out, []byte("\n")))
}
