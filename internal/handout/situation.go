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
func (n *note) situation() []Block {
	w := n.w
	more := func(list string, more bool) string {
		if more { // the rules below name them all
			return protocol.Fill(w.Note.SuggestMore, "possible", list)
		}
		return list
	}
	list := more("**"+n.causes(first(n.top, mostPossible))+"**", len(n.top) > mostPossible)
	var also []string
	for _, u := range referring {
		if of := ofUrgency(first(n.also, mostAlso), u); len(of) > 0 {
			also = append(also, w.Marks.Label("**"+w.Urgencies[u.String()].Name+"**", n.causes(of)))
		}
	}
	return append(
		[]Block{Paragraph{Text: Rich(protocol.Fill(w.Note.Suggest, "possible", list, "needs", w.Urgencies[n.Urgency.String()].Needs))}},
		when(len(also) > 0, Paragraph{Text: Rich(protocol.Fill(w.Note.AlsoPossible, "list", more(dots(also), len(n.also) > mostAlso))), Secondary: true})...)
}

func (n *note) causes(list []triage.Fired) string {
	var names []string
	for _, f := range list {
		names = append(names, n.w.Rules[f.Rule.ID].Possible)
	}
	return n.w.Marks.Several(names)
}

func first(list []triage.Fired, most int) []triage.Fired { return list[:min(len(list), most)] }

func ofUrgency(list []triage.Fired, u protocol.Urgency) (out []triage.Fired) {
	for _, f := range list {
		if f.Rule.Urgency == u {
			out = append(out, f)
		}
	}
	return out
}

// telling are the rules that refer and tell something that no other of their urgency does, the most
// urgent first.
func telling(r triage.Referral, w *protocol.Words) (out []triage.Fired) {
	for _, f := range r.Fired {
		same := func(g triage.Fired) bool {
			return g.Rule.Urgency == f.Rule.Urgency && w.Rules[g.Rule.ID].Possible == w.Rules[f.Rule.ID].Possible
		}
		if f.Rule.Urgency.Refers() && !implied(f, r.Fired) && !slices.ContainsFunc(out, same) {
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
func (n *note) requests() (out []Block) {
	var seen []string
	ask := func(lead string, list []triage.Fired) {
		var items []Text
		for _, f := range list {
			if s := n.w.Rules[f.Rule.ID].Request; s != "" && !slices.Contains(seen, s) {
				seen = append(seen, s)
				items = append(items, Rich(s))
			}
		}
		out = append(out, when(len(items) > 0, List{Lead: lead, Items: items, Compact: true, Secondary: true})...)
	}
	ask("", ofUrgency(n.Fired, n.Urgency))
	if !n.brief {
		ask(n.w.Note.Also, first(n.also, min(mostAlso, max(0, mostRequests-len(seen)))))
	}
	return out
}
