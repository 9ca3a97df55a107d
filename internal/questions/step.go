package questions

import (
	"slices"

	"backcare/internal/protocol"
)

// step is what is asked at once: one question, or the list of a section's questions that share
// its text and are answered by marking.
type step struct {
	section    int
	places     []int // of questions; more than one makes a list
	title      string
	back, lang bool
}

// nextStep is the first of the open questions, with those of its list.
func nextStep(p *protocol.Protocol, open []int) step {
	first := &p.Questions[open[0]]
	s := step{section: first.Section, places: []int{first.Index}}
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

// step asks one step. The answers come back changed only when the person goes onward.
func (k *Talk) step(a protocol.Answers, s step) (protocol.Answers, move, error) {
	if len(s.places) == 1 {
		return k.single(a, s)
	}
	return k.list(a, s)
}

// single asks a question of its own: no answer stands ready, so Enter alone takes none, unless it is
// the one that was given before.
func (k *Talk) single(a protocol.Answers, s step) (protocol.Answers, move, error) {
	q := &a.Protocol().Questions[s.places[0]]
	w := k.words.Questions[q.ID]
	p := prompt{title: s.title, text: k.over(q, w), back: s.back, lang: s.lang, check: k.checkOne}
	if was := k.before[s.places[0]]; was != 0 {
		p.text += "\n" + protocol.Fill(k.words.Prompt.Before, "answer", k.option(q, q.Option(was)))
		p.marks = []int{int(was) - 1}
	}
	for _, option := range q.Options {
		p.rows = append(p.rows, row{k.option(q, option), w.Why})
	}
	r, err := k.ask(p)
	if err != nil || r.move != onward {
		return a, r.move, err
	}
	option := q.Options[r.rows[0]]
	k.table([][2]string{{w.Ask, k.option(q, option)}})
	out, err := a.With(q.ID, option)
	return out, onward, err
}

// over is the text over a question of its own. One that could be an item of a list reads on from
// its section's text, which may also say what to do before answering.
func (k *Talk) over(q *protocol.Question, w protocol.QuestionWords) string {
	if marked(q) {
		return k.section(q.Section).Ask + "\n" + w.Ask
	}
	return w.Ask
}

func (k *Talk) checkOne(rows []int) string {
	if len(rows) != 1 {
		return k.words.Prompt.Choose
	}
	return ""
}

// list asks the questions of a list: marked is yes, unmarked is no, and those not sure about are
// asked for once more. What was answered before stands marked, so that sending it off unchanged
// changes nothing.
func (k *Talk) list(a protocol.Answers, s step) (protocol.Answers, move, error) {
	w := k.words.Prompt
	none, unsure := len(s.places), len(s.places)+1
	p := prompt{title: s.title, text: k.section(s.section).Ask, several: true, none: none, back: s.back, lang: s.lang,
		marks: k.marks(a.Protocol(), s), check: func(rows []int) string {
			switch {
			case len(rows) == 0:
				return w.ChooseSome
			case slices.Contains(rows, none) && len(rows) > 1:
				return w.NoneAlone
			}
			return ""
		}}
	for _, place := range s.places {
		text := k.words.Questions[a.Protocol().Questions[place].ID]
		p.rows = append(p.rows, row{text.Ask, text.Why})
	}
	p.rows = append(p.rows, row{w.None, w.NoneWhy}, row{w.SomeUnsure, w.UnsureWhy})
	for {
		r, err := k.ask(p)
		if err != nil || r.move != onward {
			k.drafts[s.places[0]] = r.rows
			return a, r.move, err
		}
		var doubts []int
		if slices.Contains(r.rows, unsure) {
			var move move
			if doubts, move, err = k.doubts(a, s, r.rows); err != nil {
				return a, onward, err
			} else if move == back {
				p.marks = r.rows
				continue
			}
		}
		return k.take(a, s, r.rows, doubts), onward, nil
	}
}

// marks are the rows of a list that stand marked: as it was left, or as it was answered before.
func (k *Talk) marks(p *protocol.Protocol, s step) (rows []int) {
	if draft, there := k.drafts[s.places[0]]; there {
		delete(k.drafts, s.places[0])
		return draft
	}
	unsure, answered := false, true
	for i, place := range s.places {
		q := &p.Questions[place]
		if q.Positive(k.before[place]) {
			rows = append(rows, i)
		}
		unsure = unsure || q.IsUnsure(k.before[place])
		answered = answered && k.before[place] != 0
	}
	switch {
	case unsure:
		rows = append(rows, len(s.places)+1) // or Enter alone would make each of them a no
	case answered && len(rows) == 0:
		rows = []int{len(s.places)}
	}
	return rows
}

// doubts asks which of the unmarked questions the person is not sure about.
func (k *Talk) doubts(a protocol.Answers, s step, marks []int) (doubts []int, went move, err error) {
	var left []int
	p := prompt{title: s.title, text: k.words.Prompt.WhichUnsure, several: true, none: -1, back: true, check: func(rows []int) string {
		if len(rows) == 0 {
			return k.words.Prompt.MarkUnsure
		}
		return ""
	}}
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
		return nil, onward, nil // all of them are a yes, which counts as much
	}
	r, err := k.ask(p)
	for _, m := range r.rows {
		doubts = append(doubts, left[m])
	}
	return doubts, r.move, err
}

// take makes answers of a finished list and shows them.
func (k *Talk) take(a protocol.Answers, s step, marks, doubts []int) protocol.Answers {
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
	k.table([][2]string{{k.section(s.section).Title, k.answered(a, s.places)}})
	return a
}
