package questions

import (
	"bytes"
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
	page
	words protocol.PromptWords
	marks protocol.MarkWords
}

// The letters that are commands. They are the same in every language, as on a keyboard's keys.
const (
	plainWhy   = "?"
	plainBack  = "b"
	plainLeave = "q"
)

// ask prints the rows once and reads lines until one is an answer. When it is asked again only
// for what was wrong, the rows are still there to be read.
func (p *plain) ask(q prompt) (reply, error) {
	if q.notice == "" {
		p.open(q)
	} else {
		p.say(q.notice)
	}
	for {
		text, err := p.typed("> ")
		if err != nil && !errors.Is(err, errNotOneLine) {
			return reply{}, err
		}
		text = strings.ToLower(text)
		switch {
		case err != nil:
		case text == plainWhy && hasWhy(q.rows):
			p.explain(q)
			continue
		case text == plainBack && q.back:
			return reply{back: true}, nil
		case text == plainLeave:
			return reply{}, left()
		default:
			if marks, ok := numbers(text, len(q.rows)); ok && (q.several || len(marks) == 1) {
				return reply{marks: marks}, nil
			}
		}
		p.say(fill(p.words.PlainBad, "{options}", allowed(q)))
	}
}

func (p *plain) open(q prompt) {
	fmt.Fprintln(p.Out)
	if q.title != "" {
		p.say(q.title)
	}
	p.say(q.text)
	for i, r := range q.rows {
		p.hang(number(q, i), r.text)
	}
	fmt.Fprintln(p.Out)
	if len(q.marks) > 0 {
		var list []string
		for _, m := range q.marks {
			list = append(list, strconv.Itoa(m+1))
		}
		p.say(fill(p.words.Before, "{answer}", strings.Join(list, " ")))
	}
	hint := p.words.PlainHint
	if q.several {
		hint = p.words.PlainSome
	}
	p.say(hint)
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
	last := ""
	for i, r := range q.rows {
		switch {
		case r.why == "" || r.why == last:
		case q.several:
			p.hang(number(q, i), r.why)
		default:
			p.say(r.why)
		}
		last = r.why
	}
}

func hasWhy(rows []row) bool {
	return slices.ContainsFunc(rows, func(r row) bool { return r.why != "" })
}

func allowed(q prompt) string {
	list := []string{"1–" + strconv.Itoa(len(q.rows))}
	if hasWhy(q.rows) {
		list = append(list, plainWhy)
	}
	if q.back {
		list = append(list, plainBack)
	}
	return strings.Join(append(list, plainLeave), ", ")
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

// errNotOneLine is input of which nothing is taken: several lines at once, or one without an end.
var errNotOneLine = errors.New("not one line")

// line reads one line as the terminal edits it. What was there before it was asked for is thrown
// away, and so is everything when more than one line comes at once: that is a pasted text.
func (p page) line(label string) (string, error) {
	p.flush()
	fmt.Fprint(p.Out, label)
	buf := make([]byte, 4096)
	n, err := p.read(buf)
	if err != nil {
		return "", err
	}
	text := bytes.TrimRight(buf[:n], "\r\n")
	if len(text) == n || bytes.ContainsAny(text, "\r\n") || p.pending() {
		fmt.Fprintln(p.Out)
		return "", errNotOneLine
	}
	return strings.TrimSpace(string(text)), nil
}

// The keys that edit a typed line.
const (
	keyEnd       = 0x04 // Ctrl-D
	keyBackspace = 0x08
	keyClear     = 0x15 // Ctrl-U
	keyDelete    = 0x7f
)

// typed reads one line of plain letters key by key. A person's keys come one at a time; a line that
// comes in one piece was pasted, and nothing of it is taken.
func (p page) typed(label string) (string, error) {
	if !filtered {
		return p.line(label)
	}
	p.quiet() // first, so that no key after the label is taken for a line
	defer p.cooked()
	p.flush()
	fmt.Fprint(p.Out, label)
	var text []byte
	buf := make([]byte, 4096)
	for {
		n, err := p.read(buf)
		if err != nil {
			return "", err
		}
		keys := buf[:n]
		ends := bytes.ContainsAny(keys, "\r\n\x04")
		switch {
		case ends && (n > 1 || p.pending()):
			fmt.Fprintln(p.Out)
			p.flush()
			return "", errNotOneLine
		case ends && keys[0] == keyEnd && len(text) == 0:
			return "", ErrClosed
		case ends && keys[0] == keyEnd:
		case ends:
			fmt.Fprintln(p.Out)
			return strings.TrimSpace(string(text)), nil
		case n == 1 && keys[0] == keyClear:
			fmt.Fprint(p.Out, strings.Repeat("\b \b", len(text)))
			text = text[:0]
		case n == 1 && (keys[0] == keyBackspace || keys[0] == keyDelete):
			if len(text) > 0 {
				text = text[:len(text)-1]
				fmt.Fprint(p.Out, "\b \b")
			}
		case bytes.ContainsFunc(keys, func(r rune) bool { return r < ' ' || r > '~' }): // an arrow, a letter no answer has
		case len(text)+n <= longest:
			text = append(text, keys...)
			p.Out.Write(keys)
		}
	}
}

// longest is the longest line of numbers that is taken, in letters.
const longest = 60
