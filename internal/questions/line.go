package questions

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

var (
	// errNotOneLine is input of which nothing is taken: several lines at once, or one without an end.
	errNotOneLine = errors.New("not one line")

	// errShown is that the screen was another program's for a while.
	errShown = errors.New("to be shown again")
)

// line reads one line as the terminal edits it, key by key or whole. What was there before it was
// asked for is thrown away, and so is everything when more than one line comes at once: that is a
// pasted text.
func (p *page) line(label string) (string, error) {
	p.cooked()
	defer p.quiet()
	p.flush()
	fmt.Fprint(p.Out, label)
	buf := make([]byte, 4096)
	for {
		n, e, err := p.read(buf)
		switch {
		case err != nil:
			fmt.Fprintln(p.Out)
			return "", err
		case e == suspend, e == resumed:
			if e == suspend {
				p.stop(false)
			}
			return "", errShown
		case e == changed:
			continue
		}
		text := bytes.TrimRight(buf[:n], "\r\n")
		if len(text) == n || bytes.ContainsAny(text, "\r\n") || p.pending() {
			fmt.Fprintln(p.Out)
			p.flush()
			return "", errNotOneLine
		}
		p.settled()
		return strings.TrimSpace(string(text)), nil
	}
}
