package handout

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// note writes the referral note: urgency first, then situation, background, assessment and
// request, then the slip that comes back.
func (d Author) note(r triage.Referral, p questions.Person) Document {
	w := d.professional()
	doc := d.document(ReferralKind, w, w.Note.Title, p)
	id := d.noteID(r, p)
	doc.Head.Person = Text{{w.Note.ID + " ", false}, {id, true}, {" · " + d.clock(w), false}}
	doc.Foot = d.foot(w, d.answered(w, r.Answers))
	doc.Blocks = d.noteBlocks(r, p, id, false)
	doc.Brief = func() []Block { return InBrief(d.noteBlocks(r, p, id, true), doc.Colon) }
	doc.Foot = append(Rich(w.Note.Made+" "), doc.Foot...)
	return doc
}

// noteBlocks are the blocks of a note; in brief without what is said elsewhere on it.
func (d Author) noteBlocks(r triage.Referral, p questions.Person, id string, brief bool) []Block {
	w := d.professional()
	blocks := []Block{
		Title{Text: w.Note.Title, Lead: w.Note.For},
		d.band(r),
		Fields{[]Field{
			{w.Note.Name, p.Name, true}, {w.Note.Born, d.bornField(w, p), false}, {w.Note.Ref, p.Ref, true}, {w.Note.Phone, p.Phone, true},
			{w.Note.AnsweredBy, answerer(w, p) + " " + w.Note.NotChecked, false},
		}},
		Heading{2, w.Note.Letters[0], w.Note.Situation},
	}
	blocks = append(blocks, situation(r, w)...)
	if r.Urgency == protocol.Emergency {
		blocks = append(blocks, Lines{[]string{w.Note.Began, w.Note.BeganTime}})
	}
	blocks = append(blocks, Heading{2, w.Note.Letters[1], w.Note.Background}, Paragraph{Text: course(r, w)})
	blocks = append(blocks, history(r, w, brief)...)
	blocks = append(blocks, Heading{2, w.Note.Letters[2], w.Note.Assessment})
	blocks = append(blocks, assessment(r, w, brief)...)
	blocks = append(blocks,
		Panel{Style: Outline, Text: []Text{append(Text{{w.Note.NotDoneTitle + " ", true}}, Rich(w.Note.NotDone)...)}},
		Heading{2, w.Note.Letters[3], w.Note.Request},
		Paragraph{Text: Rich(d.numbers(w, w.Urgencies[r.Urgency.String()].Request))},
	)
	blocks = append(blocks, requests(r, w, brief)...)
	blocks = append(blocks, Heading{3, "", w.Note.ToldTitle})
	blocks = append(blocks, d.spokenWarning(r)...)
	blocks = append(blocks, Room{Title: w.Note.Findings, Lines: findingsLines})
	if own := d.Words.Note.Consent; own != w.Note.Consent {
		blocks = append(blocks, Paragraph{Text: Rich(own), Small: true, Lang: d.foreign()})
	}
	blocks = append(blocks, Lines{[]string{w.Note.Consent, w.Note.Date, w.Note.GivenBy}})
	if r.Urgency != protocol.Emergency { // whoever goes now brings nothing back
		blocks = append(blocks, d.slip(w, id, p)...)
	}
	return blocks
}

// findingsLines is how many lines there are to write findings on.
const findingsLines = 3

// slip is what the professional tears off and gives back: whose it is, and what may be done.
func (d Author) slip(w *protocol.Words, id string, p questions.Person) []Block {
	return []Block{
		TearLine{w.Note.SlipTitle, protocol.Fill(w.Note.SlipBack, "id", id, "ref", orLine(p.Ref))},
		Fields{[]Field{{w.Note.Name, p.Name, true}, {w.Note.Born, d.bornField(w, p), false}}},
		Paragraph{Text: Rich(w.Note.SlipRoutine), Small: true},
		Ticks{w.Note.SlipOptions},
		Lines{[]string{w.Note.Changes}},
		Lines{[]string{w.Note.Signature, w.Note.Date, w.Note.Phone}},
	}
}

func (d Author) band(r triage.Referral) Band {
	w, u := d.professional(), r.Urgency.String()
	uw := w.Urgencies[u]
	b := Band{Title: uw.Title}
	for _, line := range door(w, r).Door {
		b.Text = append(b.Text, d.numbers(w, line))
	}
	if w != d.Words { // the person must be able to read what to do, too
		own := d.Words.Urgencies[u]
		b.Own, b.Lang = []string{own.Title + ". " + d.numbers(d.Words, strings.Join(door(d.Words, r).Door, " "))}, d.foreign()
	}
	if r.Partial() {
		b.Own = append(b.Own, d.Words.Prompt.Partial)
	}
	return b
}

// foreign is the person's language where that is not the note's.
func (d Author) foreign() string {
	if d.professional() == d.Words {
		return ""
	}
	return d.Words.Lang
}

func (d Author) bornField(w *protocol.Words, p questions.Person) string {
	if p.Born == "" {
		return ""
	}
	return d.date(w, born(p.Born))
}

func answerer(w *protocol.Words, p questions.Person) string {
	by := p.AnsweredBy
	if by == "" {
		by = "unknown"
	}
	return w.Note.Answerers[by]
}

// course says who and how long: the questions that are neither signs nor precautions.
func course(r triage.Referral, w *protocol.Words) Text {
	var t Text
	p := r.Answers.Protocol()
	for i := range p.Questions {
		q := &p.Questions[i]
		if q.Kind != protocol.Course || p.Sections[q.Section].SheetOnly {
			continue
		}
		if len(t) > 0 {
			t = append(t, Span{dot, false})
		}
		label := w.Marks.Label(sentence(w.Questions[q.ID].Short), "")
		t = append(t, Span{unbroken(label), false}, Span{unbroken(given(w, q, r.Answers.Get(i))), true})
	}
	return t
}

func given(w *protocol.Words, q *protocol.Question, a protocol.Answer) string {
	if a == 0 {
		return w.Note.NotSaid
	}
	return Option(w, q, a)
}

// Option is an answer in words.
func Option(w *protocol.Words, q *protocol.Question, a protocol.Answer) string {
	return w.Answer(q, q.Option(a))
}

func history(r triage.Referral, w *protocol.Words, brief bool) (out []Block) {
	var yes, no []string
	p := r.Answers.Protocol()
	for i := range p.Questions {
		q := &p.Questions[i]
		if !q.History {
			continue
		}
		short := w.Questions[q.ID].Short
		switch a := r.Answers.Get(i); {
		case a == 0:
		case q.Positive(a):
			yes = append(yes, short)
		case q.IsUnsure(a):
			yes = append(yes, unbroken(short+" ("+strings.ToLower(w.Options.Unsure)+")"))
		default:
			no = append(no, short)
		}
	}
	if len(yes) > 0 && !brief { // the assessment has them all
		out = append(out, Paragraph{Text: Rich(protocol.Fill(w.Note.History, "list", dots(yes)))})
	}
	if len(no) > 0 {
		out = append(out, Paragraph{Text: Rich(protocol.Fill(w.Note.NoHistory, "list", dots(no))), Small: true})
	}
	return out
}

// noteID names a note by what it says and never by a name.
func (d Author) noteID(r triage.Referral, p questions.Person) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00%s\x00", d.Protocol.Edition(), d.When.Format(time.RFC3339), p.Ref, p.Born, p.Site)
	for _, a := range r.Answers.Values() {
		h.Write([]byte{byte(a)})
	}
	s := fmt.Sprintf("%X", h.Sum(nil)[:4])
	return s[:4] + "-" + s[4:]
}
