package handout

import (
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// spokenWarning is the warning in the language of the person: what to look for, what to say and where to go,
// the line for a number that is not set, and what not to do until then.
func (d Author) spokenWarning(r triage.Referral) []Block {
	w, lang, alarms := d.Words, d.foreign(), r.Alarms()
	out := []Block{
		List{Lead: w.Warning.Title, Items: riches(w.Warning.Items), Compact: true, Secondary: true, Lang: lang},
		Paragraph{Text: Rich(strings.Join([]string{w.Warning.Say, w.Warning.Why, d.where(w)}, " ")), Secondary: true, Lang: lang},
	}
	if other := d.professional(); other != w { // whoever is rung may speak that one
		out = append(out, Paragraph{Text: Rich(other.Warning.Say), Secondary: true})
	}
	if len(alarms.Now) > 0 {
		out = append(out, List{Lead: w.Warning.AlsoTitle, Items: riches(signs(w, alarms.Now)), Compact: true, Secondary: true, Lang: lang})
	}
	if len(alarms.Today) > 0 && r.Urgency < protocol.SameDay {
		out = append(out, List{Lead: d.numbers(w, w.Warning.TodayTitle), Items: riches(today(w, alarms, false)), Compact: true, Secondary: true, Lang: lang})
	}
	until := w.Urgencies[r.Urgency.String()].Until
	return append(out, List{Lead: w.Note.UntilTitle, Items: riches(until), Compact: true, Secondary: true, Lang: lang})
}
