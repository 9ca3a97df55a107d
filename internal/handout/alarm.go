package handout

import (
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// alarms are what is an emergency for a person with these rules, and not for everybody.
func alarms(w *protocol.Words, fired []triage.Fired) (out []string) {
	for _, f := range fired {
		if s := w.Cautions[f.Rule.ID].Alarm; s != "" {
			out = append(out, s)
		}
	}
	return out
}

// today is the list of what to call about today, without what is an emergency for this person: no
// paper says both of one sign.
func today(w *protocol.Words, alarms []string) []string {
	return slices.DeleteFunc(slices.Clone(w.Warning.Today), func(s string) bool { return slices.Contains(alarms, s) })
}

// alarm is a box below the warning with what else is an emergency for one person; no block if
// there is nothing.
func (d Desk) alarm(alarms []string) []Block {
	if len(alarms) == 0 {
		return nil
	}
	return []Block{Panel{Style: Outline, Text: []Text{Rich(fill(d.Words.Sheet.Alarms, "list", strings.Join(alarms, " · ")))}}}
}
