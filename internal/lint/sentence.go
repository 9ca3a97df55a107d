package lint

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is letters and digits, with apostrophes and hyphens inside.
var wordPattern = regexp.MustCompile(`[\p{L}\p{M}\p{N}]+(?:['’ʼ‑-][\p{L}\p{M}\p{N}]+)*`)

// wordsOf are the words of a text.
func wordsOf(s string) []string { return wordPattern.FindAllString(plain(s), -1) }

// closing are the marks that may stand after the end of a sentence; a German quote closes with “.
const closing = "”“’\"»«)"

func plain(s string) string { return strings.ReplaceAll(s, "**", "") }

// sentences are the sentences of a text. The end of the text ends one, full stop or not, as it does
// for the reader of a list. A full stop after a single letter (z. B.) or before a small one does not.
func sentences(s string) []string {
	s = plain(s)
	var out []string
	start := 0
	for i, r := range s {
		if i < start || !strings.ContainsRune(".!?…", r) || !ends(s[start:i], s[i:], r) {
			continue
		}
		at := i + utf8.RuneLen(r)
		for tail := s[at:]; tail != ""; tail = s[at:] { // the closing quotes are the sentence's own
			q, n := utf8.DecodeRuneInString(tail)
			if !strings.ContainsRune(closing, q) {
				break
			}
			at += n
		}
		out = append(out, s[start:at])
		start = at
	}
	out = append(out, s[start:])
	kept := out[:0]
	for _, t := range out {
		if t = strings.TrimSpace(t); wordPattern.MatchString(t) {
			kept = append(kept, t)
		}
	}
	return kept
}

// ends reports whether the mark with which rest begins ends the sentence.
func ends(before, rest string, mark rune) bool {
	rest = strings.TrimLeft(rest, ".!?…")
	after := strings.TrimLeft(rest, closing)
	if after == "" {
		return true
	}
	next, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsSpace(next) {
		return false
	}
	if mark != '.' && mark != '…' {
		return true
	}
	if words := wordsOf(before); len(words) > 0 && utf8.RuneCountInString(words[len(words)-1]) == 1 && unicode.IsLetter([]rune(words[len(words)-1])[0]) {
		return false
	}
	next, _ = utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00a0“„«\"("))
	return !unicode.IsLower(next)
}
