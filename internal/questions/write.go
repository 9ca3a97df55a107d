package questions

import (
	"bytes"
	"fmt"
	"io"

	"backcare/internal/yaml"
)

// Write makes an answers file, in YAML. Reading it gives the same person and the same answers.
func Write(w io.Writer, f File) error {
	var b bytes.Buffer
	for _, field := range PersonFields() {
		if value := f.Person.Get(field); value != "" {
			fmt.Fprintf(&b, "%s: %s\n", field, yaml.Quote(value))
		}
	}
	given := 0
	for i, a := range f.Answers.Values() {
		if a == 0 {
			continue
		}
		if given++; given == 1 {
			b.WriteString("answers:\n")
		}
		q := &f.Answers.Protocol().Questions[i]
		fmt.Fprintf(&b, "  %s: %s\n", q.ID, bare(q.Option(a)))
	}
	if given == 0 {
		b.WriteString("answers: {}\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

// bare leaves yes and no as a person writes them; YAML libraries quote them for old readers' sake.
func bare(option string) string {
	if option == "yes" || option == "no" {
		return option
	}
	return yaml.Quote(option)
}
