package handout

import (
	"time"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// Questions is a table of the form: numbered questions, boxes to tick, and the key of each.
type Questions struct {
	Title   string
	Again   string // the title where the table goes on, on another page
	Ask     string // the question over all rows; may be empty
	Key     string // over the keys
	Options []string
	Rows    []QuestionRow
}

// QuestionRow is one question. Options, if any, take the place of the table's own.
type QuestionRow struct {
	Number  int
	Sign    Sign
	Text    string
	Key     string // the id, which is the column of a batch
	Options []Signed
}

func (b Questions) write(f format) { f.questions(b) }

// Form is the questionnaire on paper: what stops it first, then every question with its number,
// boxes to tick and its key, which is its column in a table. What is asked only for a sheet stands on a
// leaf of its own, for whoever is asked to go on.
func (d Author) Form() Document {
	w := d.Words
	doc := d.document(FormKind, w, w.Form.Title, questions.Person{}, d.undated().foot(w))
	doc.Head.Person, doc.Head.Blanks = nil, []string{w.Form.Name, w.Form.Ref}
	who := Blanks{Lines: []string{w.Form.Name, w.Form.Born, w.Form.Ref, w.Form.Answered}, Choice: w.Form.By}
	for _, a := range questions.Answerers() {
		who.Options = append(who.Options, w.Form.Answerers[a])
	}
	doc.Blocks = []Block{Title{Text: w.Form.Title, Lead: w.Form.Lead}, d.legend(), d.alert(), who}
	second := false
	for _, s := range d.Protocol.Sections {
		if s.SheetOnly && !second {
			doc.Blocks = append(doc.Blocks,
				Panel{Style: Dashed, Text: []Text{Rich(w.Form.HandIn)}},
				Title{Text: w.Form.SecondTitle, Lead: w.Form.SecondLead, Leaf: true},
				Blanks{Lines: []string{w.Form.Name, w.Form.Ref, w.Form.Answered}},
			)
			second = true
		}
		doc.Blocks = append(doc.Blocks, d.section(s))
	}
	return doc
}

func (d Author) section(s protocol.Section) Questions {
	w := d.Words
	sw := w.Sections[s.ID]
	table := Questions{
		Title: sw.Title, Again: protocol.Fill(w.Form.Again, "title", sw.Title), Ask: sw.Ask, Key: w.Form.Key,
		Options: []string{w.Options.Yes, w.Options.No, w.Options.Unsure},
	}
	for _, i := range s.Questions {
		table.Rows = append(table.Rows, d.row(&d.Protocol.Questions[i]))
	}
	return table
}

// row is a question behind its number. Its sign is that of yes and of not sure; where these differ,
// or another answer has one, the answers stand behind the question, each with its own.
func (d Author) row(q *protocol.Question) QuestionRow {
	w := d.Words.Questions[q.ID]
	r := QuestionRow{Number: q.Index + 1, Text: w.Ask, Key: q.ID}
	signs := map[string]Sign{}
	for i, o := range q.Options {
		signs[o] = d.sign(triage.Alone(d.Protocol, q.Index, protocol.Answer(i+1)))
	}
	if !q.Choice() && signs[protocol.Yes] == signs[protocol.Unsure] && signs[protocol.No] == (Sign{}) {
		r.Sign = signs[protocol.Yes]
		return r
	}
	for _, o := range q.Options {
		r.Options = append(r.Options, Signed{signs[o], Rich(d.Words.Answer(q, o))})
	}
	return r
}

// undated is an author for papers that are about nobody's screening.
func (d Author) undated() Author {
	d.When = time.Time{}
	return d
}
