package questions

import (
	"bytes"
	"fmt"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// listWidth is how wide listings are, in columns.
const listWidth = 80

func listText(b *bytes.Buffer, p *protocol.Protocol, words *protocol.Words) {
	listHead(b, words, "")
	for _, s := range p.Sections {
		title := words.Sections[s.ID]
		fmt.Fprintf(b, "\n%s\n%s\n", strings.ToUpper(title.Title), indent(title.Ask, "", listWidth))
		if s.SheetOnly {
			fmt.Fprintln(b, indent(words.Prompt.Second, "", listWidth))
		}
		for _, place := range s.Questions {
			q := &p.Questions[place]
			fmt.Fprintf(b, "\n  %d. %s  (%s)\n%s\n", place+1, q.ID, strings.Join(q.Options, ", "), indent(words.Questions[q.ID].Ask, "      ", listWidth))
			if stop := stops(p, q); stop != "" {
				fmt.Fprintln(b, indent(words.Marks.Label(stop, words.Form.StopTitle), "      ", listWidth))
			}
		}
	}
}

func listYAML(b *bytes.Buffer, p *protocol.Protocol, words *protocol.Words) {
	listHead(b, words, "# ")
	b.WriteString("\n")
	for _, field := range PersonFields() {
		switch field {
		case "born", "answered-on":
			fmt.Fprintf(b, "%s: # YYYY-MM-DD\n", field)
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
		if s.SheetOnly {
			fmt.Fprintln(b, indent(words.Prompt.Second, "  # ", listWidth))
		}
		for _, place := range s.Questions {
			q := &p.Questions[place]
			ask := fmt.Sprintf("%d. %s", place+1, words.Questions[q.ID].Ask)
			fmt.Fprintf(b, "\n%s\n", indent(ask, "  # ", listWidth))
			if stop := stops(p, q); stop != "" {
				fmt.Fprintln(b, indent(words.Marks.Label(stop, words.Form.StopTitle), "  # ", listWidth))
			}
			fmt.Fprintf(b, "  # %s\n  %s:\n", strings.Join(q.Options, " | "), q.ID)
		}
	}
}

// listHead says what cannot wait for any list, and how blank and unsure count.
func listHead(b *bytes.Buffer, words *protocol.Words, prefix string) {
	w := words.Warning
	fmt.Fprintln(b, prefix+strings.ToUpper(words.Form.StopTitle))
	fmt.Fprintln(b, indent(w.Title, prefix, listWidth))
	for _, item := range w.Items {
		fmt.Fprintln(b, prefix+"- "+item)
	}
	fmt.Fprintln(b, indent(protocol.Fill(w.Where, "emergency", w.Emergency), prefix, listWidth))
	fmt.Fprintf(b, "%s\n", strings.TrimSpace(prefix))
	fmt.Fprintln(b, indent(words.Prompt.Counts, prefix, listWidth))
}

// stops lists the answers to a question that are an emergency by themselves: "yes, unsure".
func stops(p *protocol.Protocol, q *protocol.Question) string {
	var list []string
	for i, option := range q.Options {
		if triage.Alone(p, q.Index, protocol.Answer(i+1)) == protocol.Emergency {
			list = append(list, option)
		}
	}
	return strings.Join(list, ", ")
}
