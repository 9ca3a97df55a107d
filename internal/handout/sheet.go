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

// sheets writes routine sheets. What stands on the sheets of many people is written once, and every
// sheet has the same blocks then: nobody changes a block.
type sheets struct {
	Author
	opening, never, dose, log, notes []Block // the dose and the notes are for a therapist's hand

	mu    sync.Mutex
	steps map[stepKey]Block
}

// stepKey is all that decides about a step.
type stepKey struct {
	number              int
	hand                bool
	variant             *protocol.Variant
	figure, dose, lines string
}

// spareRows are the rows of the log that the pain rule does without: the minutes, then the steps.
func spareRows() []int { return []int{5, 2} }

// noteLines is how many lines there are for notes: 30 mm of them.
const noteLines = 4

func (d Author) sheets() *sheets {
	w := &d.Words.Sheet
	room := Room{Title: w.Notes, Lines: noteLines}
	if d.Clinic.Name != "" {
		room.By = w.PreparedBy
	}
	return &sheets{
		Author:  d,
		opening: []Block{Title{Text: w.Title, Lead: protocol.Fill(w.Lead, "days", strconv.Itoa(d.Protocol.Days))}, d.alert()},
		never:   []Block{Panel{Style: Dashed, Title: w.NeverTitle, Items: riches(w.Never)}},
		dose:    []Block{Paragraph{Text: Rich(w.OwnDose), Small: true}},
		log:     []Block{d.painRule(), Heading{Level: 2, Text: w.LogTitle}, Log{w.LogCorner, d.Protocol.Days, w.LogRows, spareRows(), w.LogKey}},
		notes:   []Block{room},
		steps:   map[stepKey]Block{},
	}
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
		steps = append(steps, d.step(i+1, s, hand))
	}
	var cautions []string
	for _, f := range r.Cautions() {
		c := w.Cautions[f.Rule.ID]
		if touch && c.Touch != "" {
			c.Line += " " + c.Touch
		}
		cautions = append(cautions, c.Line)
	}
	return slices.Concat(
		d.opening,
		when(len(alarms.Now) > 0, Alert{Title: w.Warning.AlsoTitle, Items: riches(signs(w, alarms.Now)), Also: true}),
		[]Block{Panel{Style: Tint, Text: d.stopRules(touch)}},
		d.never,
		when(p.Note != "", Panel{Style: Personal, Text: []Text{{{p.Note, true}}}}),
		when(hand, d.dose...),
		steps,
		when(len(cautions) > 0, Heading{Level: 2, Text: w.Sheet.Cautions}, List{Items: riches(cautions), Compact: true, Secondary: true}),
		[]Block{d.expect(r)},
		d.log,
		[]Block{Alert{Title: d.numbers(w, w.Warning.TodayTitle), Items: riches(today(w, alarms, touch)), Later: true}},
		when(hand, d.notes...),
	)
}

// step is a step as it stands on every sheet with the same form, dose and lines in the same place.
func (d *sheets) step(number int, s triage.Step, hand bool) Block {
	key := stepKey{number, hand, s.Variant, s.Figure, s.Dose, strings.Join(s.Lines, " ")}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.steps[key] == nil {
		d.steps[key] = d.writeStep(number, s, hand)
	}
	return d.steps[key]
}

func (d *sheets) writeStep(number int, s triage.Step, hand bool) Step {
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

// expect is the box of what the days to come may bring, for these answers.
func (d *sheets) expect(r triage.Routine) Panel {
	w := d.Words
	var lines []string
	for _, e := range d.Protocol.Expect {
		if e.When.Holds(r.Answers().Values()) {
			lines = append(lines, w.Expect[e.ID].Line)
		}
	}
	lines = append(lines, protocol.Fill(w.Sheet.After, "days", strconv.Itoa(d.Protocol.Days)))
	items := riches(lines)
	return Panel{Style: Outline, Title: w.Sheet.ExpectTitle, Items: items, Brief: items[:min(len(items), 4)]}
}

// stopRules say when to stop, and by when the pain must be better or who to turn to.
func (d *sheets) stopRules(handsOn bool) []Text {
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
