package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// write tells the outcome, then writes the paper and the answers, and prints or shows the paper. A name
// that is taken is told before the outcome, but after an emergency.
func (r *screening) write(ctx context.Context, outcome triage.Outcome, file questions.File) error {
	out := r.destination(outcome)
	if referral, _ := outcome.(triage.Referral); referral.Urgency != protocol.Emergency {
		if err := free(out, r.force); err != nil {
			return err
		}
	}
	if !r.told {
		r.tell(outcome)
	}
	data, err := r.render(outcome, file.Person)
	if err != nil {
		return err
	}
	if r.save != "" {
		if file.Person.AnsweredOn == "" { // what nobody dated counts as of today, from here on
			file.Person.AnsweredOn = r.author.When.Format(time.DateOnly)
		}
		var b bytes.Buffer
		if err := questions.Write(&b, file); err != nil {
			return err
		}
		if err := writeFile(r.save, b.Bytes(), r.force); err != nil {
			return err
		}
	}
	r.where(out)
	if err := r.deliver(out, data, r.force); err != nil {
		return err
	}
	return r.show.after(ctx, out)
}

// destination is where the paper of an outcome goes. After questions at a terminal it is a name that no
// file has, because nobody answers all that twice because of a name.
func (r *screening) destination(outcome triage.Outcome) string {
	out := r.out
	if out == "" {
		kind := handout.SheetKind
		if _, ok := outcome.(triage.Referral); ok {
			kind = handout.ReferralKind
		}
		out = r.defaultName(kind)
	}
	if r.asked && !r.force && out != "-" {
		out = unused(out)
	}
	return out
}

// where tells a person at a terminal which folder the paper is in, since stdout has only its name, and how
// to print it.
func (r *screening) where(out string) {
	if out == "-" || !terminal(r.err) {
		return
	}
	w := r.author.Words.Prompt
	folder, err := filepath.Abs(filepath.Dir(out))
	if err != nil {
		folder = filepath.Dir(out)
	}
	r.say("")
	if r.format == "pdf" {
		r.say(w.Print)
	}
	r.say(strings.ReplaceAll(w.Paper, "{folder}", folder))
}

func (r *screening) defaultName(kind handout.Kind) string {
	return fmt.Sprintf("backcare-%s-%s.%s", kind, r.author.When.Format(time.DateOnly), r.format)
}

func (r *screening) render(outcome triage.Outcome, person questions.Person) ([]byte, error) {
	switch r.format {
	case "json":
		return r.author.Record(outcome).JSON()
	case "html":
		return []byte(r.author.Document(outcome, person).HTML()), nil
	case "text":
		width := textWidth
		if r.out == "-" {
			width = columns(r.streams.out)
		}
		return []byte(r.author.Document(outcome, person).Text(width)), nil
	}
	press, err := pdf.NewRenderer(r.author.Words.Runes(), 8<<20)
	if err != nil {
		return nil, err
	}
	doc := r.author.Document(outcome, person)
	return press.Render(&doc, r.paper)
}

// tell says the outcome in words, on stderr; what to do now comes before any paper.
func (r *screening) tell(outcome triage.Outcome) {
	w := r.author.Words
	switch o := outcome.(type) {
	case triage.Referral:
		for _, line := range r.author.Screen(o) {
			r.say(line)
		}
	case triage.Routine:
		r.say(w.Prompt.Sheet)
		if len(o.Cautions()) > 0 {
			r.say(w.Prompt.Cautions)
		}
		for _, f := range o.Cautions() {
			r.say("- " + w.Cautions[f.Rule.ID].Line)
		}
		for _, l := range o.LeftOut() {
			var because []string
			for _, b := range l.Because {
				because = append(because, w.Questions[b.Question.ID].Short)
			}
			r.say(strings.NewReplacer("{step}", w.Steps[l.Step.ID].Name, "{because}", strings.Join(because, ", ")).Replace(w.Prompt.LeftOut))
		}
	}
}

// say prints a paragraph on stderr, as wide as the terminal is.
func (r *screening) say(text string) {
	text = strings.ReplaceAll(text, "**", "")
	if terminal(r.err) {
		text = strings.Join(questions.Wrap(text, columns(r.err)), "\n")
	}
	fmt.Fprintln(r.err, text)
}
