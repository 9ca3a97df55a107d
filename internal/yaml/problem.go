package yaml

import "fmt"

// Kind says what is wrong, for callers that word it themselves.
type Kind uint8

const (
	Broken     Kind = iota // not YAML
	Shape                  // a value of the wrong shape
	Empty                  // no document
	Second                 // more than one document
	UnknownKey             // Key is not expected
	TwiceKey               // Key is in one mapping twice, first on line First
	Missing                // a required value is missing
)

// Problem is one thing wrong with a document.
type Problem struct {
	File  string // empty if the document has no name
	Line  int    // from 1; 0 for the document as a whole
	Path  string // of the value, dotted
	Kind  Kind
	Text  string // what is wrong, in words
	Key   string // of UnknownKey and TwiceKey
	First int    // line, of TwiceKey
}

// Error returns "line 3: what is wrong".
func (p Problem) Error() string {
	if p.Line == 0 {
		return p.Text
	}
	return fmt.Sprintf("line %d: %s", p.Line, p.Text)
}

// At makes a problem at a node, for implementations of UnmarshalYAML.
func At(n *Node, format string, args ...any) Problem {
	return Problem{Line: n.Line, Kind: Shape, Text: fmt.Sprintf(format, args...)}
}
