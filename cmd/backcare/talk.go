package main

import (
	"context"
	"errors"
	"strings"

	"backcare/internal/protocol"
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
	if file.Answers, err = questions.Ask(ctx, t, w, file.Answers); err != nil {
		return file, err
	}
	for {
		outcome, undecided := triage.Decide(file.Answers, r.desk.When, r.with...)
		if undecided != nil {
			return file, undecided
		}
		notice := ""
		switch referral, _ := outcome.(triage.Referral); {
		case referral.Urgency == protocol.Emergency:
			r.say("")
			r.tell(outcome)
			choice, err := questions.Offer(ctx, t, w, file.Answers, r.desk.Screen(referral)[0])
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
		case questions.Plausible(file.Answers, file.Person, r.desk.When) != nil:
			notice = strings.ReplaceAll(w.Prompt.BornAge, "{born}", file.Person.Born)
		default:
			return r.name(ctx, t, file)
		}
		if file.Answers, err = questions.Review(ctx, t, w, file.Answers, notice); err != nil {
			return file, err
		}
	}
}

// name asks for a name to print, until it is one that can be.
func (r *screening) name(ctx context.Context, t questions.Terminal, file questions.File) (_ questions.File, err error) {
	w := r.desk.Words
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
