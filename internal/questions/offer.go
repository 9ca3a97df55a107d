package questions

import (
	"context"
	"errors"

	"backcare/internal/protocol"
)

// Choice is what a person wants after the screen has said that it is an emergency.
type Choice int

const (
	WriteNote Choice = iota
	ChangeAnswers
	LeaveNow
)

// Offer asks whether to write the note for a person who is to get help now. What to do now stands
// over the question, where it stays on the smallest screen. ChangeAnswers is for an answer given
// by mistake: Review lets them change it.
func Offer(ctx context.Context, t Terminal, w *protocol.Words, a protocol.Answers, now string) (Choice, error) {
	choice := LeaveNow
	err := converse(ctx, t, w, a.Protocol(), func(k *asker) error {
		p := prompt{title: now, text: w.Prompt.WriteNote, rows: []row{{text: w.Prompt.WriteYes}, {text: w.Prompt.WriteFix}, {text: w.Prompt.WriteNo}}}
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
func AskName(ctx context.Context, t Terminal, w *protocol.Words, a protocol.Answers, who Person) (Person, error) {
	if who.Name != "" {
		return who, nil
	}
	err := converse(ctx, t, w, a.Protocol(), func(k *asker) error {
		k.say("")
		k.say(w.Prompt.About)
		k.say(w.Prompt.NameHelp)
		for {
			s, err := k.line(w.Marks.Label(w.Prompt.Name, ""))
			switch {
			case errors.Is(err, errNotOneLine):
				k.say(w.Prompt.NameAgain)
				continue
			case errors.Is(err, ErrClosed): // Ctrl-D: nothing to print, which is as good as Enter here
				return nil
			case err != nil:
				return err
			}
			if who.Set("name", s) == nil {
				return nil
			}
			k.say(w.Prompt.NameBad)
		}
	})
	return who, err
}
