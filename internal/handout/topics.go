package handout

import "slices"

// topic is one thing that can be explained.
type topic struct {
	id, line string // the line says in a few words what it is
	title    string
	about    []Block
	sources  []string
}

// chapter is the topics of one kind.
type chapter struct {
	title  string
	goesOn bool // under the title of the chapter before, where all is explained
	topics []topic
}

// chapters are everything that can be explained, in order.
func (d Author) chapters() []chapter {
	p, w := d.Protocol, d.Words
	return []chapter{
		{w.Explain.Questions, false, topics(p.Questions, d.question)},
		{w.Explain.Rules, false, topics(p.Rules, d.rule)},
		{w.Explain.Steps, false, topics(p.Steps, d.stepTopic)},
		{w.Sheet.ExpectTitle, false, topics(p.Expect, d.expectation)},
		{w.Sheet.Pain.Title, true, []topic{d.pain()}},
		{w.Explain.Myths, false, topics(p.Myths, d.myth)},
	}
}

// explained is all that is said of a topic.
func (d Author) explained(t topic) []Block {
	out := append([]Block{Heading{Level: 2, Text: t.title}}, t.about...)
	var list []string
	for _, id := range t.sources {
		list = append(list, d.Protocol.Source(id).Citation)
	}
	return append(out, d.said(d.Words.Explain.Sources, d.Words.Marks.Several(list)+"."))
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
				doc.Blocks = append(doc.Blocks, d.explained(t)...)
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
			doc.Blocks = append(doc.Blocks, d.explained(t)...)
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
