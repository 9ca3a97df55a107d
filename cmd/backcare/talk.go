package main

import (
	"context"
	"errors"

	"backcare/internal/pack"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// errLeft ends a run whose person was told that it is an emergency and wants no note.
var errLeft = errors.New("left without a note")

// talk asks at the terminal. In an emergency it says what to do at once, and only then offers the
// note; otherwise it asks for a name to print.
func (r *screening) talk(ctx context.Context, t questions.Terminal, file questions.File) (questions.File, error) {
	w := r.desk.Words
	var err error
	if file.Answers, err = questions.Ask(ctx, t, w, file.Answers, triage.Open); err != nil {
		return file, err
	}
	for triage.Urgency(file.Answers) != pack.Emergency {
		wrong := questions.Plausible(file.Answers, file.Person, r.desk.When)
		if wrong == nil {
			break
		}
		r.say(wrong.Error())
		if file.Answers, err = questions.Review(ctx, t, w, file.Answers, triage.Open); err != nil {
			return file, err
		}
	}
	for triage.Urgency(file.Answers) == pack.Emergency {
		outcome, err := triage.Decide(file.Answers, r.with...)
		if err != nil {
			return file, err
		}
		r.say("")
		r.tell(outcome)
		choice, err := questions.Offer(ctx, t, w, file.Answers, r.desk.Screen(outcome.(triage.Referral))[0])
		switch {
		case err != nil:
			return file, err
		case choice == questions.WriteNote:
			r.told = true
			return file, nil
		case choice == questions.LeaveNow:
			r.say(w.Prompt.NotSaved)
			return file, errLeft
		}
		if file.Answers, err = questions.Review(ctx, t, w, file.Answers, triage.Open); err != nil {
			return file, err
		}
	}
	for {
		if file.Person, err = questions.AskName(ctx, t, w, file.Answers, file.Person); err != nil {
			return file, err
		}
		if err = r.printable(file.Person, ""); err == nil {
			return file, nil
		}
		r.say(w.Prompt.NameBad)
		file.Person.Name = ""
	}
}
