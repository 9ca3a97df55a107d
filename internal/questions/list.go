package questions

import (
	"bytes"
	"encoding/csv"
	"io"

	"backcare/internal/protocol"
)

// ListFormats are the forms List knows.
func ListFormats() []string { return []string{"text", "csv", "yaml", "json", "xlsx"} }

// List writes every question: text to read, csv as the header of a table of people, yaml as an
// answers file to fill in, json with all that a program needs to ask them, xlsx as a table of people
// with drop-downs.
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

func listCSV(b *bytes.Buffer, p *protocol.Protocol) {
	header := PersonFields()
	for _, q := range p.Questions {
		header = append(header, q.ID)
	}
	w := csv.NewWriter(b)
	w.Write(header) // into memory, so there is no error
	w.Flush()
}
