package questions

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// Hear adds what a cell may say in answer to a question: its answer; if that cannot be read, every choice;
// and for other questions unsure, if the cell resembles an answer that counts against the person.
func Hear(m triage.Maybe, q *protocol.Question, cell string) {
	a, err := Cell(q, cell)
	switch {
	case err == nil:
		m.Add(q, a)
	case q.Choice():
		m.AddAny(q)
	case worrying(q, lower(strings.TrimSpace(cell))), worrying(q, protocol.Plain(cell)):
		m.Add(q, protocol.Answer(1+slices.Index(q.Options, protocol.Unsure)))
	}
}

// worrying reports whether a word that is no answer may have been one that counts: one letter was
// changed, lost or added, or it ran into what stands beside it. Of a single letter nothing is left to go by.
func worrying(q *protocol.Question, word string) bool {
	for _, meant := range grave(q) {
		if oneOff(word, meant) || strings.HasPrefix(word, meant) || strings.HasSuffix(word, meant) {
			return true
		}
	}
	runes := []rune(word)
	return len(runes) == 1 && (unicode.IsLetter(runes[0]) || runes[0] == unicode.ReplacementChar)
}

// grave are the words for the answers that count against the person, but for those of the form that are
// so short that much else is like them.
func grave(q *protocol.Question) []string {
	out := []string{q.Worrying, protocol.Unsure}
	for i, option := range q.Options {
		if option != q.Worrying && option != protocol.Unsure {
			continue
		}
		for _, words := range q.Spoken(protocol.Answer(i + 1)) {
			if utf8.RuneCountInString(words) > 2 {
				out = append(out, words)
			}
		}
	}
	return out
}

// oneOff reports whether one letter changed, lost or added makes a into b, byte by byte.
func oneOff(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) > len(b) {
		return a[i+1:] == b[i:]
	}
	return a[i+1:] == b[i+1:]
}
