package main

import (
	"context"
	"errors"
	"strings"

	"backcare/content"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// errLeft ends a run whose person was told that it is an emergency and wants no note.
var errLeft = errors.New("left without a note")

// converse asks at the terminal, in another language if the person wishes.
func (r *screening) converse(ctx context.Context, t questions.Terminal, file questions.File, notice string) (questions.File, error) {
	languages := r.languages()
	for {
		k, err := questions.Begin(ctx, t, r.author.Words, r.author.Protocol, languages...)
		if err != nil {
			return file, err
		}
		k.Welcome()
		if notice != "" {
			k.Say(notice)
		}
		out, err := r.talk(k, file)
		k.End()
		var speak questions.Speak
		if !errors.As(err, &speak) {
			return out, err
		}
		r.author.Words, file.Person.Lang = r.author.Protocol.Words(speak.Tag), speak.Tag
	}
}

// talk asks one person. In an emergency it says what to do at once, and only then offers the note;
// otherwise it asks for a name to print.
func (r *screening) talk(k *questions.Talk, file questions.File) (_ questions.File, err error) {
	w := r.author.Words
	if file.Answers, err = k.Ask(file.Answers); err != nil {
		return file, err
	}
	for {
		outcome, undecided := triage.Decide(file.Answers, r.author.When, r.with...)
		if undecided != nil {
			return file, undecided
		}
		notice := ""
		switch referral, _ := outcome.(triage.Referral); {
		case referral.Urgency == protocol.Emergency:
			choice, err := k.Offer(r.author.Screen(referral))
			switch {
			case err != nil:
				return file, err
			case choice == questions.WriteNote:
				r.told = true
				return file, nil
			case choice == questions.LeaveNow:
				k.Say(w.Prompt.NotSaved)
				return file, errLeft
			}
		case questions.Plausible(file.Answers, file.Person, r.author.When) != nil:
			notice = strings.ReplaceAll(w.Prompt.BornAge, "{born}", file.Person.Born)
		default:
			file.Person, err = k.Name(file.Person, func(p questions.Person) error { return r.printable(p, func(string) string { return "" }) })
			return file, err
		}
		if file.Answers, err = k.Review(file.Answers, notice); err != nil {
			return file, err
		}
	}
}

// languages are those the person can choose from, by their own names: of a pack, those it has words in.
func (r *screening) languages() (list []questions.Language) {
	for _, tag := range protocol.Languages(content.Files) {
		if r.source.add(r.author.Protocol, tag) == nil {
			list = append(list, questions.Language{Tag: tag, Name: r.author.Protocol.Words(tag).Name})
		}
	}
	return list
}
