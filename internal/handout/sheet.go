package handout

import (
	"strconv"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// sheet writes the routine sheet: what makes it unsafe first, then the steps, then the log.
func (d Desk) sheet(r triage.Routine, p questions.Person) Document {
	w := d.Words
	doc := d.document(SheetKind, w, w.Sheet.Title, p)
	doc.Foot = d.foot(w, d.answered(w, r.Answers()))
	alarms := r.Alarms()
	doc.Blocks = []Block{
		Title{Text: w.Sheet.Title, Lead: fill(w.Sheet.Lead, "days", strconv.Itoa(d.Protocol.Days))},
		d.alert(w),
	}
	doc.Blocks = append(doc.Blocks, d.also(w, alarms)...)
	doc.Blocks = append(doc.Blocks,
		Panel{Style: Tint, Text: d.stopRules(r)},
		Panel{Style: Dashed, Title: w.Sheet.NeverTitle, Items: riches(w.Sheet.Never)},
	)
	if p.Note != "" {
		doc.Blocks = append(doc.Blocks, Panel{Style: Outline, Text: []Text{{{p.Note, true}}}})
	}
	for i, s := range r.Steps() {
		doc.Blocks = append(doc.Blocks, d.step(i+1, s))
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
		doc.Blocks = append(doc.Blocks, Heading{Level: 2, Text: w.Sheet.Cautions}, List{Items: riches(lines), Compact: true, Secondary: true})
	}
	doc.Blocks = append(doc.Blocks,
		d.expect(r),
		Heading{Level: 2, Text: w.Sheet.LogTitle},
		Panel{Style: Tint, Title: w.Sheet.Pain.Title, Items: painRule(w)},
		Log{w.Sheet.LogCorner, d.Protocol.Days, w.Sheet.LogRows, 1},
		Alert{Title: d.numbers(w, w.Warning.TodayTitle), Items: riches(today(w, alarms, handsOn(r))), Later: true},
	)
	return doc
}

// expect is the box of what the days to come may bring, for these answers.
func (d Desk) expect(r triage.Routine) Panel {
	w := d.Words
	var lines []string
	for _, e := range d.Protocol.Expect {
		if e.When.Holds(r.Answers().Values()) {
			lines = append(lines, w.Expect[e.ID].Line)
		}
	}
	lines = append(lines, fill(w.Sheet.After, "days", strconv.Itoa(d.Protocol.Days)))
	return Panel{Style: Outline, Title: w.Sheet.ExpectTitle, Items: riches(lines), Brief: riches(lines[:min(len(lines), 4)])}
}

func (d Desk) stopRules(r triage.Routine) []Text {
	w := d.Words.Sheet
	out := []Text{Rich(w.StopNow)}
	if handsOn(r) {
		out = append(out, Rich(w.StopWord))
	}
	return append(out, append(Rich(w.Pop+" "), Span{d.review(), true}))
}

// review says by when the pain must be better, and who to turn to otherwise.
func (d Desk) review() string {
	w, by := d.Words.Sheet, d.date(d.Words, d.When.AddDate(0, 0, d.Protocol.Days))
	if d.Clinic.Name != "" && d.Clinic.Phone != "" {
		return fill(w.ReviewAt, "date", by, "clinic", d.Clinic.Name, "phone", unbroken(d.Clinic.Phone))
	}
	return fill(w.Review, "date", by)
}

// painRule tells how much pain is all right, compared with before, and what to do about more.
func painRule(w *protocol.Words) []Text {
	p := w.Sheet.Pain
	line := func(when string, rules ...string) Text {
		return append(Text{{w.Marks.Label(when, "") + " ", true}}, Rich(strings.Join(rules, " "))...)
	}
	return []Text{line(p.Step, p.StepSome, p.StepMore), line(p.After, p.AfterSome, p.AfterMore), line(p.Morning, p.MorningSame, p.MorningWorse)}
}

func (d Desk) step(number int, s triage.Step) Step {
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
	return append(Text{{label + " ", true}}, Rich(s)...)
}

// alert is the warning that stands on everything: one text, one version.
func (d Desk) alert(w *protocol.Words) Alert {
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
func (d Desk) goNow(w *protocol.Words) string {
	s := w.Warning.Where
	if d.Clinic.Emergency != "" {
		s = strings.ReplaceAll(s, "{emergency}", "**{emergency}**")
	}
	return d.numbers(w, s)
}

// where says where to go now, with room for a number that is not set.
func (d Desk) where(w *protocol.Words) string {
	s := d.goNow(w)
	if d.Clinic.Emergency == "" {
		s += " " + unbroken(w.Warning.WriteHere+" "+Blank(12))
	}
	return s
}
