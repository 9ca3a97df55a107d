// Package questions reads answers from a file and asks for them at a terminal.
// Its one rule: an answer is there because somebody gave it; nothing is ever filled in.
package questions

import (
	"context"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// Talk is a conversation with one person at a terminal. Everything said in it can be drawn anew when
// the terminal changes its size.
type Talk struct {
	prompter
	session   *session
	protocol  *protocol.Protocol
	words     *protocol.Words
	languages []Language
	before    []protocol.Answer // what was answered before going back, by place
	drafts    map[int][]int     // rows marked in a list that was left without Enter, by its first question
	asked     map[int]bool      // sections that were asked in this conversation
	parts     int               // how many sections the progress named last; 0 at the start
}

// Language is one that the questions can be asked in.
type Language struct {
	Tag, Name string // de, Deutsch
}

// Speak is the error of a question at which the person chose another language.
type Speak struct{ Tag string }

func (s Speak) Error() string { return "the person wishes to read " + s.Tag }

// Begin takes the terminal over until End. It needs a terminal: ErrNoTerminal. With languages, the
// first question offers them; the person's choice ends Ask as a Speak.
func Begin(ctx context.Context, t Terminal, w *protocol.Words, p *protocol.Protocol, languages ...Language) (*Talk, error) {
	s, err := open(ctx, t)
	if err != nil {
		return nil, err
	}
	k := newTalk(p, w, nil)
	k.session, k.languages = s, languages
	if t.Plain || !filtered {
		k.prompter = &plain{page: &page{session: s}, words: w.Prompt, marks: w.Marks}
	} else {
		k.prompter = &lists{page: &page{session: s}, words: w.Prompt, marks: w.Marks}
	}
	s.quiet()
	return k, nil
}

func newTalk(p *protocol.Protocol, w *protocol.Words, to prompter) *Talk {
	return &Talk{prompter: to, protocol: p, words: w, before: make([]protocol.Answer, len(p.Questions)), drafts: map[int][]int{}, asked: map[int]bool{}}
}

// End gives the terminal back as it was found.
func (k *Talk) End() { k.session.close() }

// Say prints a paragraph.
func (k *Talk) Say(text string) { k.say(text) }

// Welcome says what this is, and which other languages there are.
func (k *Talk) Welcome() {
	for _, line := range k.words.Prompt.Welcome {
		k.say(line)
	}
	if names := k.others(); names != "" {
		k.say(protocol.Fill(k.words.Prompt.Languages, "languages", names))
	}
}

// Ask asks what is open, section by section, and ends with all answers to look over. What is open
// is asked of triage again after every step. As soon as a rule says emergency, Ask returns.
//
// ErrInterrupted and ErrClosed say that the person left; then the answers are those it was given,
// as they are with a Speak.
func (k *Talk) Ask(a protocol.Answers) (protocol.Answers, error) {
	if len(triage.Open(a)) == 0 {
		return a, nil
	}
	out, err := k.all(state{answers: a})
	if err != nil {
		return a, err
	}
	return out, nil
}

// Review shows all answers to look over, lets the person change any, and then asks what that opens.
// A notice says below them what is wrong; it may be empty.
func (k *Talk) Review(a protocol.Answers, notice string) (protocol.Answers, error) {
	now, done, err := k.review(state{answers: a}, false, notice)
	if err == nil && !done {
		now.answers, err = k.all(now, state{answers: a})
	}
	if err != nil {
		return a, err
	}
	return now.answers, nil
}
