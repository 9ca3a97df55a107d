package handout

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// note is a referral note being written.
type note struct {
	Author
	triage.Referral
	w     *protocol.Words // the professional's
	who   questions.Person
	id    string
	brief bool           // without what is said elsewhere on it
	top   []triage.Fired // the rules of its urgency that tell something, the most specific first
	also  []triage.Fired // those of lower urgencies, the most urgent first
}

// note writes the referral note: urgency first, then situation, background, assessment and
// request, then the slip that comes back.
func (d Author) note(r triage.Referral, p questions.Person) Document {
	w := d.professional()
	n := &note{Author: d, Referral: r, w: w, who: p, id: d.noteID(r, p)}
	for _, f := range telling(r, w) {
		if f.Rule.Urgency == r.Urgency {
			n.top = append(n.top, f)
		} else {
			n.also = append(n.also, f)
		}
	}
	doc := d.document(ReferralKind, w, w.Note.Title, p, append(Rich(w.Note.Made+" "), d.foot(w, d.answered(w, r.Answers))...))
	doc.Head.Person = Text{{w.Note.ID + " ", false}, {n.id, true}, {" · " + d.clock(w), false}}
	doc.Blocks = n.blocks()
	doc.Brief = func() []Block {
		brief := *n
		brief.brief = true
		return InBrief(brief.blocks(), doc.Colon)
	}
	return doc
}

func (n *note) blocks() []Block {
	w := &n.w.Note
	emergency, own := n.Urgency == protocol.Emergency, n.Words.Note.Consent
	name, date := Field{w.Name, n.who.Name, true}, Field{w.Born, n.born(n.w, n.who), false}
	return slices.Concat(
		[]Block{
			Title{Text: w.Title, Lead: w.For},
			n.band(),
			Fields{[]Field{name, date, {w.Ref, n.who.Ref, true}, {w.Phone, n.who.Phone, true}, {w.AnsweredBy, w.Answerers[cmp.Or(n.who.AnsweredBy, "unknown")] + " " + w.NotChecked, false}}},
			Heading{2, w.Letters[0], w.Situation},
		},
		n.situation(),
		when(emergency, Lines{[]string{w.Began, w.BeganTime}}),
		[]Block{Heading{2, w.Letters[1], w.Background}, Paragraph{Text: n.course()}},
		n.history(),
		[]Block{Heading{2, w.Letters[2], w.Assessment}},
		n.assessment(),
		[]Block{
			Panel{Style: Outline, Text: []Text{led(w.NotDoneTitle+" ", w.NotDone)}},
			Heading{2, w.Letters[3], w.Request},
			Paragraph{Text: Rich(n.numbers(n.w, n.w.Urgencies[n.Urgency.String()].Request))},
		},
		n.requests(),
		[]Block{Heading{3, "", w.ToldTitle}},
		n.spokenWarning(),
		[]Block{Room{Title: w.Findings, Lines: findingsLines}},
		when(own != w.Consent, Paragraph{Text: Rich(own), Small: true, Lang: n.foreign()}),
		[]Block{Lines{[]string{w.Consent, w.Date, w.GivenBy}}},
		// What the professional tears off and gives back: whose it is, and what may be done. Whoever goes
		// now brings nothing back.
		when(!emergency,
			TearLine{w.SlipTitle, protocol.Fill(w.SlipBack, "id", n.id, "ref", orLine(n.who.Ref))},
			Fields{[]Field{name, date}},
			Paragraph{Text: Rich(w.SlipRoutine), Small: true},
			Ticks{w.SlipOptions},
			Lines{[]string{w.Changes}},
			Lines{[]string{w.Signature, w.Date, w.Phone}},
		),
	)
}

// findingsLines is how many lines there are to write findings on.
const findingsLines = 3

// when are blocks that stand on some papers only.
func when(holds bool, blocks ...Block) []Block {
	if !holds {
		return nil
	}
	return blocks
}

func (n *note) band() Band {
	u := n.Urgency.String()
	out := Band{Title: n.w.Urgencies[u].Title}
	for _, line := range door(n.w, n.Referral).Door {
		out.Text = append(out.Text, n.numbers(n.w, line))
	}
	if n.w != n.Words { // the person must be able to read what to do, too
		out.Own = []string{n.Words.Urgencies[u].Title + ". " + n.numbers(n.Words, strings.Join(door(n.Words, n.Referral).Door, " "))}
	}
	out.Lang = n.foreign()
	if n.Partial() {
		out.Own = append(out.Own, n.Words.Prompt.Partial)
	}
	return out
}

// foreign is the person's language where that is not the note's.
func (n *note) foreign() string {
	if n.w == n.Words {
		return ""
	}
	return n.Words.Lang
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
