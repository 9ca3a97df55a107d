package questions

import (
	"fmt"
	"strings"

	"backcare/internal/protocol"
)

// prompt is one thing asked at the terminal: a text over rows to choose from.
type prompt struct {
	title   string // where in the questions this is; may be empty
	text    string
	rows    []row
	several bool  // more than one row may be marked
	marks   []int // rows marked before it begins; with several only
	back    bool  // there is a step to go back to
	notice  string
}

// row is one thing to choose.
type row struct {
	text string
	why  string // why we ask; may be empty
}

// reply is what a person did: rows chosen, none when they chose nothing, or a step back.
type reply struct {
	marks []int
	back  bool
}

// prompter puts prompts to a person. There are two: lists drawn by survey, and plain lines.
type prompter interface {
	// ask puts one prompt. It takes nothing that the person did not choose: with nothing chosen
	// the reply is empty, and the caller asks again.
	ask(prompt) (reply, error)
	// line asks for one line of text, which may be empty.
	line(label string) (string, error)
	// say prints a paragraph, and table prints labels with their texts.
	say(text string)
	table([][2]string)
}

// settle asks until the reply is a step back or passes the check, which says what is wrong with it.
func settle(to prompter, p prompt, check func(marks []int) (notice string)) (reply, error) {
	for {
		r, err := to.ask(p)
		if err != nil || r.back {
			return r, err
		}
		if p.notice = check(r.marks); p.notice == "" {
			return r, nil
		}
		p.marks = r.marks
	}
}

// checkOne passes exactly one choice.
func checkOne(w *protocol.Words) func([]int) string {
	return func(marks []int) string {
		if len(marks) != 1 {
			return w.Prompt.Choose
		}
		return ""
	}
}

// page prints text for both prompters.
type page struct{ *session }

func (p page) say(text string) {
	for _, line := range wrap(strings.ReplaceAll(text, "**", ""), p.width()) {
		fmt.Fprintln(p.Out, line)
	}
}

func (p page) table(rows [][2]string) {
	label := 0
	for _, r := range rows {
		label = max(label, columns(r[0]))
	}
	label = min(label, p.width()/3)
	for _, r := range rows {
		left := wrap(r[0], label)
		right := wrap(r[1], p.width()-label-4)
		for i := range max(len(left), len(right)) {
			l, t := "", ""
			if i < len(left) {
				l = left[i]
			}
			if i < len(right) {
				t = right[i]
			}
			fmt.Fprintln(p.Out, strings.TrimRight("  "+l+strings.Repeat(" ", label-columns(l)+2)+t, " "))
		}
	}
}

// fill puts values in the places of a text.
func fill(text string, values ...string) string {
	return strings.NewReplacer(values...).Replace(text)
}
