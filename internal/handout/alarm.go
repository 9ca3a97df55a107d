package handout

import (
	"slices"
	"strings"

	"backcare/internal/pack"
	"backcare/internal/triage"
)

// alarms are what is an emergency for a person with these rules, and not for everybody.
func alarms(w *pack.Words, fired []triage.Fired) (out []string) {
	for _, f := range fired {
		if s := w.Cautions[f.Rule.ID].Alarm; s != "" {
			out = append(out, s)
		}
	}
	return out
}

// today is the list of what to call about today, without what is an emergency for this person: no
// paper says both of one sign.
func today(w *pack.Words, alarms []string) []string {
	return slices.DeleteFunc(slices.Clone(w.Warning.Today), func(s string) bool { return slices.Contains(alarms, s) })
}

// alertFor is the warning with what else is an emergency for one person.
func (d Desk) alertFor(alarms []string) Alert {
	a := d.alert(d.Words)
	if len(alarms) > 0 {
		a.After = append(a.After, Rich(fill(d.Words.Sheet.Alarms, "list", strings.Join(alarms, " · "))))
	}
	return a
}
