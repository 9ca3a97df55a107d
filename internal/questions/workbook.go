package questions

import (
	"io"

	"backcare/internal/protocol"
	"backcare/internal/xlsx"
)

// listXLSX writes a table of people to fill in: the same columns as csv has, with the answers to choose
// from, and the question and why it is asked beside the cell.
func listXLSX(w io.Writer, p *protocol.Protocol, words *protocol.Words) error {
	labels := map[string]string{"ref": words.Form.Ref, "name": words.Form.Name, "born": words.Form.Born, "answered-on": words.Form.Answered, "answered-by": words.Form.By, "site": words.Spool.Site}
	var columns []xlsx.Column
	for _, field := range PersonFields() {
		c := xlsx.Column{Head: field, Title: field, Message: labels[field], Day: field == "born" || field == "answered-on"}
		if field == "answered-by" {
			c.Options = Answerers()
		}
		columns = append(columns, c)
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		about := words.Questions[q.ID]
		message := about.Ask + "\n" + about.Why
		if len(p.Sections[q.Section].Questions) > 1 {
			message = words.Sections[p.Sections[q.Section].ID].Ask + "\n" + message
		}
		columns = append(columns, xlsx.Column{Head: q.ID, Options: q.Options, Title: about.Short, Message: message})
	}
	return xlsx.Write(w, words.Spool.People, columns)
}
