package handout

import (
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// Card is the safety card, two faces to fold back to back: several of the size of a bank card on a
// page, to cut out, or one of half a page in large print.
type Card struct {
	Title       string
	Cut, Fold   string // what to do with the many, and with the one
	Front, Back CardFace
}

// CardFace is one face of a card.
type CardFace struct {
	Heavy  bool   // with a heavy bar, for what cannot wait
	Lead   []Text // a dark band above the rest; may be empty
	Title  Text
	Number string // set large; may be empty
	Items  []Text
	After  Text
	Blank  bool // a line to write a number on follows After
	Clinic Text // whose card it is; may be empty
}

func (b Card) write(f format) { f.card(b) }

// Card is the safety card: the warning, small enough to carry. In front what cannot wait; on the
// back what to say then, what to call about today, and whose card it is.
func (d Author) Card() Document {
	w := d.Words
	doc := d.document(CardKind, w, w.Card.Title, questions.Person{}, d.undated().foot(w))
	doc.Head = Head{} // the page is cut up
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
			Lead: []Text{led(w.Marks.Label(w.Card.Emergency, ""), w.Warning.Say+" "+w.Warning.Why)}, Title: Rich(d.numbers(w, w.Warning.TodayTitle)),
			After: Rich(dots(today(w, triage.AnybodysAlarms(d.Protocol), false))), Clinic: d.clinic(unbroken(d.Clinic.Phone)),
		},
	}}
	return doc
}
