package questions

import (
	"bytes"
	"encoding/json"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// listing is the questions for a program that asks them in its own way.
type listing struct {
	Content     string             `json:"content"` // version
	Lang        string             `json:"lang"`
	Stop        listedStop         `json:"stop"`        // to be shown before anything is asked
	Counts      string             `json:"counts"`      // how blank and unsure count
	Sections    []listedSection    `json:"sections"`    // in asking order
	Emergencies []listedConditions `json:"emergencies"` // which end the questions at once
}

type listedStop struct {
	Title string   `json:"title"`
	Lead  string   `json:"lead"`
	Items []string `json:"items"`
	Where string   `json:"where"`
}

type listedSection struct {
	ID        string           `json:"id"`
	Title     string           `json:"title"`
	Ask       string           `json:"ask"`
	SheetOnly bool             `json:"sheet-only"` // asked only while nothing refers
	Note      string           `json:"note,omitempty"`
	Questions []listedQuestion `json:"questions"`
}

type listedQuestion struct {
	Number  int            `json:"number"`
	ID      string         `json:"id"`
	Kind    string         `json:"kind"`
	Ask     string         `json:"ask"`
	Short   string         `json:"short"`
	Why     string         `json:"why"`
	Options []listedOption `json:"options"`
}

type listedOption struct {
	Value   string `json:"value"`
	Text    string `json:"text"`
	Urgency string `json:"urgency,omitempty"` // of this answer by itself, if it refers
}

// listedConditions hold when all of All, at least one of Any, and none of None were answered. Each is
// "question=answer"; unsure holds wherever yes does, and for improving wherever no does.
type listedConditions struct {
	Rule string   `json:"rule"`
	All  []string `json:"all,omitempty"`
	Any  []string `json:"any,omitempty"`
	None []string `json:"none,omitempty"`
}

func listJSON(b *bytes.Buffer, p *protocol.Protocol, words *protocol.Words) {
	w := words.Warning
	out := listing{
		Content: p.Edition(), Lang: words.Lang, Counts: words.Prompt.Counts,
		Stop: listedStop{words.Form.StopTitle, w.Title, w.Items, protocol.Fill(w.Where, "emergency", w.Emergency)},
	}
	for _, s := range p.Sections {
		title := words.Sections[s.ID]
		section := listedSection{ID: s.ID, Title: title.Title, Ask: title.Ask, SheetOnly: s.SheetOnly}
		if s.SheetOnly {
			section.Note = words.Prompt.Second
		}
		for _, place := range s.Questions {
			section.Questions = append(section.Questions, listQuestion(p, &p.Questions[place], words))
		}
		out.Sections = append(out.Sections, section)
	}
	for _, r := range p.Rules {
		if r.Urgency == protocol.Emergency {
			out.Emergencies = append(out.Emergencies, listedConditions{r.ID, terms(r.When.All), terms(r.When.Any), terms(r.When.None)})
		}
	}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	e.Encode(out) // plain strings into memory, so there is no error
}

func listQuestion(p *protocol.Protocol, q *protocol.Question, words *protocol.Words) listedQuestion {
	w := words.Questions[q.ID]
	out := listedQuestion{Number: q.Index + 1, ID: q.ID, Kind: string(q.Kind), Ask: w.Ask, Short: w.Short, Why: w.Why}
	k := Talk{words: words}
	for i, option := range q.Options {
		listed := listedOption{Value: option, Text: k.option(q, option)}
		if u := triage.Alone(p, q.Index, protocol.Answer(i+1)); u.Refers() {
			listed.Urgency = u.String()
		}
		out.Options = append(out.Options, listed)
	}
	return out
}

func terms(list []protocol.Term) (out []string) {
	for _, t := range list {
		out = append(out, t.Text)
	}
	return out
}
