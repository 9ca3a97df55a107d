// Package yaml is the room of the YAML library, which only tests import besides it. Its one rule: bytes go
// in, and out comes one whole document, read strictly, or what is wrong with it, line by line.
package yaml

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	lib "go.yaml.in/yaml/v3"
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

// Tree reads the one document of data as it stands: its outermost node.
func Tree(data []byte) (*Node, []Problem) {
	var doc Node
	if bad := Decode(data, &doc); len(bad) > 0 {
		return nil, bad
	}
	return doc.Content[0], nil
}

// Decode reads the one document of data. A key that into has no place for is a problem.
func Decode(data []byte, into any) []Problem {
	if at := badByte(data); at < len(data) {
		return []Problem{{Line: 1 + bytes.Count(data[:at], []byte("\n")), Text: "not valid UTF-8"}}
	}
	d := lib.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	switch err := d.Decode(into); {
	case errors.Is(err, io.EOF):
		return []Problem{{Kind: Empty, Text: "empty"}}
	case err != nil:
		return problems(err)
	}
	var more Node
	switch err := d.Decode(&more); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return problems(err)
	}
	return []Problem{{Kind: Second, Line: more.Line, Text: "more than one YAML document"}}
}

// Fill decodes a node that was read before.
func Fill(n *Node, into any) []Problem {
	if err := n.Decode(into); err != nil {
		return problems(err)
	}
	return nil
}

// Text writes a text of one line so that it is read back as the same text.
func Text(s string) string {
	out, err := lib.Marshal(s)
	if err != nil {
		panic(err) // a string always has a form in YAML
	}
	return string(bytes.TrimSuffix(out, []byte("\n")))
}

// badByte is the place of the first byte that is not UTF-8, or the length.
func badByte(data []byte) int {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}
