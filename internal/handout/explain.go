package handout

import (
	"strings"

	"backcare/internal/protocol"
)

func (d Author) question(q *protocol.Question) topic {
	w := d.Words
	qw := w.Questions[q.ID]
	var rules []Text
	for _, r := range q.Rules {
		rules = append(rules, Rich(w.Marks.Label(r.ID, d.condition(r.When))+" → "+d.urgencyName(r.Urgency)))
	}
	about := []Block{Paragraph{Text: Rich(qw.Ask)}, d.said(w.Prompt.Why, qw.Why)}
	about = append(about, when(len(rules) > 0, Heading{Level: 3, Text: w.Explain.Rules}, List{Items: rules})...)
	return topic{q.ID, qw.Short, w.Marks.Label(w.Explain.Question, q.ID), about, q.Sources}
}

func (d Author) rule(r *protocol.Rule) topic {
	w, urgency := d.Words, d.urgencyName(r.Urgency)
	label, says, why := w.Explain.Possible, w.Rules[r.ID].Possible, w.Rules[r.ID].Why
	if !r.Urgency.Refers() {
		label, says, why = w.Explain.Sheet, w.Cautions[r.ID].Line, w.Cautions[r.ID].Why
	}
	about := []Block{d.said(w.Explain.When, d.condition(r.When)), d.said(w.Explain.Urgency, urgency), d.said(label, says), d.said(w.Explain.Why, why)}
	return topic{r.ID, urgency, w.Marks.Label(w.Explain.Rule, r.ID), about, r.Sources}
}

func (d Author) stepTopic(s *protocol.Step) topic {
	w := d.Words
	sw := w.Steps[s.ID]
	about := []Block{Paragraph{Text: Rich(sw.Name + ".")}, d.said(w.Explain.Why, sw.Why), d.said(w.Explain.Known, sw.Known)}
	about = append(about, when(len(s.Unless) > 0, d.said(w.Explain.Unless, join(s.Unless, w.Explain.Or)))...)
	forms := make([]Text, len(s.Variants)) // in the order they are tried; the last is for everyone left
	for i, f := range s.Variants {
		condition := ""
		if c := d.condition(f.When); c != "" {
			condition = " (" + c + ")"
		}
		forms[i] = Rich(w.Marks.Label(f.ID+condition, w.Figures[f.Figures[len(f.Figures)-1].ID]))
	}
	return topic{s.ID, sw.Name, w.Marks.Label(w.Explain.Step, s.ID), append(about, List{Items: forms}), s.Sources}
}

func (d Author) expectation(e *protocol.Expectation) topic {
	w := d.Words.Expect[e.ID]
	about := []Block{Paragraph{Text: Rich(w.Line)}, d.said(d.Words.Explain.Known, w.Known)}
	return topic{e.ID, w.Line, d.Words.Marks.Label(d.Words.Sheet.ExpectTitle, e.ID), about, e.Sources}
}

func (d Author) pain() topic {
	var rows []Text
	rules := d.painRule()
	for _, r := range rules.Rows {
		rows = append(rows, append(Text{{d.Words.Marks.Label(r.When, ""), true}}, r.Do...))
	}
	return topic{"pain-rule", d.Words.Sheet.Pain.StepSome, rules.Title, []Block{List{Items: rows}}, d.Protocol.PainSources}
}

func (d Author) myth(m *protocol.Myth) topic {
	w, mw := &d.Words.Explain, d.Words.Myths[m.ID]
	return topic{m.ID, mw.Article, d.Words.Marks.Label(w.Myth, m.ID), []Block{d.said(w.Article, mw.Article), d.said(w.Tool, mw.Tool)}, m.Sources}
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

func (d Author) said(label, s string) Paragraph {
	return Paragraph{Text: led(d.Words.Marks.Label(label, ""), s)}
}
