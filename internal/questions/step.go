package questions

import (
	"slices"

	"backcare/internal/protocol"
)

// step is what is asked at once: one question, or the list of a section's questions that share
// its text and are answered by marking.
type step struct {
	section int
	places  []int // of questions; more than one makes a list
}

// nextStep is the first of the open questions, with those of its list.
func nextStep(p *protocol.Protocol, open []int) step {
	first := &p.Questions[open[0]]
	s := step{first.Section, []int{first.Index}}
	if !marked(first) {
		return s
	}
	for _, place := range open[1:] {
		if q := &p.Questions[place]; q.Section == first.Section && marked(q) {
			s.places = append(s.places, place)
		}
	}
	return s
}

// marked is whether marking a question in a list can stand for its worrying answer.
func marked(q *protocol.Question) bool { return q.Worrying == protocol.Yes }

// step asks one step. The answers come back changed only when they were given; back is true when
// the person wants the step before instead.
func (k *asker) step(a protocol.Answers, s step, title string, canBack bool) (out protocol.Answers, back bool, err error) {
	if len(s.places) == 1 {
		return k.single(a, s, title, canBack)
	}
	return k.list(a, s, title, canBack)
}

// single asks a question of its own: no answer stands ready, so Enter alone takes none.
func (k *asker) single(a protocol.Answers, s step, title string, canBack bool) (protocol.Answers, bool, error) {
	q := &a.Protocol().Questions[s.places[0]]
	w := k.words.Questions[q.ID]
	p := prompt{title: title, text: k.over(q, w), back: canBack}
	if was := k.before[s.places[0]]; was != 0 {
		p.text += "\n" + fill(k.words.Prompt.Before, "{answer}", k.option(q, q.Option(was)))
	}
	for _, option := range q.Options {
		p.rows = append(p.rows, row{k.option(q, option), w.Why})
	}
	r, err := settle(k, p, checkOne(k.words))
	if err != nil || r.back {
		return a, r.back, err
	}
	option := q.Options[r.marks[0]]
	k.table([][2]string{{capital(w.Short), k.option(q, option)}})
	out, err := a.With(q.ID, option)
	return out, false, err
}

// over is the text over a question of its own. One that could be an item of a list reads on from
// its section's text, which may also say what to do before answering.
func (k *asker) over(q *protocol.Question, w protocol.QuestionWords) string {
	if marked(q) {
		return k.section(q.Section).Ask + "\n" + w.Ask
	}
	return w.Ask
}

// list asks the questions of a list: marked is yes, unmarked is no, and those not sure about are
// asked for once more. What was answered before stands marked, so that sending it off unchanged
// changes nothing.
func (k *asker) list(a protocol.Answers, s step, title string, canBack bool) (protocol.Answers, bool, error) {
	w := k.words.Prompt
	p := prompt{title: title, text: k.section(s.section).Ask, several: true, back: canBack}
	for i, place := range s.places {
		q := &a.Protocol().Questions[place]
		text := k.words.Questions[q.ID]
		p.rows = append(p.rows, row{text.Ask, text.Why})
		if q.Positive(k.before[place]) {
			p.marks = append(p.marks, i)
		}
	}
	none, unsure := len(s.places), len(s.places)+1
	if slices.ContainsFunc(s.places, func(place int) bool { return a.Protocol().Questions[place].IsUnsure(k.before[place]) }) {
		p.marks = append(p.marks, unsure) // or Enter alone would make each of them a no
	}
	p.rows = append(p.rows, row{text: w.None}, row{text: w.SomeUnsure})
	for {
		r, err := settle(k, p, func(marks []int) string {
			switch {
			case len(marks) == 0:
				return w.ChooseSome
			case slices.Contains(marks, none) && len(marks) > 1:
				return w.NoneAlone
			}
			return ""
		})
		if err != nil || r.back {
			return a, r.back, err
		}
		var doubts []int
		if slices.Contains(r.marks, unsure) {
			var back bool
			if doubts, back, err = k.doubts(a, s, title, r.marks); err != nil {
				return a, false, err
			} else if back {
				p.marks = r.marks
				continue
			}
		}
		return k.take(a, s, r.marks, doubts), false, nil
	}
}

// doubts asks which of the unmarked questions the person is not sure about.
func (k *asker) doubts(a protocol.Answers, s step, title string, marks []int) (doubts []int, back bool, err error) {
	var left []int
	p := prompt{title: title, text: k.words.Prompt.WhichUnsure, several: true, back: true}
	for i, place := range s.places {
		if slices.Contains(marks, i) {
			continue
		}
		q := &a.Protocol().Questions[place]
		text := k.words.Questions[q.ID]
		if q.IsUnsure(k.before[place]) {
			p.marks = append(p.marks, len(left))
		}
		left = append(left, i)
		p.rows = append(p.rows, row{text.Ask, text.Why})
	}
	if len(left) == 0 {
		return nil, false, nil // all of them are a yes, which counts as much
	}
	r, err := settle(k, p, func(marks []int) string {
		if len(marks) == 0 {
			return k.words.Prompt.MarkUnsure
		}
		return ""
	})
	for _, m := range r.marks {
		doubts = append(doubts, left[m])
	}
	return doubts, r.back, err
}

// take makes answers of a finished list and shows them.
func (k *asker) take(a protocol.Answers, s step, marks, doubts []int) protocol.Answers {
	for i, place := range s.places {
		option := protocol.No
		switch {
		case slices.Contains(marks, i):
			option = protocol.Yes
		case slices.Contains(doubts, i):
			option = protocol.Unsure
		}
		a, _ = a.With(k.protocol.Questions[place].ID, option) // of the three every such question has
	}
	k.table([][2]string{{k.section(s.section).Title, k.told(a, s.places)}})
	return a
}
