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

// Error reads "file:line: id: what is wrong".
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

// Problems gathers what is wrong, so that all of it can be told at once.
type Problems []error

// At notes a problem where a text stands.
func (l *Problems) At(t yaml.Text, id, format string, args ...any) {
	*l = append(*l, Problem{t.File, t.Line, id, fmt.Sprintf(format, args...)})
}

// Add notes an error, or each that it joins.
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

// Joined is nil, or one error with a problem a line, in the order of the files and lines.
func (l Problems) Joined() error {
	slices.SortStableFunc(l, func(a, b error) int {
		var x, y Problem
		errors.As(a, &x)
		errors.As(b, &y)
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	return errors.Join(l...)
}

// Located turns what is wrong with a document into problems, joined.
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
