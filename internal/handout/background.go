package handout

import (
	"strings"

	"backcare/internal/protocol"
)

// course says who and how long: the questions that are neither signs nor precautions.
func (n *note) course() (t Text) {
	p := n.Protocol
	for i := range p.Questions {
		q := &p.Questions[i]
		if q.Kind != protocol.Course || p.Sections[q.Section].SheetOnly {
			continue
		}
		if len(t) > 0 {
			t = append(t, Span{dot, false})
		}
		given := n.w.Note.NotSaid
		if a := n.Answers.Get(i); a != 0 {
			given = n.w.Answer(q, q.Option(a))
		}
		label := n.w.Marks.Label(sentence(n.w.Questions[q.ID].Short), "")
		t = append(t, Span{unbroken(label), false}, Span{unbroken(given), true})
	}
	return t
}

// history is what the person had before; in brief only what they had not, for the assessment has the
// rest.
func (n *note) history() []Block {
	var yes, no []string
	for i := range n.Protocol.Questions {
		q, a := &n.Protocol.Questions[i], n.Answers.Get(i)
		if !q.History || a == 0 {
			continue
		}
		short := n.w.Questions[q.ID].Short
		switch {
		case q.Positive(a):
			yes = append(yes, short)
		case q.IsUnsure(a):
			yes = append(yes, unbroken(short+" ("+strings.ToLower(n.w.Options.Unsure)+")"))
		default:
			no = append(no, short)
		}
	}
	w := &n.w.Note
	return append(
		when(len(yes) > 0 && !n.brief, Paragraph{Text: Rich(protocol.Fill(w.History, "list", dots(yes)))}),
		when(len(no) > 0, Paragraph{Text: Rich(protocol.Fill(w.NoHistory, "list", dots(no))), Small: true})...)
}
