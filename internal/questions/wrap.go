package questions

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Wrap breaks a text into lines for a terminal of so many columns.
func Wrap(text string, columns int) []string { return wrap(text, columns) }

// wrap breaks a text at its spaces into lines of at most width columns. A word that is longer is
// broken too: a terminal that does so itself would upset where a prompt thinks its rows are.
func wrap(s string, width int) []string {
	width = max(width, 1)
	var lines []string
	for _, part := range strings.Split(s, "\n") {
		lines = append(lines, wrapLine(part, width)...)
	}
	return lines
}

func wrapLine(s string, width int) []string {
	var lines []string
	current := ""
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' }) { // a no-break space stays
		if current != "" && columns(current)+1+columns(word) <= width {
			current += " " + word
			continue
		}
		if current != "" {
			lines = append(lines, current)
		}
		for columns(word) > width {
			head, rest := cut(word, width)
			lines = append(lines, head)
			word = rest
		}
		current = word
	}
	return append(lines, current)
}

// cut takes as many characters as fit in width columns, at least one.
func cut(s string, width int) (head, rest string) {
	rest = s
	for state := -1; rest != ""; {
		var char string
		var w int
		char, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if head != "" && columns(head)+w > width {
			return head, char + rest
		}
		head += char
	}
	return head, ""
}

// columns is how wide a text is on a terminal.
func columns(s string) int { return uniseg.StringWidth(s) }

// indent wraps a text and begins each of its lines with a prefix.
func indent(s, prefix string, width int) string {
	return prefix + strings.Join(wrap(s, width-columns(prefix)), "\n"+prefix)
}
