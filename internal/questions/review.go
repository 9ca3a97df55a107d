package questions

import (
	"fmt"
	"slices"
	"strings"

	"backcare/internal/protocol"
)

// review shows all answers and asks if they are right: done. If not, the state that comes back
// asks a section again; it asks nothing when the person wants a step back. A notice stands over the
// question.
func (k *asker) review(now state, canBack bool, notice string) (next state, done bool, err error) {
	w := k.words.Prompt
	a := now.answers
	k.say("")
	k.table(k.summary(a))
	p := prompt{text: strings.TrimPrefix(notice+"\n"+w.Summary, "\n"), rows: []row{{text: w.SummaryOK}}, back: canBack}
	var sections []int
	for i, s := range k.protocol.Sections {
		if slices.ContainsFunc(s.Questions, func(place int) bool { return a.Get(place) != 0 }) {
			sections = append(sections, i)
			text := fill(w.SummaryFix, "{title}", k.section(i).Title)
			if list := k.worries(a, s.Questions); list != "" {
				text += " (" + list + ")"
			}
			p.rows = append(p.rows, row{text: text})
		}
	}
	r, err := settle(k, p, checkOne(k.words))
	switch {
	case err != nil || r.back:
		return state{answers: a}, false, err
	case r.marks[0] == 0:
		return state{answers: a}, true, nil
	}
	k.remember(a)
	return k.reopen(a, sections[r.marks[0]-1]), false, nil
}

// reopen takes the answers of a section back, to be asked again.
func (k *asker) reopen(a protocol.Answers, section int) state {
	next := state{answers: a}
	for _, place := range k.protocol.Sections[section].Questions {
		if a.Get(place) != 0 {
			next.again = append(next.again, place)
			next.answers, _ = next.answers.With(k.protocol.Questions[place].ID, "")
		}
	}
	next.urgent = emergency(next.answers)
	return next
}

// worries lists the questions of a section answered yes or not sure.
func (k *asker) worries(a protocol.Answers, places []int) string {
	var list []string
	for _, place := range places {
		if q := &k.protocol.Questions[place]; marked(q) && (q.Positive(a.Get(place)) || q.IsUnsure(a.Get(place))) {
			list = append(list, k.words.Questions[q.ID].Short)
		}
	}
	return strings.Join(list, ", ")
}

// summary is every answer in few lines. What counts most stands last, next to the question below,
// where it stays on the smallest screen: of the many no's how many there are in each section, then
// the questions with answers of their own, then what was answered yes or not sure.
func (k *asker) summary(a protocol.Answers) [][2]string {
	var out [][2]string
	all := make([]int, len(k.protocol.Questions))
	for i := range all {
		all[i] = i
	}
	listed := slices.DeleteFunc(slices.Clone(all), func(i int) bool { return !marked(&k.protocol.Questions[i]) })
	if list := k.noes(a); list != "" {
		out = append(out, [2]string{k.answer(protocol.No), list})
	}
	for i := range all {
		if q := &k.protocol.Questions[i]; !marked(q) && a.Get(i) != 0 {
			out = append(out, [2]string{capital(k.words.Questions[q.ID].Short), k.option(q, q.Option(a.Get(i)))})
		}
	}
	for _, option := range []string{protocol.Unsure, protocol.Yes} {
		if list := k.shorts(a, listed, option); list != "" {
			out = append(out, [2]string{k.answer(option), list})
		}
	}
	return out
}

// noes counts, by section, the listed questions answered no: "Right now 4/4".
func (k *asker) noes(a protocol.Answers) string {
	var list []string
	for i, s := range k.protocol.Sections {
		no, of := 0, 0
		for _, place := range s.Questions {
			if q := &k.protocol.Questions[place]; marked(q) && a.Get(place) != 0 {
				of++
				if q.Option(a.Get(place)) == protocol.No {
					no++
				}
			}
		}
		if no > 0 {
			list = append(list, fmt.Sprintf("%s %d/%d", k.section(i).Title, no, of))
		}
	}
	return strings.Join(list, ", ")
}
