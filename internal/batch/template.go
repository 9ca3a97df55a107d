package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/yaml"
)

// What a template looks at.
const (
	templateRows  = 5_000
	templateWords = 20 // different answers in a column; with more it is none of a question
	longestWord   = 80 // characters
)

// Template writes a mapping to fill in for a table: each heading with what it is, or a guess with a question mark behind it,
// which must be confirmed. Words are the languages that guesses are made by.
func Template(ctx context.Context, p *protocol.Protocol, words []*protocol.Words, in io.Reader, w io.Writer) error {
	t := newTable(p, nil)
	head, err := t.begin(ctx, in)
	if err == nil && head == nil {
		err = asRefused("NDJSON has no header", "give a table whose first row names its columns")
	}
	if err != nil {
		return err
	}
	g := &guesser{protocol: p, words: words}
	headings := head.cells
	columns := g.columns(headings)
	t.cutter.know(columns)
	seen := make([][]string, len(headings))
	var r record
	for n := 0; n < templateRows; n++ {
		if err := t.cutter.next(&r); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return err
		}
		for i := range min(len(r.cells), len(columns)) {
			note := columns[i].ask != nil && !blank(r.cells[i]) && len(seen[i]) <= templateWords
			if cell := strings.Join(strings.Fields(r.cells[i]), " "); note && !slices.Contains(seen[i], cell) {
				seen[i] = append(seen[i], cell)
			}
		}
	}
	var b bytes.Buffer
	b.WriteString("# What the columns of this table are. Each `is` is the id of a question (backcare questions lists them), one of\n" +
		"# " + strings.Join(questions.PersonFields(), ", ") + ",\n" +
		"# or `" + ignored + "`. A question mark at the end marks a guess: check it, then remove the mark. A guess is never\n" +
		"# used. `answers` says what other words mean; those of the paper form are known.\n# Then: backcare batch PEOPLE --columns THIS-FILE\ncolumns:\n")
	for i, heading := range headings {
		if strings.TrimSpace(heading) == "" {
			continue
		}
		c := columns[i]
		fmt.Fprintf(&b, "  - heading: %s\n    is: %s\n", yaml.Quote(strings.Join(strings.Fields(strings.TrimPrefix(heading, "\ufeff")), " ")), c.name)
		if c.ask != nil {
			g.answers(&b, c.ask, seen[i])
		}
	}
	_, err = w.Write(b.Bytes())
	return err
}

// answers writes the words below a question that are not known, each with a guess if there is one.
func (g *guesser) answers(b *bytes.Buffer, q *protocol.Question, seen []string) {
	if len(seen) > templateWords {
		fmt.Fprintf(b, "    # more than %d different answers: is it really this question?\n", templateWords)
		return
	}
	begun := false
	for _, cell := range seen {
		if _, err := questions.Cell(q, cell); err == nil || len([]rune(cell)) > longestWord {
			continue
		}
		if !begun {
			fmt.Fprintf(b, "    answers: # %s\n", strings.Join(q.Options, ", "))
			begun = true
		}
		fmt.Fprintf(b, "      %s: %s\n", yaml.Quote(cell), yaml.Quote(g.answer(q, cell)))
	}
}
