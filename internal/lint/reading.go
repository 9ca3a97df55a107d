package lint

import (
	"fmt"
)

// reading is how hard one document is to read in one language.
type reading struct {
	Lang, Document string
	Counts         counts
	Index          index // Name is empty where there is none for the language
}

// limit is what counts as plain in a language: easy enough for most adults on a bad day.
type limit struct {
	Index    float64 // at most, for a grade; at least, for an index
	Longest  int     // words in the longest sentence
	Sentence float64 // mean words in a sentence, where there is no index
	Word     float64 // mean letters in a word, where there is no index
}

// limits are documented in docs/readability.md.
func limits(lang string) (limit, bool) {
	l, ok := map[string]limit{
		"en": {Index: 6, Longest: 20},
		"es": {Index: 60, Longest: 25},
		"fr": {Index: 60, Longest: 25},
		"de": {Index: 60, Longest: 22},
		"pl": {Index: 9, Longest: 22},
		"uk": {Sentence: 12, Word: 6.5, Longest: 22},
		"vi": {Sentence: 18, Word: 4, Longest: 30},
	}[lang]
	return l, ok
}

// readings measures every document and holds it against the limit of the language.
func (e editor) readings() {
	for _, d := range documents(e.Protocol, e.lang) {
		r := reading{Lang: e.lang, Document: d.name, Counts: measure(e.lang, d.texts)}
		r.Index, _ = r.Counts.index(e.lang)
		e.Readings = append(e.Readings, r)
		l, ok := limits(e.lang)
		if !ok {
			e.wrong("", "there are no reading limits for this language")
			return
		}
		if text := r.hard(l); text != "" {
			e.wrong("", "%s", text)
		}
		if r.Counts.Longest > l.Longest {
			e.wrong(r.Counts.LongestSentence.path, "the %s has a sentence of %d words; %d is the limit", d.name, r.Counts.Longest, l.Longest)
		}
	}
}

// hard says which limit a reading as a whole exceeds, or nothing.
func (r reading) hard(l limit) string {
	c, x := r.Counts, r.Index
	switch {
	case x.Name == "" && c.SentenceLength() > l.Sentence:
		return fmt.Sprintf("the %s has %.1f words in a sentence; %g is the limit", r.Document, c.SentenceLength(), l.Sentence)
	case x.Name == "" && c.WordLength() > l.Word:
		return fmt.Sprintf("the %s has %.1f letters in a word; %g is the limit", r.Document, c.WordLength(), l.Word)
	case x.Name != "" && x.Grade && x.Value > l.Index:
		return fmt.Sprintf("the %s is at %.1f (%s); %g is the limit", r.Document, x.Value, x.Name, l.Index)
	case x.Name != "" && !x.Grade && x.Value < l.Index:
		return fmt.Sprintf("the %s is at %.1f (%s); %g is the least", r.Document, x.Value, x.Name, l.Index)
	}
	return ""
}
