package protocol

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Said finds the answer that the words of the paper form give, in any language that is loaded; 0 for other
// words, and for those that mean two answers in two languages. Case, space and the kind of dash or
// apostrophe do not matter.
func (q *Question) Said(words string) Answer { return q.said[Plain(words)] }

// Spoken are the words with which the paper form asks for an answer, in every language that is loaded, as
// Plain writes them, in no order.
func (q *Question) Spoken(a Answer) (out []string) {
	for words, means := range q.said {
		if means == a {
			out = append(out, words)
		}
	}
	return out
}

// Plain is a text as it is compared: composed, in small letters, with single spaces and the plain hyphen
// and apostrophe.
func Plain(s string) string {
	s = strings.ToLower(norm.NFC.String(strings.ToValidUTF8(s, "\ufffd")))
	return plainMarks.Replace(strings.Join(strings.Fields(s), " "))
}

var plainMarks = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2013", "-", "\u2014", "-", "\u2019", "'", "\u02bc", "'")

// learn adds what the paper form says for each answer in a language.
func (p *Protocol) learn(w *Words) {
	for i := range p.Questions {
		q := &p.Questions[i]
		for n, option := range q.Options {
			words := Plain(w.Answer(q, option))
			means, known := q.said[words]
			switch {
			case words == "" || slices.Contains(q.Options, words):
			case known && means != Answer(n+1):
				q.said[words] = 0
			default:
				q.said[words] = Answer(n + 1)
			}
		}
	}
}
