package handout

import (
	"slices"
	"strconv"
	"strings"

	"backcare/internal/protocol"
)

// sign is what stands before an answer that is enough for an urgency.
func (d Author) sign(u protocol.Urgency) Sign {
	words := d.Words.Marks.Label(d.Words.Urgencies[u.String()].Name, "")
	switch u {
	case protocol.Emergency:
		return Sign{Solid, words}
	case protocol.SameDay:
		return Sign{Hollow, words}
	}
	return Sign{}
}

// legend says what the signs of the form mean, and which answers are an emergency only together.
func (d Author) legend() Legend {
	w := d.Words
	out := Legend{Title: w.Form.StopTitle, Items: []Signed{
		{d.sign(protocol.Emergency), Rich(d.numbers(w, w.Form.Stop))},
		{d.sign(protocol.SameDay), Rich(d.numbers(w, w.Form.Today))},
	}}
	var list []string
	for i := range d.Protocol.Rules {
		if r := &d.Protocol.Rules[i]; r.Urgency == protocol.Emergency && together(r.When) {
			list = append(list, d.pair(r))
		}
	}
	if len(list) > 0 {
		out.Items = append(out.Items, Signed{Text: Rich(protocol.Fill(w.Form.Together, "list", w.Marks.Several(list)))})
	}
	return out
}

// together reports whether no single answer makes a condition hold.
func together(w protocol.When) bool { return len(w.All) > 1 || len(w.All) == 1 && len(w.Any) > 0 }

// pair tells a rule of several answers. One that a content pack added has no words of its own here,
// and is told by the short names of its questions.
func (d Author) pair(r *protocol.Rule) string {
	s, ok := d.Words.Form.Pairs[r.ID]
	if ok {
		return protocol.Fill(s, "all", lineNumbers(r.When.All), "any", lineNumbers(r.When.Any))
	}
	var all, any []string
	for _, t := range r.When.All {
		all = append(all, d.term(t))
	}
	for _, t := range r.When.Any {
		any = append(any, d.term(t))
	}
	if len(any) > 0 {
		all = append(all, strings.Join(any, " / "))
	}
	return strings.Join(all, " + ")
}

func (d Author) term(t protocol.Term) string {
	q := &d.Protocol.Questions[t.Question]
	s := d.Words.Questions[q.ID].Short
	if _, option, _ := strings.Cut(t.Text, "="); option != q.Worrying {
		s = d.Words.Marks.Label(s, d.Words.Answer(q, option))
	}
	return s + " (" + strconv.Itoa(q.Index+1) + ")"
}

// lineNumbers are the numbers of the questions of terms, such as “11–13, 15”.
func lineNumbers(terms []protocol.Term) string {
	var list []int
	for _, t := range terms {
		list = append(list, t.Question+1)
	}
	slices.Sort(list)
	list = slices.Compact(list)
	var out []string
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1] == list[j]+1 {
			j++
		}
		if j < i+2 { // two in a row are no range
			j = i
		}
		s := strconv.Itoa(list[i])
		if j > i {
			s += "–" + strconv.Itoa(list[j])
		}
		out = append(out, s)
		i = j + 1
	}
	return strings.Join(out, ", ")
}
