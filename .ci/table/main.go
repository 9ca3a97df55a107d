// Table writes a table of people as a spreadsheet program may have it, for .ci/spreadsheets: dates, numbers, words
// of the paper form, line breaks and quotes.
package main

import (
	"encoding/csv"
	"log"
	"os"

	"backcare/content"
	"backcare/internal/protocol"
	"backcare/internal/questions"
)

func main() {
	p, err := protocol.Load(content.Files)
	if err != nil {
		log.Fatal(err)
	}
	head := questions.PersonFields()
	for _, q := range p.Questions {
		head = append(head, q.ID)
	}
	w := csv.NewWriter(os.Stdout)
	w.Write(head)
	for _, over := range []map[string]string{
		{"ref": "A-1", "name": "Ana García", "born": "1980-04-02", "phone": "01234 567890", "fever": "FALSE", "unwell": "0"},
		{"ref": "A-2", "name": "O'Brien, \"Mo\"", "born": "1950-12-31", "age": "70-plus", "chest-pain": "TRUE"},
		{"ref": "7", "site": "Ward 3", "leg-pain": "1", "answered-on": "2026-11-20"},
		{"ref": "A-4", "name": "JÃ¶rg", "fever": "Not sure"},
		{"ref": "A-5", "name": "Line\nbreak", "age": "16 or 17"},
		{"ref": "A-6", "fever": "perhaps"},
	} {
		row := make([]string, len(head))
		for i, name := range head {
			if q, ok := p.Question(name); ok {
				row[i] = q.Option(q.Baseline)
			}
			if cell, there := over[name]; there {
				row[i] = cell
			}
		}
		w.Write(row)
	}
	w.Flush()
	if err := w.Error(); err != nil {
		log.Fatal(err)
	}
}
