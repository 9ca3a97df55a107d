// Package questions reads answers from a file and asks for them at a terminal.
// Its one rule: an answer is there because somebody gave it; nothing is ever filled in.
package questions

import (
	"context"
	"strconv"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// Ask asks what is open, section by section, and ends with all answers to look over. What is open
// is asked of triage again after every step. As soon as a rule says emergency, Ask returns.
//
// It needs a terminal: ErrNoTerminal. ErrInterrupted and ErrClosed say that the person left; then
// the answers are those it was given.
func Ask(ctx context.Context, t Terminal, w *protocol.Words, a protocol.Answers) (protocol.Answers, error) {
	if len(triage.Open(a)) == 0 {
		return a, nil
	}
	out := a
	err := converse(ctx, t, w, a.Protocol(), func(k *asker) (err error) {
		for _, line := range w.Prompt.Welcome {
			k.say(line)
		}
		out, err = k.all(state{answers: a})
		return err
	})
	if err != nil {
		return a, err
	}
	return out, nil
}

// Review shows all answers to look over, lets the person change any, and then asks what that opens.
// A notice says over the question what is wrong; it may be empty.
func Review(ctx context.Context, t Terminal, w *protocol.Words, a protocol.Answers, notice string) (protocol.Answers, error) {
	out := a
	err := converse(ctx, t, w, a.Protocol(), func(k *asker) error {
		now, done, err := k.review(state{answers: a}, false, notice)
		if err == nil && !done {
			now.answers, err = k.all(now, state{answers: a})
		}
		out = now.answers
		return err
	})
	if err != nil {
		return a, err
	}
	return out, nil
}

// converse holds a conversation and leaves the terminal as it was.
func converse(ctx context.Context, t Terminal, w *protocol.Words, p *protocol.Protocol, talk func(*asker) error) error {
	s, err := open(ctx, t)
	if err != nil {
		return err
	}
	defer s.close()
	k := &asker{protocol: p, words: w, before: make([]protocol.Answer, len(p.Questions))}
	if t.Plain || !filtered {
		k.prompter = &plain{page{s}, w.Prompt, w.Marks}
	} else {
		k.prompter = newLists(page{s}, w)
	}
	return talk(k)
}

// state is where a conversation stands.
type state struct {
	answers protocol.Answers
	again   []int // places to ask once more, as the person wished, whatever else is open
	urgent  bool  // it is an emergency even without those
}

// todo lists what to ask now.
func (s state) todo() []int {
	var list []int
	for _, place := range s.again {
		if s.answers.Get(place) == 0 {
			list = append(list, place)
		}
	}
	switch {
	case emergency(s.answers) && !(s.urgent && len(list) > 0):
		return nil
	case len(list) > 0:
		return list
	}
	return triage.Open(s.answers)
}

// all asks until nothing is open and the person finds the answers right. The trail is the states
// to go back to, the latest last.
func (k *asker) all(now state, trail ...state) (protocol.Answers, error) {
	for {
		todo := now.todo()
		if len(todo) == 0 && emergency(now.answers) {
			return now.answers, nil
		}
		was, back, done := now, false, false
		var err error
		if len(todo) == 0 {
			now, done, err = k.review(now, len(trail) > 0, "")
			back = !done && len(now.again) == 0
		} else {
			s := nextStep(k.protocol, todo)
			now.answers, back, err = k.step(now.answers, s, k.title(s, now.answers, todo), len(trail) > 0)
		}
		switch {
		case err != nil:
			return now.answers, err
		case done:
			return now.answers, nil
		case back:
			k.remember(was.answers)
			now, trail = trail[len(trail)-1], trail[:len(trail)-1]
		default:
			trail = append(trail, was)
		}
	}
}

// remember keeps answers that are about to be asked once more, to show how they were.
func (k *asker) remember(a protocol.Answers) {
	for place, v := range a.Values() {
		if v != 0 {
			k.before[place] = v
		}
	}
}

// title is the progress: which section this is, of those that are asked as things stand.
func (k *asker) title(s step, a protocol.Answers, todo []int) string {
	there := map[int]bool{}
	for place, v := range a.Values() {
		if v != 0 {
			there[k.protocol.Questions[place].Section] = true
		}
	}
	for _, place := range todo {
		there[k.protocol.Questions[place].Section] = true
	}
	n := 0
	for section := range there {
		if section <= s.section {
			n++
		}
	}
	if len(there) == 1 {
		return k.section(s.section).Title
	}
	return fill(k.words.Prompt.Progress, "{n}", strconv.Itoa(n), "{of}", strconv.Itoa(len(there)), "{title}", k.section(s.section).Title)
}

// emergency is whether the questions end here.
func emergency(a protocol.Answers) bool { return triage.Urgency(a) == protocol.Emergency }
