package handout

import (
	"slices"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// How much a reader in a hurry takes in at once: possible causes at the urgency of the note, further
// ones below it, and requests, unless there are more at the urgency of the note alone.
const (
	mostPossible = 3
	mostAlso     = 4
	mostRequests = 6
)

// situation is the one sentence a reader in a hurry needs: what is possible, at the highest
// urgency, the most specific first, as the rules stand. A second one tells what else may be, so
// that nothing is forgotten over what is more urgent.
func situation(r triage.Referral, w *protocol.Words) []Block {
	top, also := telling(r, r.Urgency, w), below(r, w)
	list := "**" + causes(first(top, mostPossible), w) + "**"
	if len(top) > mostPossible { // the rules below name them all
		list = protocol.Fill(w.Note.SuggestMore, "possible", list)
	}
	out := []Block{Paragraph{Text: Rich(protocol.Fill(w.Note.Suggest, "possible", list, "needs", w.Urgencies[r.Urgency.String()].Needs))}}
	if len(also) == 0 {
		return out
	}
	var parts []string
	for _, u := range referring {
		of := slices.DeleteFunc(first(also, mostAlso), func(f triage.Fired) bool { return f.Rule.Urgency != u })
		if len(of) > 0 {
			parts = append(parts, w.Marks.Label("**"+w.Urgencies[u.String()].Name+"**", causes(of, w)))
		}
	}
	list = dots(parts)
	if len(also) > mostAlso {
		list = protocol.Fill(w.Note.SuggestMore, "possible", list)
	}
	return append(out, Paragraph{Text: Rich(protocol.Fill(w.Note.AlsoPossible, "list", list)), Secondary: true})
}

func causes(list []triage.Fired, w *protocol.Words) string {
	var names []string
	for _, f := range list {
		names = append(names, w.Rules[f.Rule.ID].Possible)
	}
	return w.Marks.Several(names)
}

func first(list []triage.Fired, most int) []triage.Fired {
	return slices.Clone(list[:min(len(list), most)])
}

// below are the rules of lower urgencies that tell something more, the most urgent first.
func below(r triage.Referral, w *protocol.Words) (out []triage.Fired) {
	for _, u := range referring {
		if u < r.Urgency {
			out = append(out, telling(r, u, w)...)
		}
	}
	return out
}

// telling are the rules of one urgency that tell something that no other does.
func telling(r triage.Referral, u protocol.Urgency, w *protocol.Words) (out []triage.Fired) {
	for _, f := range r.Fired {
		same := func(g triage.Fired) bool { return w.Rules[g.Rule.ID].Possible == w.Rules[f.Rule.ID].Possible }
		if f.Rule.Urgency == u && !implied(f, r.Fired) && !slices.ContainsFunc(out, same) {
			out = append(out, f)
		}
	}
	return out
}

// implied says whether all the answers behind a rule stand behind a more urgent one, too: fever
// alone has no more to tell than fever with a risk of infection.
func implied(f triage.Fired, fired []triage.Fired) bool {
	return slices.ContainsFunc(fired, func(g triage.Fired) bool {
		return g.Rule.Urgency > f.Rule.Urgency && !slices.ContainsFunc(f.Because, func(b triage.Because) bool { return !slices.Contains(g.Because, b) })
	})
}

// requests are what to look at, at the urgency of the note, and then, if not in brief, what else may be
// looked at.
func requests(r triage.Referral, w *protocol.Words, brief bool) (out []Block) {
	var seen []string
	ask := func(lead string, list []triage.Fired) {
		var items []Text
		for _, f := range list {
			if s := w.Rules[f.Rule.ID].Request; s != "" && !slices.Contains(seen, s) {
				seen = append(seen, s)
				items = append(items, Rich(s))
			}
		}
		if len(items) > 0 {
			out = append(out, List{Lead: lead, Items: items, Compact: true, Secondary: true})
		}
	}
	ask("", slices.DeleteFunc(slices.Clone(r.Fired), func(f triage.Fired) bool { return f.Rule.Urgency != r.Urgency }))
	if !brief {
		ask(w.Note.Also, first(below(r, w), min(mostAlso, max(0, mostRequests-len(seen)))))
	}
	return out
}
