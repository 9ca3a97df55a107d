package handout

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"backcare/internal/pack"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// note writes the referral note: urgency first, then situation, background, assessment and
// request, then the slip that comes back.
func (d Desk) note(r triage.Referral, p questions.Person) Document {
	w := d.professional()
	doc := d.document(ReferralKind, w, w.Note.Title, p)
	id := d.noteID(r, p)
	doc.Head.Person = Text{{w.Note.ID + " ", false}, {id, true}, {" · " + d.clock(w), false}}
	doc.Blocks = []Block{
		Title{w.Note.Title, w.Note.For},
		d.band(r),
		Fields{[]Field{
			{w.Note.Name, p.Name, true}, {w.Note.Born, d.bornField(w, p), false}, {w.Note.Ref, p.Ref, true},
			{w.Note.AnsweredBy, answerer(w, p) + " " + w.Note.NotChecked, false},
		}},
		Heading{2, w.Note.Letters[0], w.Note.Situation},
		Paragraph{Text: d.situation(r, w)},
		Heading{2, w.Note.Letters[1], w.Note.Background},
		Paragraph{Text: course(r, w)},
	}
	doc.Blocks = append(doc.Blocks, history(r, w)...)
	doc.Blocks = append(doc.Blocks, Heading{2, w.Note.Letters[2], w.Note.Assessment})
	doc.Blocks = append(doc.Blocks, assessment(r, w)...)
	doc.Blocks = append(doc.Blocks,
		Panel{Style: Outline, Text: []Text{append(Text{{w.Note.NotDoneTitle + " ", true}}, Rich(w.Note.NotDone)...)}},
		Heading{2, w.Note.Letters[3], w.Note.Request},
		Paragraph{Text: Rich(d.numbers(w, w.Urgencies[r.Urgency.String()].Request))},
	)
	if list := requests(r, w); len(list) > 0 {
		doc.Blocks = append(doc.Blocks, List{Items: list, Compact: true, Secondary: true})
	}
	doc.Blocks = append(doc.Blocks,
		Heading{3, "", w.Note.ToldTitle},
	)
	doc.Blocks = append(doc.Blocks, d.told()...)
	doc.Blocks = append(doc.Blocks,
		Lines{[]string{w.Note.Consent, w.Note.Date, w.Note.GivenBy}},
		Cut{w.Note.SlipTitle, fill(w.Note.SlipBack, "id", id, "ref", orLine(p.Ref))},
		Ticks{w.Note.SlipOptions},
		Lines{[]string{w.Note.Changes, w.Note.Signature, w.Note.Date}},
	)
	doc.Foot = append(Rich(w.Note.Made+" "), doc.Foot...)
	return doc
}

func (d Desk) band(r triage.Referral) Band {
	w, u := d.professional(), r.Urgency.String()
	uw := w.Urgencies[u]
	b := Band{Title: uw.Title}
	for _, line := range uw.Door {
		b.Text = append(b.Text, d.numbers(w, line))
	}
	if w != d.Words { // the person must be able to read what to do, too
		own := d.Words.Urgencies[u]
		b.Own, b.Lang = []string{own.Title + ". " + d.numbers(d.Words, strings.Join(own.Door, " "))}, d.foreign()
	}
	if r.Partial() {
		b.Own = append(b.Own, d.Words.Prompt.Partial)
	}
	return b
}

// foreign is the person's language where that is not the note's.
func (d Desk) foreign() string {
	if d.professional() == d.Words {
		return ""
	}
	return d.Words.Lang
}

func (d Desk) bornField(w *pack.Words, p questions.Person) string {
	if p.Born == "" {
		return ""
	}
	return d.date(w, born(p.Born))
}

func answerer(w *pack.Words, p questions.Person) string {
	by := p.AnsweredBy
	if by == "" {
		by = "unknown"
	}
	return w.Note.Answerers[by]
}

// mostPossible is how many possible causes a reader in a hurry takes in at once.
const mostPossible = 3

// situation is the one sentence a reader in a hurry needs: what is possible, at the highest
// urgency, the most specific first, as the rules stand.
func (d Desk) situation(r triage.Referral, w *pack.Words) Text {
	var possible []string
	for _, f := range r.Fired {
		if f.Rule.Urgency == r.Urgency {
			possible = append(possible, w.Rules[f.Rule.ID].Possible)
		}
	}
	possible = slices.Compact(possible)
	list := "**" + strings.Join(possible[:min(len(possible), mostPossible)], "; ") + "**"
	if len(possible) > mostPossible { // the rules below name them all
		list = fill(w.Note.SuggestMore, "possible", list)
	}
	return Rich(fill(w.Note.Suggest, "possible", list, "needs", w.Urgencies[r.Urgency.String()].Needs))
}

// course says who and how long: the questions that are neither signs nor precautions.
func course(r triage.Referral, w *pack.Words) Text {
	var t Text
	p := r.Answers.Pack()
	for i := range p.Questions {
		q := &p.Questions[i]
		if q.Kind != pack.Course || p.Sections[q.Section].SheetOnly {
			continue
		}
		if len(t) > 0 {
			t = append(t, Span{" · ", false})
		}
		t = append(t, Span{sentence(w.Questions[q.ID].Short) + ": ", false}, Span{given(w, q, r.Answers.Get(i)), true})
	}
	return t
}

func given(w *pack.Words, q *pack.Question, a pack.Answer) string {
	if a == 0 {
		return w.Note.NotSaid
	}
	return Option(w, q, a)
}

// Option is an answer in words.
func Option(w *pack.Words, q *pack.Question, a pack.Answer) string {
	o := q.Option(a)
	switch {
	case q.Choice():
		return w.Questions[q.ID].Choices[o]
	case o == pack.Yes:
		return w.Options.Yes
	case o == pack.No:
		return w.Options.No
	}
	return w.Options.Unsure
}

func history(r triage.Referral, w *pack.Words) (out []Block) {
	yes, no := "", ""
	p := r.Answers.Pack()
	for i := range p.Questions {
		q := &p.Questions[i]
		if !q.History {
			continue
		}
		short := w.Questions[q.ID].Short
		switch a := r.Answers.Get(i); {
		case a == 0:
		case q.Positive(a):
			yes += " · " + short
		case q.IsUnsure(a):
			yes += " · " + short + " (" + strings.ToLower(w.Options.Unsure) + ")"
		default:
			no += " · " + short
		}
	}
	if yes != "" {
		out = append(out, Paragraph{Text: Rich(fill(w.Note.History, "list", strings.TrimPrefix(yes, " · ")))})
	}
	if no != "" {
		out = append(out, Paragraph{Text: Rich(fill(w.Note.NoHistory, "list", strings.TrimPrefix(no, " · "))), Small: true})
	}
	return out
}

// assessment lists every answer once, the worrying ones in full, and the rules that fired.
func assessment(r triage.Referral, w *pack.Words) (out []Block) {
	var yes, unsure []Text
	var no, open []string
	p := r.Answers.Pack()
	for i := range p.Questions {
		q := &p.Questions[i]
		a := r.Answers.Get(i)
		qw := w.Questions[q.ID]
		switch {
		case a == 0:
			open = append(open, qw.Short)
		case q.Kind == pack.Course: // told as background
		case q.Positive(a):
			yes = append(yes, Rich(qw.Note))
		case q.IsUnsure(a):
			unsure = append(unsure, Rich(qw.Note))
		case !q.History: // those answered no stand as background
			no = append(no, qw.Short)
		}
	}
	for _, part := range []struct {
		label string
		items []Text
	}{{w.Note.Yes, yes}, {w.Note.Unsure, unsure}} {
		if n := len(part.items); n > 0 {
			out = append(out, Heading{Level: 3, Text: fill(part.label, "n", strconv.Itoa(n))}, List{Items: part.items, Compact: true})
		}
	}
	for _, part := range []struct {
		label string
		items []string
	}{{w.Note.No, no}, {w.Note.NotAsked, open}} {
		if n := len(part.items); n > 0 {
			label := Span{fill(part.label, "n", strconv.Itoa(n)) + " ", true}
			out = append(out, Paragraph{Text: Text{label, {strings.Join(part.items, " · "), false}}, Small: true})
		}
	}
	return append(out, Paragraph{Text: rulesFired(r, w), Small: true})
}

func rulesFired(r triage.Referral, w *pack.Words) Text {
	t := Text{{w.Note.RulesTitle, true}}
	for u := pack.Emergency; u >= pack.Planned; u-- {
		var ids []string
		for _, f := range r.Fired {
			if f.Rule.Urgency == u {
				ids = append(ids, f.Rule.ID)
			}
		}
		if len(ids) > 0 {
			t = append(t, Span{" " + w.Urgencies[u.String()].Name + ": ", true}, Span{strings.Join(ids, ", ") + ".", false})
		}
	}
	return t
}

func requests(r triage.Referral, w *pack.Words) (out []Text) {
	var seen []string
	for _, f := range r.Fired {
		s := w.Rules[f.Rule.ID].Request
		if f.Rule.Urgency != r.Urgency || s == "" || slices.Contains(seen, s) {
			continue
		}
		seen = append(seen, s)
		out = append(out, Rich(s))
	}
	return out
}

// told is the warning in the language of the person, in two short paragraphs.
func (d Desk) told() []Block {
	w := d.Words
	list := func(items []string) string {
		out := make([]string, len(items))
		for i, s := range items {
			out[i] = strings.TrimSuffix(s, ".")
		}
		return strings.Join(out, "; ") + "."
	}
	return []Block{
		Paragraph{Text: Rich("**" + w.Warning.Title + ":** " + list(w.Warning.Items) + " " + d.where(w) + " " + w.Warning.Say + " " + w.Warning.Why), Small: true, Lang: d.foreign()},
		Paragraph{Text: Rich(d.numbers(w, w.Warning.TodayTitle) + ": " + list(w.Warning.Today)), Small: true, Lang: d.foreign()},
	}
}

// noteID names a note by what it says and never by a name.
func (d Desk) noteID(r triage.Referral, p questions.Person) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00", d.Pack.Edition(), d.When.Format(time.RFC3339), p.Ref)
	for _, a := range r.Answers.Values() {
		h.Write([]byte{byte(a)})
	}
	s := fmt.Sprintf("%X", h.Sum(nil)[:4])
	return s[:4] + "-" + s[4:]
}

// sentence gives a short text its capital.
func sentence(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
