package questions

import (
	"errors"
	"fmt"
	"io"

	"github.com/AlecAivazis/survey/v2"
	"github.com/AlecAivazis/survey/v2/terminal"

	"backcare/internal/protocol"
)

// This file is the room of survey, which draws the lists. It is kept on a short lead:
//   - it sees only the keys that do something here (keyReader), one at a time, so that neither
//     Ctrl-D, a pasted text, a filter letter nor an unknown sequence reaches it;
//   - its templates, which hold English, are replaced by ones that hold no word;
//   - every line is broken before it sees it, for it counts lines wrongly where a terminal breaks them;
//   - each asking is a new prompt, for a prompt keeps what it drew.

// lists is the conversation in lists to move through.
type lists struct {
	page
	words protocol.PromptWords
	marks protocol.MarkWords
	keys  keys
}

func newLists(p page, w *protocol.Words) *lists {
	return &lists{page: p, words: w.Prompt, marks: w.Marks}
}

const (
	pasteOn  = "\x1b[?2004h" // ask the terminal to put marks around a pasted text
	pasteOff = "\x1b[?2004l"

	clearScreen = "\x1b[2J\x1b[H"
)

func (l *lists) ask(q prompt) (r reply, err error) {
	l.quiet()
	fmt.Fprint(l.Out, pasteOn)
	defer fmt.Fprint(l.Out, pasteOff)
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("the prompt failed: %v", e)
		}
	}()
	for {
		v := newView(q, l)
		keys := &keyReader{lists: l, view: v}
		l.flush()
		io := survey.WithStdio(keys, l.Out, l.Out)
		if q.several {
			r, err = l.mark(v, io)
		} else {
			r, err = l.pick(v, io)
		}
		if err != nil || !keys.resized {
			return r, err
		}
		if q.several { // laid out anew, with the marks there are
			q.marks = r.marks
		}
		fmt.Fprint(l.Out, clearScreen)
	}
}

// mark is the list in which several rows can be marked. Enter or Space on the row that goes back
// ends it too, and the marks are kept.
func (l *lists) mark(v *view, io survey.AskOpt) (reply, error) {
	survey.MultiSelectQuestionTemplate = markTemplate
	var marks []int
	err := l.run(&survey.MultiSelect{Message: " ", Help: " ", Options: v.options, Default: v.marks, PageSize: v.pageSize,
		Description: v.describe, Filter: keepAll}, &marks, io, survey.WithRemoveSelectAll(), survey.WithRemoveSelectNone())
	if err != nil {
		return reply{}, err
	}
	return reply{marks: v.real(marks), back: v.onBack()}, nil
}

// pick is the list of which one row is chosen. Its first row chooses nothing, so that Enter alone
// answers nothing.
func (l *lists) pick(v *view, io survey.AskOpt) (reply, error) {
	survey.SelectQuestionTemplate = pickTemplate
	var at int
	err := l.run(&survey.Select{Message: " ", Help: " ", Options: v.options, PageSize: v.pageSize,
		Description: v.describe, Filter: keepAll}, &at, io)
	switch {
	case err != nil:
		return reply{}, err
	case at == v.back:
		return reply{back: true}, nil
	}
	return reply{marks: v.real([]int{at})}, nil
}

func (l *lists) run(p survey.Prompt, out any, opts ...survey.AskOpt) error {
	err := survey.AskOne(p, out, opts...)
	switch {
	case errors.Is(err, terminal.InterruptErr):
		return left()
	case errors.Is(err, io.EOF):
		return ErrClosed
	}
	return err
}

// line reads a line as the terminal itself edits it: survey's own editor asks the terminal where
// the cursor is and waits for ever on one that does not say.
func (l *lists) line(label string) (string, error) {
	l.cooked()
	return l.page.line(label)
}

// keepAll lets no typed letter hide a row.
func keepAll(string, string, int) bool { return true }

// keyReader is the input that survey sees: the keys of a list, one at each read.
type keyReader struct {
	*lists
	view    *view
	queue   []string
	resized bool // the prompt was ended because the terminal has another size
}

// Fd is the terminal whose mode survey sets.
func (k *keyReader) Fd() uintptr { return k.In.Fd() }

// Read gives the next key. It fails when the person leaves, or the terminal does.
func (k *keyReader) Read(p []byte) (int, error) {
	buf := make([]byte, 4096)
	for len(k.queue) == 0 {
		n, err := k.read(buf)
		if err != nil {
			return 0, err
		}
		list, interrupt := k.keys.feed(buf[:n])
		if interrupt {
			return 0, left()
		}
		k.queue = list
	}
	key := k.queue[0]
	k.queue = k.queue[1:]
	switch {
	case key == keySpace && k.view.onBack():
		key = keyEnter
	case key == keyUp && k.view.cursor == 0 && k.view.pageSize < len(k.view.options):
		return k.Read(p) // or it would go round to the end, past rows that were never on the screen
	}
	if k.view.resized() { // survey would draw over what the terminal has broken anew: it hands over its marks
		key, k.resized = keyEnter, true
	}
	return copy(p, key), nil
}

// The templates hold places only. What stands in each is asked of view.describe, with the row of
// the cursor, because survey tells a prompt neither its cursor nor its page in any other way.
const (
	cursorRow = `{{$row := (index .PageEntries .SelectedIndex).Index}}`
	head      = `{{- if not .ShowAnswer}}` + cursorRow +
		`{{color "cyan+b"}}{{call .Description "title" $row}}{{color "reset"}}` +
		`{{color "default+b"}}{{call .Description "text" $row}}{{color "reset"}}` +
		`{{color "yellow+b"}}{{call .Description "notice" $row}}{{color "reset"}}` +
		`{{call .Description "above" $row}}` +
		`{{range $i, $o := .PageEntries}}{{template "option" $.IterateOption $i $o}}{{end}}` +
		`{{call .Description "below" $row}}` +
		`{{if .ShowHelp}}{{color "cyan"}}{{call .Description "why" $row}}{{color "reset"}}{{end}}` +
		`{{color "default+d"}}{{call .Description "keys" $row}}{{color "reset"}}` +
		`{{- end}}`
	mine         = `{{if eq .SelectedIndex .CurrentIndex}}{{color "cyan+b"}}> {{else}}  {{end}}`
	markTemplate = `{{- define "option"}}` + mine +
		`{{if ne (slice .CurrentOpt.Value 0 1) "<"}}{{if index .Checked .CurrentOpt.Index}}[x] {{else}}[ ] {{end}}{{end}}` +
		`{{.CurrentOpt.Value}}{{color "reset"}}` + "\n" + `{{end}}` + head
	pickTemplate = `{{- define "option"}}` + mine + `{{.CurrentOpt.Value}}{{color "reset"}}` + "\n" + `{{end}}` + head
)
