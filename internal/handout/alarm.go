package handout

import (
	"slices"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// signs are the names of signs as the items of a list.
func signs(w *protocol.Words, list []*protocol.Question) (out []string) {
	for _, q := range list {
		out = append(out, w.Questions[q.ID].Alarm)
	}
	return out
}

// also is what else is an emergency for one person, below the warning; no block if there is nothing.
func (d Author) also(w *protocol.Words, a triage.Alarms) []Block {
	if len(a.Now) == 0 {
		return nil
	}
	return []Block{Alert{Title: w.Warning.AlsoTitle, Items: riches(signs(w, a.Now)), Also: true}}
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

// still reports whether a rule that fired says not to move.
func still(r triage.Referral) bool {
	return slices.ContainsFunc(r.Fired, func(f triage.Fired) bool { return f.Rule.Still })
}

// door says where to go and what to do, on paper and on the screen.
func door(w *protocol.Words, r triage.Referral) protocol.DoorWords {
	u := w.Urgencies[r.Urgency.String()]
	if still(r) && len(u.Still.Door) > 0 {
		return u.Still
	}
	return protocol.DoorWords{Door: u.Door, Screen: u.Screen}
}
