package pack

import (
	"errors"
	"fmt"
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

// report gathers the problems of one file.
type report struct {
	file string
	list *[]error
}

func (r report) add(line int, id, format string, args ...any) {
	*r.list = append(*r.list, Problem{r.file, line, id, fmt.Sprintf(format, args...)})
}

func joined(list []error) error { return errors.Join(list...) }
