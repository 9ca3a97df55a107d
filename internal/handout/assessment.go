package handout

import (
	"slices"
	"strconv"
	"strings"

	"backcare/internal/protocol"
)

// assessment lists every answer once: the worrying ones in full and by the urgency they gave, the
// others in short; then the rules that fired.
func (n *note) assessment() []Block {
	var yes, unsure []answered
	var no []string
	w, gave := n.w, n.urgencies()
	for i := range n.Protocol.Questions {
		q, a := &n.Protocol.Questions[i], n.Answers.Get(i)
		qw := w.Questions[q.ID]
		switch {
		case a == 0 || q.Choice() && !gave[i].Refers():
		case q.Choice():
			yes = append(yes, answered{gave[i], Text{{w.Marks.Label(qw.Note, ""), false}, {w.Answer(q, q.Option(a)), true}}, qw.Short})
		case q.Positive(a):
			yes = append(yes, answered{gave[i], Rich(qw.Note), qw.Short})
		case q.IsUnsure(a):
			unsure = append(unsure, answered{gave[i], Rich(qw.Note), qw.Short})
		case !q.History && q.Kind != protocol.Course: // those answered no stand as background
			no = append(no, qw.Short)
		}
	}
	return slices.Concat(
		when(len(yes) == 0, Paragraph{Text: Text{{w.Marks.Label(w.Options.Yes, ""), true}, {w.Note.None, false}}}),
		n.byUrgency(w.Note.Yes, yes),
		n.byUrgency(w.Note.Unsure, unsure),
		inShort(w.Note.No, len(no), no),
		n.notAsked(),
		[]Block{Paragraph{Text: n.rulesFired(), Small: true}},
	)
}

// answered is a worrying answer, and the highest urgency of the rules it made fire.
type answered struct {
	urgency protocol.Urgency
	text    Text
	short   string
}

// urgencies are the highest urgencies of the rules that each answer made fire, by question.
func (n *note) urgencies() []protocol.Urgency {
	out := make([]protocol.Urgency, len(n.Protocol.Questions))
	for _, f := range n.Fired {
		for _, b := range f.Because {
			out[b.Question.Index] = max(out[b.Question.Index], f.Rule.Urgency)
		}
	}
	return out
}

// byUrgency is a heading with the number of answers, and a list for each urgency they gave; in brief
// those below the note's urgency by their short names.
func (n *note) byUrgency(label string, list []answered) []Block {
	if len(list) == 0 {
		return nil
	}
	out := []Block{Heading{Level: 3, Text: protocol.Fill(label, "n", strconv.Itoa(len(list)))}}
	for _, u := range append(referring[:], protocol.NoUrgency) {
		l := List{Lead: sentence(n.w.Note.Other), Compact: true}
		if u.Refers() {
			l.Lead = sentence(n.w.Urgencies[u.String()].Name)
		}
		for _, a := range list {
			if a.urgency != u && (u.Refers() || a.urgency.Refers()) {
				continue
			}
			if n.brief && a.urgency < n.Urgency {
				a.text = plain(a.short)
			}
			l.Items = append(l.Items, a.text)
		}
		out = append(out, when(len(l.Items) > 0, l)...)
	}
	return out
}

func inShort(label string, n int, list []string) []Block {
	return when(n > 0, Paragraph{Text: Text{{protocol.Fill(label, "n", strconv.Itoa(n)) + " ", true}, {dots(list), false}}, Small: true})
}

// notAsked names what has no answer, a section of which nothing was asked by its title.
func (n *note) notAsked() []Block {
	missing := 0
	var list, whole []string
	for _, s := range n.Protocol.Sections {
		var open []string
		for _, i := range s.Questions {
			if n.Answers.Get(i) == 0 {
				open = append(open, n.w.Questions[n.Protocol.Questions[i].ID].Short)
			}
		}
		if missing += len(open); len(open) > 1 && len(open) == len(s.Questions) {
			whole = append(whole, n.w.Sections[s.ID].Title)
		} else {
			list = append(list, open...)
		}
	}
	if len(whole) > 0 {
		list = append(list, protocol.Fill(n.w.Note.Sections, "list", strings.Join(whole, ", ")))
	}
	return inShort(n.w.Note.NotAsked, missing, list)
}

// rulesFired says for each urgency what its rules find possible, and names the rules by the ids that
// explain takes. In brief it says only what the situation left out.
func (n *note) rulesFired() Text {
	t := Text{{n.w.Note.RulesTitle, true}}
	for _, u := range referring {
		var possible, ids []string
		for _, f := range ofUrgency(n.Fired, u) {
			ids = append(ids, f.Rule.ID)
			if s := n.w.Rules[f.Rule.ID].Possible; !slices.Contains(possible, s) {
				possible = append(possible, s)
			}
		}
		if len(ids) == 0 {
			continue
		}
		if n.brief && u < n.Urgency {
			possible = nil
		} else if n.brief {
			possible = possible[min(len(possible), mostPossible):]
		}
		s := strings.Join(ids, ", ")
		if len(possible) > 0 {
			s = n.w.Marks.Several(possible) + " (" + s + ")"
		}
		t = append(t, Span{" " + n.w.Marks.Label(sentence(n.w.Urgencies[u.String()].Name), ""), true}, Span{s + ".", false})
	}
	return t
}
