package handout

import (
	"strings"

	"backcare/internal/protocol"
)

// Explain says why a question is asked, what a rule does, what a step is for, or what the article
// this tool started from says and what the tool says instead. One id may name a question and a rule.
func (d Author) Explain(id string) (Document, bool) {
	doc := d.Index()
	doc.Title, doc.Blocks = id, nil
	p, w := d.Protocol, d.Words
	if q, ok := p.Question(id); ok {
		doc.Blocks = append(doc.Blocks, d.aboutQuestion(q)...)
	}
	for i := range p.Rules {
		if p.Rules[i].ID == id {
			doc.Blocks = append(doc.Blocks, d.aboutRule(&p.Rules[i])...)
		}
	}
	if s, ok := p.Step(id); ok {
		doc.Blocks = append(doc.Blocks, d.aboutStep(s)...)
	}
	for _, e := range p.Expect {
		if e.ID == id {
			doc.Blocks = append(doc.Blocks, d.aboutExpectation(e)...)
		}
	}
	if id == painRuleTopic {
		doc.Blocks = append(doc.Blocks, d.aboutPain()...)
	}
	for _, m := range p.Myths {
		if mw := w.Myths[id]; m.ID == id {
			doc.Blocks = append(doc.Blocks, Heading{Level: 2, Text: w.Marks.Label(w.Explain.Myth, id)},
				d.said(w.Explain.Article, mw.Article), d.said(w.Explain.Tool, mw.Tool), d.sources(m.Sources))
		}
	}
	return doc, len(doc.Blocks) > 0
}

// Index lists everything that can be explained.
func (d Author) Index() Document {
	p, w := d.Protocol, d.Words
	doc := Document{Lang: w.Lang, Title: w.Explain.Title, Foot: d.foot(w)}
	list := func(title string, n int, line func(int) string) {
		items := make([]Text, n)
		for i := range n {
			items[i] = Rich(line(i))
		}
		doc.Blocks = append(doc.Blocks, Heading{Level: 2, Text: title}, List{Items: items, Compact: true})
	}
	list(w.Explain.Questions, len(p.Questions), func(i int) string { q := p.Questions[i]; return w.Marks.Label(q.ID, w.Questions[q.ID].Short) })
	list(w.Explain.Rules, len(p.Rules), func(i int) string { r := p.Rules[i]; return w.Marks.Label(r.ID, d.urgencyName(r.Urgency)) })
	list(w.Explain.Steps, len(p.Steps), func(i int) string { s := p.Steps[i]; return w.Marks.Label(s.ID, w.Steps[s.ID].Name) })
	list(w.Sheet.ExpectTitle, len(p.Expect), func(i int) string { e := p.Expect[i]; return w.Marks.Label(e.ID, w.Expect[e.ID].Line) })
	list(w.Sheet.Pain.Title, 1, func(int) string { return w.Marks.Label(painRuleTopic, w.Sheet.Pain.StepSome) })
	list(w.Explain.Myths, len(p.Myths), func(i int) string { m := p.Myths[i]; return w.Marks.Label(m.ID, w.Myths[m.ID].Article) })
	return doc
}

// Evidence is every explanation in one document.
func (d Author) Evidence() Document {
	doc := d.Index()
	w := d.Words
	doc.Blocks = []Block{Title{Text: w.Explain.Title, Lead: w.Explain.Lead}}
	part := func(title string) { doc.Blocks = append(doc.Blocks, Heading{Level: 1, Text: title}) }
	part(w.Explain.Questions)
	for i := range d.Protocol.Questions {
		doc.Blocks = append(doc.Blocks, d.aboutQuestion(&d.Protocol.Questions[i])...)
	}
	part(w.Explain.Rules)
	for i := range d.Protocol.Rules {
		doc.Blocks = append(doc.Blocks, d.aboutRule(&d.Protocol.Rules[i])...)
	}
	part(w.Explain.Steps)
	for i := range d.Protocol.Steps {
		doc.Blocks = append(doc.Blocks, d.aboutStep(&d.Protocol.Steps[i])...)
	}
	part(w.Sheet.ExpectTitle)
	for _, e := range d.Protocol.Expect {
		doc.Blocks = append(doc.Blocks, d.aboutExpectation(e)...)
	}
	doc.Blocks = append(doc.Blocks, d.aboutPain()...)
	part(w.Explain.Myths)
	for _, m := range d.Protocol.Myths {
		about, _ := d.Explain(m.ID)
		doc.Blocks = append(doc.Blocks, about.Blocks...)
	}
	part(w.Explain.Sources)
	var cited []Text
	for _, s := range d.Protocol.Sources {
		cited = append(cited, Rich(s.Citation+"."))
	}
	doc.Blocks = append(doc.Blocks, List{Items: cited})
	return doc
}

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

// painRuleTopic is the id under which the pain rule is explained.
const painRuleTopic = "pain-rule"

func (d Author) aboutExpectation(e protocol.Expectation) []Block {
	w := d.Words
	return []Block{Heading{Level: 2, Text: w.Marks.Label(w.Sheet.ExpectTitle, e.ID)}, Paragraph{Text: Rich(w.Expect[e.ID].Line)},
		d.said(w.Explain.Known, w.Expect[e.ID].Known), d.sources(e.Sources)}
}

func (d Author) aboutPain() []Block {
	var rows []Text
	rules := painRule(d.Words)
	for _, r := range rules.Rows {
		rows = append(rows, append(Text{{d.Words.Marks.Label(r.When, ""), true}}, r.Do...))
	}
	return []Block{Heading{Level: 2, Text: rules.Title}, List{Items: rows}, d.sources(d.Protocol.PainSources)}
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
	return Paragraph{Text: append(Text{{d.Words.Marks.Label(label, ""), true}}, Rich(s)...)}
}
