package lint

import (
	"regexp"
	"strings"
)

// english counts the syllables of an English word by its spelling. A number counts as one.
func english(word string) int {
	n := 0
	for _, part := range strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return r == '-' || r == '‑' }) {
		part = strings.NewReplacer("’", "'", "ʼ", "'").Replace(part)
		n += max(1, englishPart(strings.TrimSuffix(part, "'s")))
	}
	return max(1, n)
}

var (
	englishVowels = regexp.MustCompile(`[aeiouy]+`)
	// two vowels that are said apart
	englishApart = regexp.MustCompile(`ia[^lnr]|ia$|[^cstg]ia[lnr]|[^cgstx]iou|io[^nu]|io$|iu|eo[^nu]|eo$|[aeou]ing|\By[aio]|ua[lt]|ue[ln]t|uous|iet|[^cstg]ient?|iest|ier$|[^gq]uing|isms?$|creat|react|reass|[^aeiou]ying`)
	// an e that is not said
	englishSilent = regexp.MustCompile(`[^aeiouyl]e$|[aeiouyr]le$|[^aeioutd]ed$|[^aeiouscxzghl]es$|[aeiouyr]les$|[aeiou]ghes$|e(?:ly|less|ful|ments?|ness|ty)$|[^aeiouyl]e(?:where|side|times?|thing|one)$|que$`)
)

func englishPart(w string) int {
	if n, ok := englishExceptions[w]; ok {
		return n
	}
	for _, end := range []string{"s", "ed", "ing", "d"} { // of an exception
		if n, ok := englishExceptions[strings.TrimSuffix(w, end)]; ok && strings.HasSuffix(w, end) {
			if end == "ing" || end == "ed" && strings.HasSuffix(strings.TrimSuffix(w, end), "t") {
				n++
			}
			return n
		}
	}
	n := len(englishVowels.FindAllString(w, -1))
	n += len(englishApart.FindAllString(w, -1))
	n -= len(englishSilent.FindAllString(w, -1))
	return n
}
