package handout

import (
	"slices"
	"strconv"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// assessment lists every answer once: the worrying ones in full and by the urgency they gave, the
// others in short; then the rules that fired.
func assessment(r triage.Referral, w *protocol.Words, brief bool) (out []Block) {
	var yes, unsure []answered
	var no []string
	p := r.Answers.Protocol()
	gave := urgencies(r)
	for i := range p.Questions {
		q := &p.Questions[i]
		a := r.Answers.Get(i)
		qw := w.Questions[q.ID]
		switch {
		case a == 0:
		case q.Choice():
			if gave[i].Refers() {
				yes = append(yes, answered{gave[i], Text{{w.Marks.Label(qw.Note, ""), false}, {Option(w, q, a), true}}, qw.Short})
			}
		case q.Positive(a):
			yes = append(yes, answered{gave[i], Rich(qw.Note), qw.Short})
		case q.IsUnsure(a):
			unsure = append(unsure, answered{gave[i], Rich(qw.Note), qw.Short})
		case !q.History && q.Kind != protocol.Course: // those answered no stand as background
			no = append(no, qw.Short)
		}
	}
	if len(yes) == 0 {
		out = append(out, Paragraph{Text: Text{{w.Marks.Label(w.Options.Yes, ""), true}, {w.Note.None, false}}})
	}
	out = append(out, byUrgency(w.Note.Yes, yes, w, brief, r.Urgency)...)
	out = append(out, byUrgency(w.Note.Unsure, unsure, w, brief, r.Urgency)...)
	out = append(out, inShort(w.Note.No, len(no), no)...)
	out = append(out, notAsked(r, w)...)
	return append(out, Paragraph{Text: rulesFired(r, w, brief), Small: true})
}

// answered is a worrying answer, and the highest urgency of the rules it made fire.
type answered struct {
	urgency protocol.Urgency
	text    Text
	short   string
}

// urgencies are the highest urgencies of the rules that each answer made fire, by question.
func urgencies(r triage.Referral) []protocol.Urgency {
	out := make([]protocol.Urgency, len(r.Answers.Protocol().Questions))
	for _, f := range r.Fired {
		for _, b := range f.Because {
			out[b.Question.Index] = max(out[b.Question.Index], f.Rule.Urgency)
		}
	}
	return out
}

// byUrgency is a heading with the number of answers, and a list for each urgency they gave; in brief
// those below the note's urgency by their short names.
func byUrgency(label string, list []answered, w *protocol.Words, brief bool, top protocol.Urgency) (out []Block) {
	if len(list) == 0 {
		return nil
	}
	out = []Block{Heading{Level: 3, Text: protocol.Fill(label, "n", strconv.Itoa(len(list)))}}
	for _, u := range append(referring[:], protocol.NoUrgency) {
		l := List{Lead: sentence(w.Note.Other), Compact: true}
		if u.Refers() {
			l.Lead = sentence(w.Urgencies[u.String()].Name)
		}
		for _, a := range list {
			if a.urgency != u && (u.Refers() || a.urgency.Refers()) {
				continue
			}
			if brief && a.urgency < top {
				a.text = Text{{a.short, false}}
			}
			l.Items = append(l.Items, a.text)
		}
		if len(l.Items) > 0 {
			out = append(out, l)
		}
	}
	return out
}

func inShort(label string, n int, list []string) []Block {
	if n == 0 {
		return nil
	}
	return []Block{Paragraph{Text: Text{{protocol.Fill(label, "n", strconv.Itoa(n)) + " ", true}, {dots(list), false}}, Small: true}}
}

// notAsked names what has no answer, a section of which nothing was asked by its title.
func notAsked(r triage.Referral, w *protocol.Words) []Block {
	p := r.Answers.Protocol()
	n := 0
	var list, whole []string
	for _, s := range p.Sections {
		var open []string
		for _, i := range s.Questions {
			if r.Answers.Get(i) == 0 {
				open = append(open, w.Questions[p.Questions[i].ID].Short)
			}
		}
		if n += len(open); len(open) > 1 && len(open) == len(s.Questions) {
			whole = append(whole, w.Sections[s.ID].Title)
		} else {
			list = append(list, open...)
		}
	}
	if len(whole) > 0 {
		list = append(list, protocol.Fill(w.Note.Sections, "list", strings.Join(whole, ", ")))
	}
	return inShort(w.Note.NotAsked, n, list)
}

// rulesFired says for each urgency what its rules find possible, and names the rules by the ids that
// explain takes. In brief it says only what the situation left out.
func rulesFired(r triage.Referral, w *protocol.Words, brief bool) Text {
	t := Text{{w.Note.RulesTitle, true}}
	for _, u := range referring {
		var possible, ids []string
		for _, f := range r.Fired {
			if f.Rule.Urgency != u {
				continue
			}
			ids = append(ids, f.Rule.ID)
			if s := w.Rules[f.Rule.ID].Possible; !slices.Contains(possible, s) {
				possible = append(possible, s)
			}
		}
		if brief && u < r.Urgency {
			possible = nil
		} else if brief {
			possible = possible[min(len(possible), mostPossible):]
		}
		s := strings.Join(ids, ", ")
		if len(possible) > 0 {
			s = w.Marks.Several(possible) + " (" + s + ")"
		}
		if s != "" {
			t = append(t, Span{" " + w.Marks.Label(sentence(w.Urgencies[u.String()].Name), ""), true}, Span{s + ".", false})
		}
	}
	return t
}
