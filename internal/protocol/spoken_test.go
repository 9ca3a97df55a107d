package protocol_test

import (
	"testing"

	"backcare/content"
	"backcare/internal/protocol"
)

// What the paper form says for an answer, in every language, is that answer and no other.
func TestWordsOfTheFormAreAnswersInEveryLanguage(t *testing.T) {
	langs := protocol.Languages(content.Files)
	p, err := protocol.Load(content.Files, langs...)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range langs {
		w := p.Words(lang)
		for i := range p.Questions {
			q := &p.Questions[i]
			for n, option := range q.Options {
				words := w.Answer(q, option)
				if got := q.Said(" " + words + "\u00a0"); got != protocol.Answer(n+1) && protocol.Plain(words) != option {
					t.Errorf("%s: %q in answer to %s is %q, not %q", lang, words, q.ID, q.Option(got), option)
				}
			}
		}
	}
	fever, _ := p.Question("fever")
	for _, words := range []string{"", "perhaps", "not", "Nein!", "ja ja"} {
		if a := fever.Said(words); a != 0 {
			t.Errorf("%q is %q", words, fever.Option(a))
		}
	}
}
