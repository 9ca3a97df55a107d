package questions

import (
	"slices"

	"backcare/internal/protocol"
)

// review shows all answers and asks if they are right: done. If not, the state that comes back
// asks a section again; it asks nothing when the person wants a step back. A notice stands below the
// answers.
func (k *Talk) review(now state, canBack bool, notice string) (next state, done bool, err error) {
	w := k.words.Prompt
	a := now.answers
	p := prompt{title: w.Summary, table: k.summary(a), text: notice, back: canBack, check: k.checkOne,
		rows: []row{{text: w.SummaryOK}, {text: w.SummaryFix}}}
	for {
		r, err := k.ask(p)
		switch {
		case err != nil || r.move != onward:
			return state{answers: a}, false, err
		case r.rows[0] == 0:
			return state{answers: a}, true, nil
		}
		section, went, err := k.which(a)
		if err != nil {
			return state{answers: a}, false, err
		}
		if went == onward {
			k.remember(a)
			return k.reopen(a, section), false, nil
		}
	}
}

// which asks for the section to change.
func (k *Talk) which(a protocol.Answers) (section int, went move, err error) {
	p := prompt{text: k.words.Prompt.Which, back: true, check: k.checkOne}
	var sections []int
	for i := range k.protocol.Sections {
		if len(k.given(a, i)) > 0 {
			sections = append(sections, i)
			p.rows = append(p.rows, row{text: k.section(i).Title})
		}
	}
	r, err := k.ask(p)
	if err != nil || r.move != onward {
		return 0, r.move, err
	}
	return sections[r.rows[0]], onward, nil
}

// given is the questions of a section that have an answer.
func (k *Talk) given(a protocol.Answers, section int) []int {
	return slices.DeleteFunc(slices.Clone(k.protocol.Sections[section].Questions), func(place int) bool { return a.Get(place) == 0 })
}

// reopen takes the answers of a section back, to be asked again.
func (k *Talk) reopen(a protocol.Answers, section int) state {
	next := state{answers: a, again: k.given(a, section)}
	for _, place := range next.again {
		next.answers, _ = next.answers.With(k.protocol.Questions[place].ID, "")
	}
	next.urgent = emergency(next.answers)
	return next
}

// summary is every answer, in asking order, in the words of the questions. Those of a list stand
// together.
func (k *Talk) summary(a protocol.Answers) (out [][2]string) {
	for i := range k.protocol.Sections {
		places := k.given(a, i)
		listed := slices.DeleteFunc(slices.Clone(places), func(place int) bool { return !marked(&k.protocol.Questions[place]) })
		for _, place := range places {
			q := &k.protocol.Questions[place]
			switch {
			case len(listed) < 2 || !marked(q):
				out = append(out, [2]string{k.words.Questions[q.ID].Ask, k.option(q, q.Option(a.Get(place)))})
			case place == listed[0]:
				out = append(out, [2]string{k.section(i).Title, k.answered(a, listed)})
			}
		}
	}
	return out
}
