package handout

import (
	"time"

	"backcare/internal/pack"
	"backcare/internal/questions"
)

// Form is the questionnaire on paper: what stops it first, then every question with boxes to
// tick and its key, which is its column in a table.
func (d Desk) Form() Document {
	w := d.Words
	doc := d.document(FormKind, w, w.Form.Title, questions.Person{})
	doc.Head.Person, doc.Foot = nil, d.undated().foot(w)
	doc.Blocks = []Block{
		Title{w.Form.Title, w.Form.Lead},
		Panel{Style: Tint, Title: w.Form.StopTitle, Text: []Text{Rich(d.numbers(w, w.Form.Stop))}},
		d.alert(w),
		Fields{[]Field{{w.Form.Name, "", true}, {w.Form.Born, "", true}, {w.Form.Ref, "", true}, {w.Form.Date, "", true}, {w.Form.By, "", true}}},
	}
	options := []string{w.Options.Yes, w.Options.No, w.Options.Unsure}
	staff := false
	for _, s := range d.Pack.Sections {
		if s.SheetOnly && !staff {
			doc.Blocks = append(doc.Blocks, Panel{Style: Dashed, Text: []Text{Rich(w.Form.RangeNote)}})
			staff = true
		}
		sw := w.Sections[s.ID]
		table := Questions{Title: sw.Title, Ask: sw.Ask, Options: options}
		for _, i := range s.Questions {
			table.Rows = append(table.Rows, row(w, &d.Pack.Questions[i]))
		}
		doc.Blocks = append(doc.Blocks, table)
	}
	doc.Blocks = append(doc.Blocks, Paragraph{Text: Rich(w.Form.KeyNote), Small: true})
	return doc
}

// undated is a desk for papers that are about nobody's screening.
func (d Desk) undated() Desk {
	d.When = time.Time{}
	return d
}

func row(w *pack.Words, q *pack.Question) QuestionRow {
	r := QuestionRow{Text: w.Questions[q.ID].Ask, Key: q.ID}
	if q.Choice() {
		for _, o := range q.Options {
			r.Options = append(r.Options, w.Questions[q.ID].Choices[o])
		}
	}
	return r
}

// Card is the safety card on a page of its own: the warning, small enough to carry.
func (d Desk) Card() Document {
	w := d.Words
	doc := d.document(CardKind, w, w.Card.Title, questions.Person{})
	doc.Head.Person, doc.Foot = nil, d.undated().foot(w)
	doc.Blocks = []Block{Title{w.Card.Title, ""}, d.card()}
	return doc
}

func (d Desk) card() Card {
	w := d.Words
	c := Card{Title: w.Card.Title, CutHere: w.Card.Cut, Front: []Text{{{d.numbers(w, w.Card.Call), true}}}, Back: []Text{{{d.numbers(w, w.Card.Today), true}}}}
	c.Front = append(c.Front, riches(w.Warning.Items)...)
	c.Front = append(c.Front, Rich(w.Warning.Say))
	c.Back = append(c.Back, riches(w.Warning.Today)...)
	return c
}
