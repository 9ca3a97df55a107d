package handout

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// sheets writes routine sheets. What stands on the sheets of many people is written once.
type sheets struct {
	Author
	share func(Block) Block // what stands for a block that others have, too

	mu   sync.Mutex
	made map[key]Block
}

// key is all that decides about a block of which there are few, whoever the sheets are for.
type key struct {
	block   string
	variant *protocol.Variant // of a step
	place   int
	hand    bool
	says    string
}

// once writes a block that all sheets with one key have.
func (d *sheets) once(k key, write func() Block) Block {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.made[k] == nil {
		d.made[k] = d.share(write())
	}
	return d.made[k]
}

// spareRows are the rows of the log that the pain rule does without: the minutes, then the steps.
func spareRows() []int { return []int{5, 2} }

// noteLines is how many lines there are for notes: 30 mm of them.
const noteLines = 4

func (d Author) sheets(share func(Block) Block) *sheets {
	return &sheets{Author: d, share: share, made: map[key]Block{}}
}

// document is the sheet of a person: what makes it unsafe first, then the steps, then the log. A clinic's
// has room for the therapist's hand; another one where the leaf has it.
func (d *sheets) document(r triage.Routine, p questions.Person) Document {
	doc := d.Author.document(SheetKind, d.Words, d.Words.Sheet.Title, p, d.foot(d.Words, d.answered(d.Words, r.Answers())))
	roomy := d.Clinic.Name != ""
	other := func() []Block { return d.blocks(r, p, !roomy) }
	doc.Blocks = d.blocks(r, p, roomy)
	if roomy {
		doc.Brief = other
	} else {
		doc.Roomy = other
	}
	return doc
}

// blocks are the blocks of a sheet, with or without room for a therapist's hand.
func (d *sheets) blocks(r triage.Routine, p questions.Person, hand bool) []Block {
	w, alarms, touch := d.Words, r.Alarms(), handsOn(r)
	var steps []Block
	for i, s := range r.Steps() {
		k := key{"step", s.Variant, i, hand, s.Figure + " " + s.Dose + " " + strings.Join(s.Lines, " ")}
		steps = append(steps, d.once(k, func() Block { return d.step(i+1, s, hand) }))
	}
	var cautions []string
	for _, f := range r.Cautions() {
		c := w.Cautions[f.Rule.ID]
		if touch && c.Touch != "" {
			c.Line += " " + c.Touch
		}
		cautions = append(cautions, c.Line)
	}
	var expect []string
	for _, e := range d.Protocol.Expect {
		if e.When.Holds(r.Answers().Values()) {
			expect = append(expect, w.Expect[e.ID].Line)
		}
	}
	today := today(w, alarms, touch)
	return slices.Concat(
		[]Block{
			d.once(key{block: "title"}, func() Block { return Title{Text: w.Sheet.Title, Lead: d.days(w.Sheet.Lead)} }),
			d.once(key{block: "warning"}, func() Block { return d.alert() }),
		},
		when(len(alarms.Now) > 0, Alert{Title: w.Warning.AlsoTitle, Items: riches(signs(w, alarms.Now)), Also: true}),
		[]Block{
			d.once(key{block: "stop", hand: touch}, func() Block { return Panel{Style: Tint, Text: d.stopRules(touch)} }),
			d.once(key{block: "never"}, func() Block { return Panel{Style: Dashed, Title: w.Sheet.NeverTitle, Items: riches(w.Sheet.Never)} }),
		},
		when(p.Note != "", Panel{Style: Personal, Text: []Text{{{p.Note, true}}}}),
		when(hand, Paragraph{Text: Rich(w.Sheet.OwnDose), Small: true}),
		steps,
		when(len(cautions) > 0, Heading{Level: 2, Text: w.Sheet.Cautions}, List{Items: riches(cautions), Compact: true, Secondary: true}),
		[]Block{
			d.once(key{block: "expect", says: strings.Join(expect, " ")}, func() Block {
				items := append(riches(expect), Rich(d.days(w.Sheet.After)))
				return Panel{Style: Outline, Title: w.Sheet.ExpectTitle, Items: items, Brief: items[:min(len(items), 4)]}
			}),
			d.once(key{block: "pain"}, func() Block { return d.painRule() }),
			Heading{Level: 2, Text: w.Sheet.LogTitle},
			d.once(key{block: "log"}, func() Block {
				return Log{w.Sheet.LogCorner, d.Protocol.Days, w.Sheet.LogRows, spareRows(), w.Sheet.LogKey}
			}),
			d.once(key{block: "today", says: strings.Join(today, " ")}, func() Block {
				return Alert{Title: d.numbers(w, w.Warning.TodayTitle), Items: riches(today), Later: true}
			}),
		},
		when(hand, d.once(key{block: "notes"}, func() Block {
			room := Room{Title: w.Sheet.Notes, Lines: noteLines}
			if d.Clinic.Name != "" {
				room.By = w.Sheet.PreparedBy
			}
			return room
		})),
	)
}

// days is a text that says for how many days the sheet is.
func (d Author) days(s string) string {
	return protocol.Fill(s, "days", strconv.Itoa(d.Protocol.Days))
}

func (d *sheets) step(number int, s triage.Step, hand bool) Step {
	w := d.Words
	sw := w.Steps[s.Step.ID]
	form := sw.Variants[s.Variant.ID]
	labelled := func(label, s string) Text {
		if s == "" {
			return nil
		}
		return led(label+" ", s)
	}
	out := Step{
		Number: number, Name: cmp.Or(form.Name, sw.Name), Dose: w.Doses[s.Dose], Own: hand,
		Figure: d.Protocol.Figures[s.Figure].Lettered(w.Sheet.Left, w.Sheet.Right), Alt: w.Figures[s.Figure],
		Feel: labelled(w.Sheet.Feel, form.Feel), Easier: labelled(w.Sheet.Easier, form.Easier), Stop: labelled(w.Sheet.Stop, form.Stop),
	}
	for _, l := range s.Lines {
		out.Lines = append(out.Lines, Rich(sw.Lines[l]))
	}
	return out
}

// stopRules say when to stop, and by when the pain must be better or who to turn to.
func (d Author) stopRules(handsOn bool) []Text {
	w, by := &d.Words.Sheet, d.date(d.Words, d.When.AddDate(0, 0, d.Protocol.Days))
	review := protocol.Fill(w.Review, "date", by)
	if d.Clinic.Name != "" && d.Clinic.Phone != "" {
		review = protocol.Fill(w.ReviewAt, "date", by, "clinic", d.Clinic.Name, "phone", unbroken(d.Clinic.Phone))
	}
	out := []Text{Rich(w.StopNow)}
	if handsOn {
		out = append(out, Rich(w.StopWord))
	}
	return append(out, append(Rich(w.Pop+" "), Span{review, true}))
}

// painRule tells how much pain is all right, compared with before, and what to do about more.
func (d Author) painRule() Rules {
	p := &d.Words.Sheet.Pain
	return Rules{p.Title, []Rule{
		{p.Step, Rich(p.StepSome + " " + p.StepMore)},
		{p.After, Rich(p.AfterSome + " " + p.AfterMore)},
		{p.Morning, Rich(p.MorningSame + " " + p.MorningWorse)},
	}}
}
