package lint

import "unicode/utf8"

// counts are what the indexes are made of.
type counts struct {
	Sentences, Words, Syllables int
	Letters                     int // of all words, digits included
	Hard                        int // words of four syllables or more
	Longest                     int // words in the longest sentence
	LongestSentence             text
}

// measure counts texts in a language, a BCP 47 tag of which only the first part counts.
// Each text begins and ends its own sentences.
func measure(lang string, texts []text) counts {
	var c counts
	count := syllables(lang)
	for _, t := range texts {
		for _, s := range sentences(t.s) {
			words := wordsOf(s)
			c.Sentences++
			if len(words) > c.Longest {
				c.Longest, c.LongestSentence = len(words), text{t.path, s}
			}
			for _, w := range words {
				n := count(w)
				c.Words++
				c.Syllables += n
				c.Letters += utf8.RuneCountInString(w)
				if n >= 4 {
					c.Hard++
				}
			}
		}
	}
	return c
}

// SentenceLength is the mean number of words in a sentence.
func (c counts) SentenceLength() float64 { return ratio(c.Words, c.Sentences) }

// WordLength is the mean number of letters in a word.
func (c counts) WordLength() float64 { return ratio(c.Letters, c.Words) }

// SyllablesPerWord is the mean number of syllables in a word.
func (c counts) SyllablesPerWord() float64 { return ratio(c.Syllables, c.Words) }

// HardPercent is how many words in a hundred have four syllables or more.
func (c counts) HardPercent() float64 { return 100 * ratio(c.Hard, c.Words) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
