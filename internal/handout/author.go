package handout

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// Author is where papers are written: the content, the languages, the place and the time.
type Author struct {
	Protocol  *protocol.Protocol
	Words     *protocol.Words // the person's language
	NoteWords *protocol.Words // the professional's language; the person's when nil
	Clinic    Clinic
	When      time.Time // of the screening, in the zone that is printed
	DateOnly  bool      // When is a date; no time of day is printed
	Tool      string    // version of the tool
}

// Clinic is the place a paper comes from; every field may be empty.
type Clinic struct {
	Name, Address, Phone string
	Logo                 []byte // PNG or JPEG
	Emergency            string // the number to call in an emergency
	Urgent               string // the number for urgent advice, not the same thing
}

// Document writes the paper that an outcome calls for.
func (d Author) Document(o triage.Outcome, p questions.Person) Document {
	return d.write(d.sheets(func(b Block) Block { return b }), o, p)
}

// Writer is Document for many people, many of them at once: what is the same on many sheets is written
// once, and is [Shared].
func (d Author) Writer() func(triage.Outcome, questions.Person) Document {
	sheets := d.sheets(func(b Block) Block { return &Shared{b} })
	return func(o triage.Outcome, p questions.Person) Document { return d.write(sheets, o, p) }
}

func (d Author) write(sheets *sheets, o triage.Outcome, p questions.Person) Document {
	switch o := o.(type) {
	case triage.Referral:
		return d.note(o, p)
	case triage.Routine:
		return sheets.document(o, p)
	}
	panic("handout: an outcome that is neither a referral nor a routine")
}

// PersonLine is the head's line about the person: all of a sheet that differs between two people with
// the same outcome.
func (d Author) PersonLine(p questions.Person) Text {
	w := &d.Words.Sheet
	before, after, _ := strings.Cut(w.Person, "{name}")
	if d.Clinic.Name != "" {
		before, after = d.Words.Marks.Label(w.PreparedFor, ""), ""
	}
	t := Text{{before, false}, {orLine(p.Name), true}, {after, false}}
	if born := d.born(d.Words, p); born != "" {
		t = append(t, Span{" · " + protocol.Fill(w.Born, "born", born), false})
	}
	if p.Ref != "" {
		t = append(t, Span{" · " + protocol.Fill(w.Ref, "ref", p.Ref), false})
	}
	return append(t, Span{" · " + d.date(d.Words, d.When), false}).tidy()
}

// Screen is what to say on the screen at once, before any paper. In an emergency it names the answers
// that made it one.
func (d Author) Screen(r triage.Referral) []string {
	var out []string
	for _, line := range door(d.Words, r).Screen {
		out = append(out, d.numbers(d.Words, line))
	}
	if answers := d.because(r, protocol.Emergency); len(answers) > 0 {
		const enough = 3 // to see why; the note has them all
		if len(answers) > enough {
			answers = append(answers[:enough], "…")
		}
		out = append(out, protocol.Fill(d.Words.Prompt.Because, "answers", d.Words.Marks.Several(answers)))
	}
	if r.Partial() {
		out = append(out, d.Words.Prompt.Partial)
	}
	return out
}

// because is the answers that made rules of an urgency fire, each once, in the words of the questions.
func (d Author) because(r triage.Referral, u protocol.Urgency) (list []string) {
	for _, f := range ofUrgency(r.Fired, u) {
		for _, b := range f.Because {
			text := d.Words.Questions[b.Question.ID].Ask
			switch {
			case b.Question.Choice():
				text += " " + d.Words.Questions[b.Question.ID].Choices[b.Question.Option(b.Answer)]
			case b.Question.IsUnsure(b.Answer):
				text = d.Words.Marks.Label(d.Words.Options.Unsure, text)
			case b.Question.Worrying == protocol.No:
				text += " " + d.Words.Options.No
			}
			if !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return list
}

func (d Author) professional() *protocol.Words { return cmp.Or(d.NoteWords, d.Words) }

func (d Author) document(kind Kind, w *protocol.Words, title string, p questions.Person, foot Text) Document {
	return Document{
		Kind: kind, Lang: w.Lang, Title: title,
		Head:   Head{Clinic: d.clinic(d.Clinic.Address, d.Clinic.Phone), Logo: d.Clinic.Logo, Person: d.PersonLine(p), Running: title},
		Foot:   foot,
		PageOf: w.Sheet.PageOf,
		Colon:  w.Marks.Label("", ""),
		Made:   d.When.Format(time.RFC3339),
	}
}

// clinic is its name and some of what is known of it.
func (d Author) clinic(details ...string) Text {
	t := Text{{d.Clinic.Name, true}}.tidy()
	for _, s := range details {
		if len(t) > 0 && s != "" {
			s = " · " + s
		}
		t = append(t, Span{s, false})
	}
	return t.tidy()
}

// foot is the small print: what it was made from, which version, and who reviewed it. A review of a
// pack is told with its name, so that it is not taken for one of all the content.
func (d Author) foot(w *protocol.Words, answered ...string) Text {
	var s []string
	if !d.When.IsZero() {
		s = append(s, protocol.Fill(w.Sheet.Screened, "date", d.date(w, d.When)))
	}
	s = append(s, answered...)
	s = append(s, protocol.Fill(w.Sheet.Version, "content", d.Protocol.Edition(), "tool", d.Tool))
	if !d.Protocol.Reviewed() {
		s = append(s, w.Sheet.Draft)
	}
	if d.Protocol.ReviewedBy != "" {
		s = append(s, protocol.Fill(w.Sheet.Reviewed, "by", d.Protocol.ReviewedBy, "on", d.Protocol.ReviewedOn))
	}
	for _, l := range d.Protocol.Layers {
		if l.Reviewed() {
			s = append(s, w.Marks.Label(l.String(), protocol.Fill(w.Sheet.Reviewed, "by", l.ReviewedBy, "on", l.ReviewedOn)))
		}
	}
	if w.ReviewedBy == "" && w.Lang != protocol.Original {
		s = append(s, w.Sheet.Untested)
	}
	return Rich(strings.Join(s, " "))
}

// door says where to go and what to do, on paper and on the screen; to whom a rule says not to move, in
// words of its own.
func door(w *protocol.Words, r triage.Referral) protocol.DoorWords {
	u := w.Urgencies[r.Urgency.String()]
	still := slices.ContainsFunc(r.Fired, func(f triage.Fired) bool { return f.Rule.Still })
	if still && len(u.Still.Door) > 0 {
		return u.Still
	}
	return protocol.DoorWords{Door: u.Door, Screen: u.Screen}
}

// numbers puts the emergency and urgent numbers, or the words for them, into a text. A number
// never breaks over a line.
func (d Author) numbers(w *protocol.Words, s string) string {
	return protocol.Fill(s, "emergency", cmp.Or(unbroken(d.Clinic.Emergency), w.Warning.Emergency), "urgent", cmp.Or(unbroken(d.Clinic.Urgent), w.Warning.Urgent))
}

// answered says on which day the answers were given.
func (d Author) answered(w *protocol.Words, a protocol.Answers) string {
	if a.Day().IsZero() {
		return w.Sheet.Undated
	}
	return protocol.Fill(w.Sheet.Answered, "date", d.date(w, a.Day()))
}

func (d Author) date(w *protocol.Words, t time.Time) string {
	return protocol.Fill(w.Dates.Format, "day", strconv.Itoa(t.Day()), "month", w.Dates.Months[t.Month()-1], "year", strconv.Itoa(t.Year()))
}

func (d Author) clock(w *protocol.Words) string {
	if d.DateOnly {
		return d.date(w, d.When)
	}
	return protocol.Fill(w.Dates.Time, "date", d.date(w, d.When), "time", d.When.Format("15:04"), "zone", "UTC"+d.When.Format("-07:00"))
}

// born is a birth date, which reading the answers has already checked; empty for none.
func (d Author) born(w *protocol.Words, p questions.Person) string {
	t, err := time.Parse(time.DateOnly, p.Born)
	if err != nil {
		return ""
	}
	return d.date(w, t)
}
