package questions

import (
	"fmt"
	"strings"
)

// Problem is the first thing wrong with an answers file or a table cell. It never holds a name:
// a value is quoted only where an answer was expected.
type Problem struct {
	File string
	Line int    // from 1; 0 when the file as a whole is meant
	ID   string // the key or question; may be empty
	Text string
	hint string
}

// Error reads "file:line: id: what is wrong".
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	for _, part := range []string{p.ID, p.Text} {
		if part == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(": ")
		}
		b.WriteString(part)
	}
	return b.String()
}

// Hint says what to try; it may be empty.
func (p *Problem) Hint() string { return p.hint }

// quoted shows a wrong value, cut short: an answer is a word, and a longer text is somebody's prose.
func quoted(s string) string {
	const most = 24
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
