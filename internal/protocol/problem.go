package protocol

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"backcare/internal/yaml"
)

// Problem is one thing wrong with the content.
type Problem struct {
	File string
	Line int    // 0 when the file as a whole is meant
	ID   string // of the question, rule, step or word; may be empty
	Text string
}

// Error returns "file:line: id: what is wrong".
func (p Problem) Error() string {
	at := p.File
	if p.Line > 0 {
		at = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	if p.ID != "" {
		at += ": " + p.ID
	}
	return at + ": " + p.Text
}

// Problems collects everything that is wrong, to be reported at once.
type Problems []error

// At adds a problem at the position of a text.
func (l *Problems) At(t yaml.Text, id, format string, args ...any) {
	*l = append(*l, Problem{t.File, t.Line, id, fmt.Sprintf(format, args...)})
}

// Add adds an error, or each of the errors it joins.
func (l *Problems) Add(err error) {
	var many interface{ Unwrap() []error }
	switch {
	case err == nil:
	case errors.As(err, &many):
		*l = append(*l, many.Unwrap()...)
	default:
		*l = append(*l, err)
	}
}

// Joined returns nil, or one error with one problem a line, sorted by file and line.
func (l Problems) Joined() error {
	slices.SortStableFunc(l, func(a, b error) int {
		var x, y Problem
		errors.As(a, &x)
		errors.As(b, &y)
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	return errors.Join(l...)
}

// Located turns the problems of a document into one error.
func Located(bad []yaml.Problem) error {
	var out Problems
	for _, b := range bad {
		id := b.Path
		if b.Kind == yaml.UnknownKey || b.Kind == yaml.TwiceKey {
			id = ""
		}
		out = append(out, Problem{b.File, b.Line, id, b.Text})
	}
	return out.Joined()
}
