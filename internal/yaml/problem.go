package yaml

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	lib "go.yaml.in/yaml/v3"
)

// Kind says what is wrong, where a reader of the document may want words of its own for it.
type Kind uint8

const (
	Broken     Kind = iota // not YAML, or a value of another shape than expected
	Empty                  // no document
	Second                 // more than one document
	UnknownKey             // Key is none of those expected
	TwiceKey               // Key stands in one mapping twice, first on line First
)

// Problem is one thing wrong with a document.
type Problem struct {
	Line  int // from 1; 0 when the document as a whole is meant
	Kind  Kind
	Text  string // what is wrong, in the words of the library
	Key   string // of UnknownKey and TwiceKey
	First int    // line, of TwiceKey
}

var (
	lineNo  = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`)
	unknown = regexp.MustCompile(`^field (\S+) not found in type .+$`)
	twice   = regexp.MustCompile(`^mapping key (".*") already defined at line (\d+)$`)
)

// problems takes apart what the library says: "yaml: line 3: …", or a list of such.
func problems(err error) []Problem {
	var list *lib.TypeError
	if !errors.As(err, &list) {
		return []Problem{problem(err.Error())}
	}
	out := make([]Problem, len(list.Errors))
	for i, e := range list.Errors {
		out[i] = problem(e)
	}
	return out
}

func problem(said string) Problem {
	m := lineNo.FindStringSubmatch(said)
	p := Problem{Text: strings.TrimPrefix(said, m[0])}
	p.Line, _ = strconv.Atoi(m[1])
	if m := unknown.FindStringSubmatch(p.Text); m != nil {
		p.Kind, p.Key, p.Text = UnknownKey, m[1], "field "+m[1]+" not found"
	} else if m := twice.FindStringSubmatch(p.Text); m != nil {
		p.Kind = TwiceKey
		p.Key, _ = strconv.Unquote(m[1])
		p.First, _ = strconv.Atoi(m[2])
	}
	return p
}
