package lint

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// Print writes the whole report as text. The error is that of the writer.
func (r Report) Print(w io.Writer) error {
	var b strings.Builder
	if p := r.Protocol; p != nil {
		fmt.Fprintf(&b, "content %s: %d questions, %d rules, %d steps, %d figures; languages: %s\n",
			p.Edition(), len(p.Questions), len(p.Rules), len(p.Steps), len(p.Figures), strings.Join(r.Langs, " "))
		r.table(&b)
	}
	for _, n := range r.Notes {
		b.WriteString("note: " + n + "\n")
	}
	for _, err := range r.Problems {
		b.WriteString(err.Error() + "\n")
	}
	switch n := len(r.Problems); n {
	case 0:
		b.WriteString("nothing wrong\n")
	case 1:
		b.WriteString("1 problem\n")
	default:
		fmt.Fprintf(&b, "%d problems\n", n)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// table shows the readings, a line for each document of each language.
func (r Report) table(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(t, "\nlang\tdocument\tindex\t\tlimit\tlongest\tlimit\twords in a sentence\tletters in a word\n")
	for _, x := range r.Readings {
		l, _ := limits(x.Lang)
		name, value, limit := "-", "-", fmt.Sprintf("%g; %g", l.Sentence, l.Word)
		if x.Index.Name != "" {
			name, value = x.Index.Name, fmt.Sprintf("%.1f", x.Index.Value)
			limit = fmt.Sprintf("≥ %g", l.Index)
			if x.Index.Grade {
				limit = fmt.Sprintf("≤ %g", l.Index)
			}
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%d\t%d\t%.1f\t%.1f\n", x.Lang, x.Document, name, value, limit,
			x.Counts.Longest, l.Longest, x.Counts.SentenceLength(), x.Counts.WordLength())
	}
	t.Flush() // into memory, so there is no error
	fmt.Fprintln(w)
}
