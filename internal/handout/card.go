package handout

import (
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// Card is the safety card: the warning, small enough to carry. In front what cannot wait; on the
// back what to say then, and what to call about today.
func (d Desk) Card() Document {
	w := d.Words
	doc := d.document(CardKind, w, w.Card.Title, questions.Person{})
	clinic := doc.Head.Clinic
	doc.Head, doc.Foot = Head{}, d.undated().foot(w) // the page is cut up
	where := d.numbers(w, w.Warning.Where)
	if d.Clinic.Emergency == "" {
		where += " " + w.Warning.WriteHere
	}
	doc.Blocks = []Block{Card{
		Title: w.Card.Title, Cut: w.Card.Cut, Fold: w.Card.Fold,
		Front: CardFace{
			Heavy: true, Title: Rich(w.Warning.Title), Number: d.Clinic.Emergency, Items: riches(w.Warning.Items),
			After: Rich(where), Blank: d.Clinic.Emergency == "",
		},
		Back: CardFace{
			Lead: []Text{Rich(w.Card.Emergency), Rich(w.Warning.Say + " " + w.Warning.Why)}, Title: Rich(d.numbers(w, w.Warning.TodayTitle)),
			After: Rich(dots(today(w, triage.AnybodysAlarms(d.Protocol), false))), Spare: clinic,
		},
	}}
	return doc
}
