package protocol

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
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

// problems gathers what is wrong, so that all of it can be told at once.
type problems []error

// at notes a problem where a text stands.
func (l *problems) at(t text, id, format string, args ...any) {
	*l = append(*l, Problem{t.file, t.line, id, fmt.Sprintf(format, args...)})
}

// in notes a problem of a whole file.
func (l *problems) in(file, id, format string, args ...any) {
	l.at(text{file: file}, id, format, args...)
}

// joined is nil, or one error with a problem a line, in the order of the files and lines.
func (l problems) joined() error {
	slices.SortStableFunc(l, func(a, b error) int {
		var x, y Problem
		if !errors.As(a, &x) || !errors.As(b, &y) || x.File != y.File {
			return 0
		}
		return cmp.Compare(x.Line, y.Line)
	})
	return errors.Join(l...)
}
