package questions

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/AlecAivazis/survey/v2"
	"github.com/AlecAivazis/survey/v2/terminal"

	"backcare/internal/protocol"
)

// This file is the room of survey, which runs the lists: it puts each prompt, holds what comes of it
// against the check and puts it again, draws it, sets the terminal's mode and hides the cursor. Its
// own Select and MultiSelect are not used: they keep the cursor to themselves, so that a prompt put
// again begins at the top; know neither Home nor a row that clears others; and can neither be drawn
// anew nor end without a key. So a list is a prompt of our own kind (survey.Prompt), over survey's
// Renderer. What the Renderer cannot do, draw over what a terminal has broken anew, is done by
// clearing the screen and saying again what was said.

// lists is the conversation in lists to move through.
type lists struct {
	*page
	words protocol.PromptWords
	marks protocol.MarkWords
	keys  keys
}

const (
	pasteOn  = "\x1b[?2004h" // ask the terminal to put marks around a pasted text
	pasteOff = "\x1b[?2004l"

	clearScreen = "\x1b[2J\x1b[H"
	clearAll    = "\x1b[2J\x1b[3J\x1b[H" // and what was scrolled out of it
)

// frame holds no word; survey's own templates hold English.
const frame = `{{range .}}{{color .Style}}{{.Text}}{{color "reset"}}` + "\n" + `{{end}}`

// ask puts one prompt. What stays is said when it is over, however it ends.
func (l *lists) ask(q prompt) (reply, error) {
	width, height := l.width(), l.height()
	p := &list{view: newView(q, l.words, l.marks, width, height), lists: l, out: &buffer{File: l.Out}}
	var rows []int
	err := survey.AskOne(p, &rows, survey.WithStdio(l.In, p.out, l.Out), survey.WithValidator(p.validate))
	if err != nil {
		p.erase()
	}
	if q.stays != "" {
		l.say(q.stays)
	}
	l.settled()
	if errors.Is(err, errElsewhere) {
		return p.reply, nil
	}
	return p.reply, err
}

func (l *lists) wipe() {
	l.forget()
	fmt.Fprint(l.Out, clearAll)
}

// errElsewhere ends a prompt whose person goes elsewhere instead of answering.
var errElsewhere = errors.New("elsewhere")

// list is one prompt.
type list struct {
	survey.Renderer
	*view
	lists *lists
	out   *buffer
	reply reply
	aside bool // the terminal's cursor stands on the row, not behind the frame
}

// Prompt puts the prompt until the person has done with it.
func (p *list) Prompt(*survey.PromptConfig) (any, error) {
	p.lists.flush()
	return p.PromptAgain(nil, nil, nil)
}

// PromptAgain goes on where it was, with what was wrong in the notice.
func (p *list) PromptAgain(*survey.PromptConfig, any, error) (any, error) {
	cursor, keys := p.NewCursor(), p.NewRuneReader()
	p.lists.enter(func() {
		p.lists.keyByKey()
		keys.SetTermMode()
		fmt.Fprint(p.lists.Out, pasteOn)
		cursor.Hide()
		p.out.flush()
	})
	defer func() {
		p.behind()
		cursor.Show()
		p.out.flush()
		fmt.Fprint(p.lists.Out, pasteOff)
		keys.RestoreTermMode()
		p.lists.quiet()
	}()
	if err := p.answer(); err != nil {
		return nil, err
	}
	answers := make([]survey.OptionAnswer, len(p.reply.rows))
	for i, row := range p.reply.rows {
		answers[i].Index = row
	}
	return answers, nil
}

// answer draws the prompt and reads keys until one ends it.
func (p *list) answer() error {
	buf := make([]byte, 4096)
	for {
		if err := p.draw(); err != nil {
			return err
		}
		n, e, err := p.lists.read(buf)
		if err != nil {
			return err
		}
		if e != input {
			if e == suspend {
				p.stop(false)
			}
			p.anew()
			continue
		}
		for _, key := range p.lists.keys.feed(buf[:n]) {
			switch key {
			case keyLeave:
				return left()
			case keySuspend:
				p.stop(true)
				p.anew()
				continue
			}
			reply, over := p.press(key)
			if !over {
				continue
			}
			if p.reply = reply; reply.move != onward {
				return errElsewhere
			}
			return nil
		}
	}
}

// validate holds what was chosen against the prompt's check.
func (p *list) validate(any) error {
	if notice := p.check(p.reply.rows); notice != "" {
		return errors.New(notice)
	}
	return nil
}

// Error notes what is wrong; it is drawn with the prompt.
func (p *list) Error(_ *survey.PromptConfig, wrong error) error {
	p.notice = wrong.Error()
	p.show()
	return nil
}

// Cleanup takes the prompt off the screen.
func (p *list) Cleanup(*survey.PromptConfig, any) error { return p.erase() }

func (p *list) erase() error {
	p.behind()
	err := p.Render("", nil)
	p.out.flush()
	return err
}

// draw draws the prompt over itself, in one piece, and leaves the terminal's cursor on the row: a
// magnifier and a braille line follow it.
func (p *list) draw() error {
	p.behind()
	lines := p.lines()
	if err := p.Render(frame, lines); err != nil {
		return err
	}
	cursor := p.NewCursor()
	cursor.Save()
	for i, line := range lines {
		if line.Style == selected && len(line.Text) > 0 && line.Text[0] == '>' {
			cursor.Up(len(lines) - i)
		}
	}
	p.aside = true
	return p.out.flush()
}

// behind puts the terminal's cursor back behind the frame.
func (p *list) behind() {
	if p.aside {
		p.NewCursor().Restore()
		p.aside = false
	}
}

// anew draws everything anew, on a screen that is no longer as it was drawn.
func (p *list) anew() {
	p.resize(p.lists.width(), p.lists.height())
	p.Renderer, p.aside = survey.Renderer{}, false
	p.WithStdio(terminal.Stdio{In: p.lists.In, Out: p.out, Err: p.lists.Out})
	fmt.Fprint(p.out, clearScreen)
	for _, line := range p.lists.last(p.height - 1 - len(p.lines())) {
		fmt.Fprintln(p.out, line)
	}
}

// stop leaves the screen as a shell wants it while the program is stopped.
func (p *list) stop(all bool) {
	p.behind()
	p.NewCursor().Show()
	fmt.Fprint(p.out, pasteOff)
	p.out.flush()
	p.lists.stop(all)
}

// buffer is the terminal, written to in whole frames: over a slow line nothing half drawn is seen.
type buffer struct {
	*os.File
	text bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) { return b.text.Write(p) }

func (b *buffer) flush() error {
	_, err := b.text.WriteTo(b.File)
	return err
}
