package questions

import (
	"slices"
	"strings"

	"backcare/internal/protocol"
)

// Cell reads one answer as people write it in a table or a file: an option of the question, the words
// of the paper form in any loaded language, and for yes, no and unsure also y, n, ?, true, false, 1 and 0;
// in any case, with space around it. A blank is no answer. The error names the options but not the
// question, and the value only if it cannot well be a name.
func Cell(q *protocol.Question, s string) (protocol.Answer, error) {
	word := lower(strings.TrimSpace(s))
	if word == "" {
		return 0, nil
	}
	if !q.Choice() {
		switch word {
		case "y", "true", "1":
			word = protocol.Yes
		case "n", "false", "0":
			word = protocol.No
		case "?":
			word = protocol.Unsure
		}
	}
	if i := slices.Index(q.Options, word); i >= 0 {
		return protocol.Answer(i + 1), nil
	}
	if a := q.Said(s); a != 0 {
		return a, nil
	}
	what := "not an answer here; use "
	if Harmless(s) {
		what = quoted(s) + " is " + what
	}
	return 0, &Problem{Text: what + protocol.OneOf(q.Options)}
}

// Harmless reports whether a value may be repeated in a message: a short word, as answers are. A longer
// one, or one with a capital or a space, may be a name in the wrong cell.
func Harmless(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return s != "" && len(s) <= 12
}

// lower folds A to Z only: an option is plain letters, and no other letter may turn into one. What is
// not UTF-8 stays as it is.
func lower(s string) string {
	var b []byte
	for i := range len(s) {
		if c := s[i]; 'A' <= c && c <= 'Z' {
			if b == nil {
				b = []byte(s)
			}
			b[i] = c + 'a' - 'A'
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}
