package handout

import (
	"slices"

	"backcare/internal/protocol"
)

// topic is one thing that can be explained.
type topic struct {
	id, line string // the line says in a few words what it is
	about    []Block
}

// chapter is the topics of one kind.
type chapter struct {
	title  string
	goesOn bool // under the title of the chapter before, where all is explained
	topics []topic
}

// painRuleTopic is the id under which the pain rule is explained.
const painRuleTopic = "pain-rule"

// chapters are everything that can be explained, in order.
func (d Author) chapters() []chapter {
	p, w := d.Protocol, d.Words
	return []chapter{
		{w.Explain.Questions, false, topics(p.Questions, func(q *protocol.Question) topic { return topic{q.ID, w.Questions[q.ID].Short, d.aboutQuestion(q)} })},
		{w.Explain.Rules, false, topics(p.Rules, func(r *protocol.Rule) topic { return topic{r.ID, d.urgencyName(r.Urgency), d.aboutRule(r)} })},
		{w.Explain.Steps, false, topics(p.Steps, func(s *protocol.Step) topic { return topic{s.ID, w.Steps[s.ID].Name, d.aboutStep(s)} })},
		{w.Sheet.ExpectTitle, false, topics(p.Expect, func(e *protocol.Expectation) topic { return topic{e.ID, w.Expect[e.ID].Line, d.aboutExpectation(e)} })},
		{w.Sheet.Pain.Title, true, []topic{{painRuleTopic, w.Sheet.Pain.StepSome, d.aboutPain()}}},
		{w.Explain.Myths, false, topics(p.Myths, func(m *protocol.Myth) topic { return topic{m.ID, w.Myths[m.ID].Article, d.aboutMyth(m)} })},
	}
}

func topics[T any](list []T, of func(*T) topic) []topic {
	out := make([]topic, len(list))
	for i := range list {
		out[i] = of(&list[i])
	}
	return out
}

// Topics are the ids of everything that Explain explains, sorted.
func (d Author) Topics() (ids []string) {
	for _, c := range d.chapters() {
		for _, t := range c.topics {
			ids = append(ids, t.id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids) // a rule is often called as its question
}

// Explain says why a question is asked, what a rule does, what a step is for, or what the article
// this tool started from says and what the tool says instead. One id may name a question and a rule.
func (d Author) Explain(id string) (Document, bool) {
	doc := d.explanation(id)
	for _, c := range d.chapters() {
		for _, t := range c.topics {
			if t.id == id {
				doc.Blocks = append(doc.Blocks, t.about...)
			}
		}
	}
	return doc, len(doc.Blocks) > 0
}

// Index lists everything that can be explained.
func (d Author) Index() Document {
	doc := d.explanation(d.Words.Explain.Title)
	for _, c := range d.chapters() {
		var items []Text
		for _, t := range c.topics {
			items = append(items, Rich(d.Words.Marks.Label(t.id, t.line)))
		}
		doc.Blocks = append(doc.Blocks, Heading{Level: 2, Text: c.title}, List{Items: items, Compact: true})
	}
	return doc
}

// Evidence is every explanation in one document.
func (d Author) Evidence() Document {
	w := d.Words.Explain
	doc := d.explanation(w.Title)
	doc.Blocks = []Block{Title{Text: w.Title, Lead: w.Lead}}
	for _, c := range d.chapters() {
		if !c.goesOn {
			doc.Blocks = append(doc.Blocks, Heading{Level: 1, Text: c.title})
		}
		for _, t := range c.topics {
			doc.Blocks = append(doc.Blocks, t.about...)
		}
	}
	var cited []Text
	for _, s := range d.Protocol.Sources {
		cited = append(cited, Rich(s.Citation+"."))
	}
	doc.Blocks = append(doc.Blocks, Heading{Level: 1, Text: w.Sources}, List{Items: cited})
	return doc
}

func (d Author) explanation(title string) Document {
	return Document{Lang: d.Words.Lang, Title: title, Foot: d.foot(d.Words)}
}
