package questions

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"backcare/internal/protocol"
)

// ListFormats are the forms List knows.
func ListFormats() []string { return []string{"text", "csv", "yaml", "json", "xlsx"} }

// List writes every question: text to read, csv as the header of a table of people, yaml as an
// answers file to fill in, json for programs, xlsx as a table of people with drop-downs.
func List(w io.Writer, format string, p *protocol.Protocol, words *protocol.Words) error {
	var b bytes.Buffer
	switch format {
	case "text":
		listText(&b, p, words)
	case "csv":
		listCSV(&b, p)
	case "yaml":
		listYAML(&b, p, words)
	case "json":
		listJSON(&b, p, words)
	case "xlsx":
		return listXLSX(w, p, words)
	default:
		return &Problem{Text: quoted(format) + " is not a format here; use " + protocol.OneOf(ListFormats())}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// listWidth is how wide listings are, in columns.
const listWidth = 80

func listText(b *bytes.Buffer, p *protocol.Protocol, words *protocol.Words) {
	for i, s := range p.Sections {
		if i > 0 {
			b.WriteString("\n")
		}
		title := words.Sections[s.ID]
		fmt.Fprintf(b, "%s\n%s\n", strings.ToUpper(title.Title), indent(title.Ask, "", listWidth))
		for _, place := range s.Questions {
			q := &p.Questions[place]
			fmt.Fprintf(b, "\n  %d. %s  (%s)\n%s\n", place+1, q.ID, strings.Join(q.Options, ", "), indent(words.Questions[q.ID].Ask, "      ", listWidth))
		}
	}
}

func listCSV(b *bytes.Buffer, p *protocol.Protocol) {
	header := PersonFields()
	for _, q := range p.Questions {
		header = append(header, q.ID)
	}
	w := csv.NewWriter(b)
	w.Write(header) // into memory, so there is no error
	w.Flush()
}

func listYAML(b *bytes.Buffer, p *protocol.Protocol, words *protocol.Words) {
	for _, field := range PersonFields() {
		switch field {
		case "born":
			b.WriteString("born: # YYYY-MM-DD\n")
		case "answered-by":
			fmt.Fprintf(b, "answered-by: # %s\n", strings.Join(answerers, " | "))
		default:
			fmt.Fprintf(b, "%s:\n", field)
		}
	}
	b.WriteString("answers:\n")
	for _, s := range p.Sections {
		title := words.Sections[s.ID]
		fmt.Fprintf(b, "\n  # == %s ==\n%s\n", title.Title, indent(title.Ask, "  # ", listWidth))
		for _, place := range s.Questions {
			q := &p.Questions[place]
			ask := fmt.Sprintf("%d. %s", place+1, words.Questions[q.ID].Ask)
			fmt.Fprintf(b, "\n%s\n  # %s\n  %s:\n", indent(ask, "  # ", listWidth), strings.Join(q.Options, " | "), q.ID)
		}
	}
}

type listed struct {
	ID      string   `json:"id"`
	Section string   `json:"section"`
	Kind    string   `json:"kind"`
	Options []string `json:"options"`
	Ask     string   `json:"ask"`
	Why     string   `json:"why"`
}

func listJSON(b *bytes.Buffer, p *protocol.Protocol, words *protocol.Words) {
	all := make([]listed, len(p.Questions))
	for i, q := range p.Questions {
		w := words.Questions[q.ID]
		all[i] = listed{q.ID, p.Sections[q.Section].ID, string(q.Kind), q.Options, w.Ask, w.Why}
	}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	e.Encode(all) // plain strings into memory, so there is no error
}
