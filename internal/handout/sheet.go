package handout

import (
	"strconv"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// sheet writes the routine sheet: what makes it unsafe first, then the steps, then the log. A clinic's
// has room for the therapist's hand; another one where the leaf has it.
func (d Author) sheet(r triage.Routine, p questions.Person) Document {
	w := d.Words
	doc := d.document(SheetKind, w, w.Sheet.Title, p)
	doc.Foot = d.foot(w, d.answered(w, r.Answers()))
	if d.Clinic.Name != "" {
		doc.Blocks = d.sheetBlocks(r, p, true)
		doc.Brief = func() []Block { return d.sheetBlocks(r, p, false) }
		return doc
	}
	doc.Blocks = d.sheetBlocks(r, p, false)
	doc.Roomy = func() []Block { return d.sheetBlocks(r, p, true) }
	return doc
}

// spareRows are the rows of the log that the pain rule does without: the minutes, then the steps.
func spareRows() []int { return []int{5, 2} }

// noteLines is how many lines there are for notes: 30 mm of them.
const noteLines = 4

// sheetBlocks are the blocks of a sheet, with or without room for a therapist's hand.
func (d Author) sheetBlocks(r triage.Routine, p questions.Person, hand bool) []Block {
	w, alarms := d.Words, r.Alarms()
	blocks := []Block{
		Title{Text: w.Sheet.Title, Lead: protocol.Fill(w.Sheet.Lead, "days", strconv.Itoa(d.Protocol.Days))},
		d.alert(w),
	}
	blocks = append(blocks, d.also(w, alarms)...)
	blocks = append(blocks,
		Panel{Style: Tint, Text: d.stopRules(r)},
		Panel{Style: Dashed, Title: w.Sheet.NeverTitle, Items: riches(w.Sheet.Never)},
	)
	if p.Note != "" {
		blocks = append(blocks, Panel{Style: Personal, Text: []Text{{{p.Note, true}}}})
	}
	if hand {
		blocks = append(blocks, Paragraph{Text: Rich(w.Sheet.OwnDose), Small: true})
	}
	for i, s := range r.Steps() {
		step := d.step(i+1, s)
		step.Own = hand
		blocks = append(blocks, step)
	}
	if cautions := r.Cautions(); len(cautions) > 0 {
		var lines []string
		for _, f := range cautions {
			c := w.Cautions[f.Rule.ID]
			if handsOn(r) && c.Touch != "" {
				lines = append(lines, c.Line+" "+c.Touch)
				continue
			}
			lines = append(lines, c.Line)
		}
		blocks = append(blocks, Heading{Level: 2, Text: w.Sheet.Cautions}, List{Items: riches(lines), Compact: true, Secondary: true})
	}
	blocks = append(blocks,
		d.expect(r),
		painRule(w),
		Heading{Level: 2, Text: w.Sheet.LogTitle},
		Log{w.Sheet.LogCorner, d.Protocol.Days, w.Sheet.LogRows, spareRows(), w.Sheet.LogKey},
		Alert{Title: d.numbers(w, w.Warning.TodayTitle), Items: riches(today(w, alarms, handsOn(r))), Later: true},
	)
	if hand {
		room := Room{Title: w.Sheet.Notes, Lines: noteLines}
		if d.Clinic.Name != "" {
			room.By = w.Sheet.PreparedBy
		}
		blocks = append(blocks, room)
	}
	return blocks
}

// expect is the box of what the days to come may bring, for these answers.
func (d Author) expect(r triage.Routine) Panel {
	w := d.Words
	var lines []string
	for _, e := range d.Protocol.Expect {
		if e.When.Holds(r.Answers().Values()) {
			lines = append(lines, w.Expect[e.ID].Line)
		}
	}
	lines = append(lines, protocol.Fill(w.Sheet.After, "days", strconv.Itoa(d.Protocol.Days)))
	return Panel{Style: Outline, Title: w.Sheet.ExpectTitle, Items: riches(lines), Brief: riches(lines[:min(len(lines), 4)])}
}

func (d Author) stopRules(r triage.Routine) []Text {
	w := d.Words.Sheet
	out := []Text{Rich(w.StopNow)}
	if handsOn(r) {
		out = append(out, Rich(w.StopWord))
	}
	return append(out, append(Rich(w.Pop+" "), Span{d.review(), true}))
}

// review says by when the pain must be better, and who to turn to otherwise.
func (d Author) review() string {
	w, by := d.Words.Sheet, d.date(d.Words, d.When.AddDate(0, 0, d.Protocol.Days))
	if d.Clinic.Name != "" && d.Clinic.Phone != "" {
		return protocol.Fill(w.ReviewAt, "date", by, "clinic", d.Clinic.Name, "phone", unbroken(d.Clinic.Phone))
	}
	return protocol.Fill(w.Review, "date", by)
}

// painRule tells how much pain is all right, compared with before, and what to do about more.
func painRule(w *protocol.Words) Rules {
	p := w.Sheet.Pain
	return Rules{p.Title, []Rule{
		{p.Step, Rich(p.StepSome + " " + p.StepMore)},
		{p.After, Rich(p.AfterSome + " " + p.AfterMore)},
		{p.Morning, Rich(p.MorningSame + " " + p.MorningWorse)},
	}}
}

func (d Author) step(number int, s triage.Step) Step {
	w := d.Words
	sw := w.Steps[s.Step.ID]
	form := sw.Variants[s.Variant.ID]
	out := Step{
		Number: number, Name: sw.Name, Dose: w.Doses[s.Dose],
		Figure: d.Protocol.Figures[s.Figure].Lettered(w.Sheet.Left, w.Sheet.Right), Alt: w.Figures[s.Figure],
		Feel: labelled(w.Sheet.Feel, form.Feel), Easier: labelled(w.Sheet.Easier, form.Easier), Stop: labelled(w.Sheet.Stop, form.Stop),
	}
	if form.Name != "" {
		out.Name = form.Name
	}
	for _, l := range s.Lines {
		out.Lines = append(out.Lines, Rich(sw.Lines[l]))
	}
	return out
}

func labelled(label, s string) Text {
	if s == "" {
		return nil
	}
	return led(label+" ", s)
}

// alert is the warning that stands on everything: one text, one version.
func (d Author) alert(w *protocol.Words) Alert {
	a := Alert{Title: w.Warning.Title, Items: riches(w.Warning.Items)}
	where, say := d.goNow(w), w.Warning.Say
	if other := d.professional(); other != w { // whoever is rung may speak that one
		say += " " + other.Warning.Say
	}
	if d.Clinic.Emergency != "" {
		a.After = []Text{Rich(where + " " + say), Rich(w.Warning.Why)}
		return a
	}
	a.Write = w.Warning.WriteHere
	a.After = []Text{Rich(where), Rich(say + " " + w.Warning.Why)}
	return a
}

// goNow says where to go now; a number that is set stands out.
func (d Author) goNow(w *protocol.Words) string {
	s := w.Warning.Where
	if d.Clinic.Emergency != "" {
		s = strings.ReplaceAll(s, "{emergency}", "**{emergency}**")
	}
	return d.numbers(w, s)
}

// where says where to go now, with room for a number that is not set.
func (d Author) where(w *protocol.Words) string {
	s := d.goNow(w)
	if d.Clinic.Emergency == "" {
		s += " " + unbroken(w.Warning.WriteHere+" "+Blank(12))
	}
	return s
}
