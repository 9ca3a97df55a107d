package questions

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"backcare/internal/protocol"
)

// plain is the conversation in numbered lines. It prints no escape code and never draws over what
// is there, so a screen reader reads everything once.
type plain struct {
	*page
	words protocol.PromptWords
	marks protocol.MarkWords
}

// ask prints the rows once and reads lines until one is an answer.
func (p *plain) ask(q prompt) (reply, error) {
	p.show(q)
	for {
		text, err := p.line("> ")
		switch {
		case errors.Is(err, errNotOneLine):
			p.say(p.words.AtOnce)
			continue
		case errors.Is(err, errShown):
			p.show(q)
			continue
		case err != nil:
			return reply{}, err
		}
		switch key := command(strings.ToLower(text)); {
		case key == keyWhy && len(q.whys()) > 0:
			p.explain(q)
			continue
		case key == keyBack && q.back:
			return reply{move: back}, nil
		case key == keyLanguage && q.lang:
			return reply{move: speak}, nil
		case key == keyNone && q.several && q.none >= 0:
			return reply{rows: []int{q.none}}, nil
		}
		rows, ok := numbers(text, len(q.rows))
		if !ok || !q.several && len(rows) != 1 {
			p.say(protocol.Fill(p.words.PlainBad, "options", strings.Join(allowed(q), ", ")))
			continue
		}
		if notice := q.check(rows); notice != "" {
			p.say(notice)
			continue
		}
		return reply{rows: rows}, nil
	}
}

func (p *plain) show(q prompt) {
	fmt.Fprintln(p.Out)
	if q.title != "" {
		p.say(q.title)
	}
	p.table(q.table)
	if q.stays != "" {
		p.say(q.stays)
	}
	if len(q.table) > 0 || q.stays != "" {
		fmt.Fprintln(p.Out)
	}
	if q.text != "" {
		p.say(q.text)
	}
	for i, r := range q.rows {
		p.hang(number(q, i), r.text)
	}
	fmt.Fprintln(p.Out)
	if q.several && len(q.marks) > 0 {
		var list []string
		for _, m := range q.marks {
			list = append(list, strconv.Itoa(m+1))
		}
		p.say(protocol.Fill(p.words.Before, "answer", strings.Join(list, " ")))
	}
	p.say(p.hint(q))
}

// hint says what can be typed here.
func (p *plain) hint(q prompt) string {
	w, hint := p.words.Keys, p.words.PlainHint
	if q.several {
		hint = p.words.PlainSome
	}
	var list []string
	for _, c := range []struct {
		works bool
		text  string
	}{{q.several && q.none >= 0, w.None}, {q.back, w.Back}, {len(q.whys()) > 0, w.Why}, {q.lang, w.Language}, {true, w.Quit}} {
		if c.works {
			list = append(list, c.text)
		}
	}
	return hint + " " + keyLine(list)
}

// number labels a row.
func number(q prompt, i int) string {
	return fmt.Sprintf("%*d. ", len(strconv.Itoa(len(q.rows)))+1, i+1)
}

// hang prints a text after a label, and its further lines below itself.
func (p *plain) hang(label, text string) {
	for i, line := range wrap(text, p.width()-len(label)) {
		if i > 0 {
			label = strings.Repeat(" ", len(label))
		}
		fmt.Fprintln(p.Out, label+line)
	}
}

func (p *plain) explain(q prompt) {
	p.say(p.marks.Label(p.words.Why, ""))
	whys := q.whys()
	for _, row := range whys {
		if len(whys) == 1 {
			p.say(q.rows[row].why)
		} else {
			p.hang(number(q, row), q.rows[row].why)
		}
	}
}

// wipe moves what was said out of sight, which is all that is to be had without an escape code.
func (p *plain) wipe() {
	p.forget()
	fmt.Fprint(p.Out, strings.Repeat("\n", p.height()))
}

func allowed(q prompt) []string {
	list := []string{"1–" + strconv.Itoa(len(q.rows))}
	for _, c := range []struct {
		works bool
		key   string
	}{{q.several && q.none >= 0, keyNone}, {len(q.whys()) > 0, keyWhy}, {q.back, keyBack}, {q.lang, keyLanguage}} {
		if c.works {
			list = append(list, c.key)
		}
	}
	return append(list, keyQuit)
}

// numbers reads one or more row numbers with spaces or commas between them. Every one must be
// right: of a line that is half wrong nothing is taken.
func numbers(text string, rows int) (marks []int, ok bool) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > rows || word != strconv.Itoa(n) {
			return nil, false
		}
		if !slices.Contains(marks, n-1) {
			marks = append(marks, n-1)
		}
	}
	return marks, len(marks) > 0
}

// line reads one line, and lets the person leave.
func (p *plain) line(label string) (string, error) {
	text, err := p.page.line(label)
	if err == nil && command(strings.ToLower(text)) == keyQuit {
		return "", left()
	}
	return text, err
}
