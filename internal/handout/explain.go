package handout

import (
	"strings"

	"backcare/internal/protocol"
)

func (d Author) aboutQuestion(q *protocol.Question) []Block {
	w := d.Words
	qw := w.Questions[q.ID]
	out := []Block{Heading{Level: 2, Text: w.Marks.Label(w.Explain.Question, q.ID)}, Paragraph{Text: Rich(qw.Ask)}, d.said(w.Prompt.Why, qw.Why)}
	var rules []Text
	for _, r := range d.Protocol.Rules {
		for _, t := range r.When.Terms() {
			if t.Question == q.Index {
				rules = append(rules, Rich(w.Marks.Label(r.ID, d.condition(r.When))+" → "+d.urgencyName(r.Urgency)))
				break
			}
		}
	}
	if len(rules) > 0 {
		out = append(out, Heading{Level: 3, Text: w.Explain.Rules}, List{Items: rules})
	}
	return append(out, d.sources(q.Sources))
}

func (d Author) aboutRule(r *protocol.Rule) []Block {
	w := d.Words
	out := []Block{Heading{Level: 2, Text: w.Marks.Label(w.Explain.Rule, r.ID)}, d.said(w.Explain.When, d.condition(r.When)), d.said(w.Explain.Urgency, d.urgencyName(r.Urgency))}
	if r.Urgency.Refers() {
		rw := w.Rules[r.ID]
		out = append(out, d.said(w.Explain.Possible, rw.Possible), d.said(w.Explain.Why, rw.Why))
	} else {
		cw := w.Cautions[r.ID]
		out = append(out, d.said(w.Explain.Sheet, cw.Line), d.said(w.Explain.Why, cw.Why))
	}
	return append(out, d.sources(r.Sources))
}

func (d Author) aboutStep(s *protocol.Step) []Block {
	w := d.Words
	sw := w.Steps[s.ID]
	out := []Block{Heading{Level: 2, Text: w.Marks.Label(w.Explain.Step, s.ID)}, Paragraph{Text: Rich(sw.Name + ".")}, d.said(w.Explain.Why, sw.Why), d.said(w.Explain.Known, sw.Known)}
	if len(s.Unless) > 0 {
		out = append(out, d.said(w.Explain.Unless, join(s.Unless, w.Explain.Or)))
	}
	forms := make([]Text, len(s.Variants)) // in the order they are tried; the last is for everyone left
	for i, f := range s.Variants {
		condition := ""
		if c := d.condition(f.When); c != "" {
			condition = " (" + c + ")"
		}
		forms[i] = Rich(w.Marks.Label(f.ID+condition, w.Figures[f.Figures[len(f.Figures)-1].ID]))
	}
	return append(out, List{Items: forms}, d.sources(s.Sources))
}

func (d Author) aboutExpectation(e *protocol.Expectation) []Block {
	return []Block{Heading{Level: 2, Text: d.Words.Marks.Label(d.Words.Sheet.ExpectTitle, e.ID)}, Paragraph{Text: Rich(d.Words.Expect[e.ID].Line)},
		d.said(d.Words.Explain.Known, d.Words.Expect[e.ID].Known), d.sources(e.Sources)}
}

func (d Author) aboutPain() []Block {
	var rows []Text
	rules := d.painRule()
	for _, r := range rules.Rows {
		rows = append(rows, append(Text{{d.Words.Marks.Label(r.When, ""), true}}, r.Do...))
	}
	return []Block{Heading{Level: 2, Text: rules.Title}, List{Items: rows}, d.sources(d.Protocol.PainSources)}
}

func (d Author) aboutMyth(m *protocol.Myth) []Block {
	w := d.Words.Explain
	mw := d.Words.Myths[m.ID]
	return []Block{Heading{Level: 2, Text: d.Words.Marks.Label(w.Myth, m.ID)}, d.said(w.Article, mw.Article), d.said(w.Tool, mw.Tool), d.sources(m.Sources)}
}

// condition writes when a rule fires, or a form is used, as it stands in the content.
func (d Author) condition(c protocol.When) string {
	w := d.Words.Explain
	all, any := join(c.All, w.And), join(c.Any, w.Or)
	switch {
	case all == "":
		return any
	case any == "":
		return all
	case len(c.Any) > 1:
		any = "(" + any + ")"
	}
	return all + " " + w.And + " " + any
}

func join(terms []protocol.Term, by string) string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = t.Text
	}
	return strings.Join(out, " "+by+" ")
}

func (d Author) urgencyName(u protocol.Urgency) string {
	if u.Refers() {
		return d.Words.Urgencies[u.String()].Name
	}
	return d.Words.Explain.Caution
}

func (d Author) sources(ids []string) Block {
	var list []string
	for _, id := range ids {
		list = append(list, d.Protocol.Source(id).Citation)
	}
	return d.said(d.Words.Explain.Sources, d.Words.Marks.Several(list)+".")
}

func (d Author) said(label, s string) Paragraph {
	return Paragraph{Text: led(d.Words.Marks.Label(label, ""), s)}
}
