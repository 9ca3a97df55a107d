package questions

import (
	"slices"
	"strings"

	"backcare/internal/pack"
)

// Cell reads one answer as people write it in a table or a file: an option of the question, and
// for yes, no and unsure also y, n, ?, true, false, 1 and 0; in any case, with space around it.
// A blank is no answer. The error names the options but not the question.
func Cell(q *pack.Question, s string) (pack.Answer, error) {
	word := lower(strings.TrimSpace(s))
	if word == "" {
		return 0, nil
	}
	if !q.Choice() {
		switch word {
		case "y", "true", "1":
			word = pack.Yes
		case "n", "false", "0":
			word = pack.No
		case "?":
			word = pack.Unsure
		}
	}
	if i := slices.Index(q.Options, word); i >= 0 {
		return pack.Answer(i + 1), nil
	}
	return 0, &Problem{Text: quoted(s) + " is not an answer here; use " + alternatives(q.Options)}
}

// lower folds A to Z only: an option is plain letters, and no other letter may turn into one.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
