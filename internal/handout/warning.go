package handout

import (
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// alert is the warning that stands on everything: one text, one version.
func (d Author) alert() Alert {
	w := &d.Words.Warning
	say := w.Say
	if other := d.professional(); other != d.Words { // whoever is rung may speak that one
		say += " " + other.Warning.Say
	}
	a := Alert{Title: w.Title, Items: riches(w.Items)}
	if d.Clinic.Emergency != "" {
		a.After = []Text{Rich(d.goNow() + " " + say), Rich(w.Why)}
		return a
	}
	a.Write = w.WriteHere
	a.After = []Text{Rich(d.goNow()), Rich(say + " " + w.Why)}
	return a
}

// goNow says where to go now; a number that is set stands out.
func (d Author) goNow() string {
	s := d.Words.Warning.Where
	if d.Clinic.Emergency != "" {
		s = strings.ReplaceAll(s, "{emergency}", "**{emergency}**")
	}
	return d.numbers(d.Words, s)
}

// signs are the names of signs as the items of a list.
func signs(w *protocol.Words, list []*protocol.Question) (out []string) {
	for _, q := range list {
		out = append(out, w.Questions[q.ID].Alarm)
	}
	return out
}

// today is the list of what to call about today. Lines on hands-on work stand there only where a
// helper laid on hands.
func today(w *protocol.Words, a triage.Alarms, handsOn bool) []string {
	list := signs(w, a.Today)
	if handsOn {
		list = append(list, w.Warning.TodayHands)
	}
	return list
}

func handsOn(r triage.Routine) bool {
	return slices.ContainsFunc(r.Steps(), func(s triage.Step) bool { return s.Variant.HandsOn })
}

// spokenWarning is the warning in the language of the person: what to look for, what to say and where to go,
// the line for a number that is not set, and what not to do until then.
func (n *note) spokenWarning() []Block {
	w, lang, alarms := &n.Words.Warning, n.foreign(), n.Alarms()
	list := func(lead string, items []string) Block {
		return List{Lead: lead, Items: riches(items), Compact: true, Secondary: true, Lang: lang}
	}
	where := n.goNow()
	if n.Clinic.Emergency == "" {
		where += " " + unbroken(w.WriteHere+" "+Blank(12))
	}
	return slices.Concat(
		[]Block{list(w.Title, w.Items), Paragraph{Text: Rich(w.Say + " " + w.Why + " " + where), Secondary: true, Lang: lang}},
		when(lang != "", Paragraph{Text: Rich(n.w.Warning.Say), Secondary: true}), // whoever is rung may speak that one
		when(len(alarms.Now) > 0, list(w.AlsoTitle, signs(n.Words, alarms.Now))),
		when(len(alarms.Today) > 0 && n.Urgency < protocol.SameDay, list(n.numbers(n.Words, w.TodayTitle), today(n.Words, alarms, false))),
		[]Block{list(n.Words.Note.UntilTitle, n.Words.Urgencies[n.Urgency.String()].Until)},
	)
}
