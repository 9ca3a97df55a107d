package handout

import "backcare/internal/questions"

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
