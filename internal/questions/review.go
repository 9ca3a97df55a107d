package questions

import (
	"context"
	"slices"

	"backcare/internal/pack"
)

// review shows all answers and asks if they are right: done. If not, the state that comes back
// asks a section again; it asks nothing when the person wants a step back.
func (k *asker) review(now state, canBack bool) (next state, done bool, err error) {
	w := k.words.Prompt
	a := now.answers
	k.say("")
	k.table(k.summary(a))
	k.say("")
	p := prompt{text: w.Summary, rows: []row{{text: w.SummaryOK}}, back: canBack}
	var sections []int
	for i, s := range k.pack.Sections {
		if slices.ContainsFunc(s.Questions, func(place int) bool { return a.values[place] != 0 }) {
			sections = append(sections, i)
			p.rows = append(p.rows, row{text: fill(w.SummaryFix, "{title}", k.section(i).Title)})
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
func (k *asker) reopen(a Answers, section int) state {
	values := slices.Clone(a.values)
	next := state{}
	for _, place := range k.pack.Sections[section].Questions {
		if values[place] != 0 {
			next.again = append(next.again, place)
			values[place] = 0
		}
	}
	next.answers = Answers{a.pack, values}
	next.urgent = emergency(next.answers)
	return next
}

// summary is every answer in few lines: what counts first, then the questions with answers of
// their own, and the many no's together.
func (k *asker) summary(a Answers) [][2]string {
	var listed, single []int
	for i := range k.pack.Questions {
		if marked(&k.pack.Questions[i]) {
			listed = append(listed, i)
		} else if a.values[i] != 0 {
			single = append(single, i)
		}
	}
	var out [][2]string
	add := func(option string) {
		if list := k.shorts(a, listed, option); list != "" {
			out = append(out, [2]string{k.answer(option), list})
		}
	}
	add(pack.Yes)
	add(pack.Unsure)
	for _, place := range single {
		q := &k.pack.Questions[place]
		out = append(out, [2]string{capital(k.words.Questions[q.ID].Short), k.option(q, q.Option(a.values[place]))})
	}
	add(pack.No)
	return out
}

// Choice is what a person wants after the screen has said that it is an emergency.
type Choice int

const (
	WriteNote Choice = iota
	ChangeAnswers
	LeaveNow
)

// Offer asks whether to write the note for a person who is to get help now. ChangeAnswers is for
// an answer given by mistake: Review lets them change it.
func Offer(ctx context.Context, t Terminal, w *pack.Words, a Answers) (Choice, error) {
	choice := LeaveNow
	err := converse(ctx, t, w, a.pack, func(k *asker) error {
		p := prompt{text: w.Prompt.WriteNote, rows: []row{{text: w.Prompt.WriteYes}, {text: w.Prompt.WriteFix}, {text: w.Prompt.WriteNo}}}
		r, err := settle(k, p, checkOne(w))
		if err == nil {
			choice = Choice(r.marks[0])
		}
		return err
	})
	return choice, err
}

// AskName asks for the name to print, unless there is one. It may be left out: this is no answer
// to a question, so here Enter alone is enough.
func AskName(ctx context.Context, t Terminal, w *pack.Words, a Answers, who Person) (Person, error) {
	if who.Name != "" {
		return who, nil
	}
	err := converse(ctx, t, w, a.pack, func(k *asker) error {
		k.say("")
		k.say(w.Prompt.About)
		k.say(w.Prompt.NameHelp)
		for {
			s, err := k.line(w.Prompt.Name + ": ")
			if err != nil {
				return err
			}
			wrong := who.Set("name", s)
			if wrong == nil {
				return nil
			}
			k.say(w.Prompt.Name + ": " + wrong.Error())
		}
	})
	return who, err
}
