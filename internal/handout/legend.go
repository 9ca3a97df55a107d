package handout

import (
	"fmt"
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
	if s, ok := d.Words.Form.Pairs[r.ID]; ok {
		return protocol.Fill(s, "all", lineNumbers(r.When.All), "any", lineNumbers(r.When.Any))
	}
	all, any := d.terms(r.When.All), d.terms(r.When.Any)
	if len(any) > 0 {
		all = append(all, strings.Join(any, " / "))
	}
	return strings.Join(all, " + ")
}

func (d Author) terms(list []protocol.Term) (out []string) {
	for _, t := range list {
		q := &d.Protocol.Questions[t.Question]
		s := d.Words.Questions[q.ID].Short
		if _, option, _ := strings.Cut(t.Text, "="); option != q.Worrying {
			s = d.Words.Marks.Label(s, d.Words.Answer(q, option))
		}
		out = append(out, s+" ("+strconv.Itoa(q.Index+1)+")")
	}
	return out
}

// lineNumbers are the numbers of the questions of terms, such as “11–13, 15”.
func lineNumbers(terms []protocol.Term) string {
	var list []int
	for _, t := range terms {
		list = append(list, t.Question+1)
	}
	slices.Sort(list)
	var out []string
	for list = slices.Compact(list); len(list) > 0; {
		n := 1
		for n < len(list) && list[n] == list[0]+n {
			n++
		}
		if n < 3 { // two in a row are no range
			out, list = append(out, strconv.Itoa(list[0])), list[1:]
			continue
		}
		out, list = append(out, fmt.Sprintf("%d–%d", list[0], list[n-1])), list[n:]
	}
	return strings.Join(out, ", ")
}
