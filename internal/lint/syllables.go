package lint

import (
	"slices"
	"strings"
	"unicode"
)

// syllables is the counter of a language. A number counts as one, and so does every word of
// Vietnamese, which writes its syllables apart; a language without a counter has none for the rest.
func syllables(lang string) func(string) int {
	lang, _, _ = strings.Cut(lang, "-")
	switch lang {
	case "en":
		return english
	case "es":
		return parts(spanish)
	case "fr":
		return parts(french)
	case "de":
		return parts(german)
	case "pl":
		return parts(polish)
	case "uk":
		return parts(ukrainian)
	}
	return func(string) int { return 1 }
}

// parts counts a word by what stands between its hyphens and apostrophes; a word has at least one.
func parts(count func([]rune) int) func(string) int {
	return func(word string) int {
		n := 0
		for _, p := range strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			n += count([]rune(p))
		}
		return max(1, n)
	}
}

func in(set string, r rune) bool { return strings.ContainsRune(set, r) }

// drop leaves out a silent letter: one that follows any of before and precedes any of after.
func drop(w []rune, before, silent, after string) []rune {
	out := w[:0:0]
	for i, r := range w {
		if in(silent, r) && i > 0 && in(before, w[i-1]) && i+1 < len(w) && in(after, w[i+1]) {
			continue
		}
		out = append(out, r)
	}
	return out
}

// spanish counts a run of vowels as often as it has strong ones, and once if it has none. An
// accent makes a weak vowel strong: dí-a, but cui-da-do.
func spanish(w []rune) int {
	w = drop(w, "qg", "u", "eiéí")
	n, strong, run := 0, 0, false
	flush := func() {
		if run {
			n += max(1, strong)
		}
		strong, run = 0, false
	}
	for i, r := range w {
		switch {
		case in("aeoáéóíú", r):
			strong, run = strong+1, true
		case in("iuü", r), r == 'y' && (i == len(w)-1 || len(w) == 1):
			run = true
		default:
			flush()
		}
	}
	flush()
	return n
}

const frenchVowels = "aeiouyàâäéèêëîïôöùûüœæ"

// french counts runs of vowels, apart after é and before ï and ë, without the silent e of an end.
func french(w []rune) int {
	w = drop(w, "qg", "u", "eéèêiîïaoâ")
	for _, end := range []string{"es", "e"} {
		if s := string(w); strings.HasSuffix(s, end) && strings.ContainsAny(strings.TrimSuffix(s, end), frenchVowels) {
			w = []rune(strings.TrimSuffix(s, end))
			break
		}
	}
	n, run := 0, false
	for i, r := range w {
		vowel := in(frenchVowels, r)
		if r == 'y' && run && i+1 < len(w) && in(frenchVowels, w[i+1]) { // vo-yez
			vowel = false
		}
		if vowel && (!run || in("ïë", r) || i > 0 && w[i-1] == 'é') {
			n++
		}
		run = vowel
	}
	return n
}

var germanPairs = []string{"ai", "au", "äu", "ei", "eu", "ie", "ey", "ay", "oi", "ui", "aa", "ee", "oo"}

// german counts vowels, the pairs that are one sound as one.
func german(w []rune) int {
	w = drop(w, "q", "u", "aeioäöü")
	n := 0
	for i := 0; i < len(w); i++ {
		if !in("aeiouyäöü", w[i]) {
			continue
		}
		n++
		if i+1 < len(w) && slices.Contains(germanPairs, string(w[i:i+2])) {
			i++
		}
	}
	return n
}

// polish counts vowels; an i before another only softens what stands before it.
func polish(w []rune) int {
	n := 0
	for i, r := range w {
		if in("aąeęoóuy", r) || r == 'i' && (i == len(w)-1 || !in("aąeęoóuy", w[i+1])) {
			n++
		}
	}
	return n
}

// ukrainian counts vowels: each is a syllable.
func ukrainian(w []rune) int {
	n := 0
	for _, r := range w {
		if in("аеєиіїоуюя", r) {
			n++
		}
	}
	return n
}
