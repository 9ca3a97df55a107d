package yaml

import "fmt"

// Kind says what is wrong, where a reader of the document may want words of its own for it.
type Kind uint8

const (
	Broken     Kind = iota // not YAML
	Shape                  // a value of another shape than expected
	Empty                  // no document
	Second                 // more than one document
	UnknownKey             // Key is none of those expected
	TwiceKey               // Key stands in one mapping twice, first on line First
	Missing                // a key that must be there is not
)

// Problem is one thing wrong with a document.
type Problem struct {
	File  string // empty when the document was not named
	Line  int    // from 1; 0 when the document as a whole is meant
	Path  string // of the value, dotted
	Kind  Kind
	Text  string // what is wrong, in words
	Key   string // of UnknownKey and TwiceKey
	First int    // line, of TwiceKey
}

// Error reads "line 3: what is wrong".
func (p Problem) Error() string {
	if p.Line == 0 {
		return p.Text
	}
	return fmt.Sprintf("line %d: %s", p.Line, p.Text)
}

// At is a problem of the shape of a node, for what implements UnmarshalYAML.
func At(n *Node, format string, args ...any) Problem {
	return Problem{Line: n.Line, Kind: Shape, Text: fmt.Sprintf(format, args...)}
}
