package lint

import "strings"

// index is how hard a text is to read by the measure of its language.
type index struct {
	Name  string
	Value float64
	Grade bool // lower is easier, as with a school grade; else higher is easier, up to about 100
}

// index is the reading index of a language; false where there is none that is made for it, and
// the lengths of sentences and words are all there is to go by.
//
// English: Flesch–Kincaid grade (Kincaid and others 1975). Spanish: Fernández Huerta 1959, with
// words per sentence. French: Kandel and Moles 1958. German: Amstad 1978. Polish: fog index, with
// words of four syllables or more as the hard ones.
func (c counts) index(lang string) (index, bool) {
	lang, _, _ = strings.Cut(lang, "-")
	sentence, word := c.SentenceLength(), c.SyllablesPerWord()
	switch lang {
	case "en":
		return index{"Flesch-Kincaid grade", 0.39*sentence + 11.8*word - 15.59, true}, true
	case "es":
		return index{"Fernández Huerta", 206.84 - 60*word - 1.02*sentence, false}, true
	case "fr":
		return index{"Kandel-Moles", 207 - 1.015*sentence - 73.6*word, false}, true
	case "de":
		return index{"Amstad", 180 - sentence - 58.5*word, false}, true
	case "pl":
		return index{"fog, Polish", 0.4 * (sentence + c.HardPercent()), true}, true
	}
	return index{}, false
}
