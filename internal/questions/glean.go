package questions

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// Glean reads a text that had to be refused, broken YAML or JSON or anything at all, for questions
// with an answer near them, so that an emergency in it is not lost. One byte damaged anywhere hides
// none. When in doubt it hears the answer that counts against the person.
func Glean(p *protocol.Protocol, text []byte) triage.Maybe {
	m := triage.NewMaybe(p)
	all := plainText(text)
	plain := comment.ReplaceAllStringFunc(all, withoutWords)
	found := mentions(p, plain)
	for i, f := range found {
		end := min(f.end+farthest, len(plain))
		if i+1 < len(found) {
			end = min(end, found[i+1].start)
		}
		if f.ask != nil {
			listen(m, f.ask, plain[f.end:end])
		}
	}
	for _, c := range comment.FindAllString(all, -1) { // where a line break is gone, an answer is part of a comment
		for _, f := range mentions(p, c) {
			if rest := c[f.end:]; f.ask != nil && !m.Says(f.ask) && strings.HasPrefix(rest, ":") && len(strings.Fields(rest)) == 2 {
				listen(m, f.ask, rest)
			}
		}
	}
	for i := range p.Questions { // a short name that was damaged is not found again
		if q := &p.Questions[i]; q.Choice() && len(q.ID) < shortest && len(found) > 0 && !m.Says(q) {
			m.AddAny(q)
		}
	}
	return m
}

const (
	farthest = 64 // bytes between a question and its answer
	shortest = 5  // letters of a name that is known when one of them is wrong
)

var (
	escaped = regexp.MustCompile(`(?i)\\u([0-9a-f]{4})`)
	comment = regexp.MustCompile(`(?m)(^|[ \t])#.*$`)
)

// plainText is a text in small letters, without what stands between its bytes in UTF-16.
func plainText(text []byte) string {
	s := strings.ReplaceAll(lower(string(text)), "\x00", "")
	s = escaped.ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[2:], 16, 16) // four hex digits
		return strings.ToLower(string(rune(n)))
	})
	return strings.ReplaceAll(s, "_", "-")
}

// withoutWords leaves nothing of a comment. What looks like JSON is none.
func withoutWords(comment string) string {
	if strings.Contains(comment, `":`) {
		return comment
	}
	return ""
}

// mention is a place where a text names a question, or another key of an answers file.
type mention struct {
	start, end int
	ask        *protocol.Question // nil for another key
	exact      bool
}

// mentions finds every name, in order. Where two overlap, the one that is exact counts, or the longer.
func mentions(p *protocol.Protocol, text string) []mention {
	var all []mention
	for i := range p.Questions {
		all = append(all, named(&p.Questions[i], text)...)
	}
	for _, at := range otherKey.FindAllStringSubmatchIndex(text, -1) {
		all = append(all, mention{start: at[2], end: at[3], exact: true})
	}
	slices.SortStableFunc(all, func(a, b mention) int {
		if a.exact != b.exact {
			return map[bool]int{true: -1, false: 1}[a.exact]
		}
		return (b.end - b.start) - (a.end - a.start)
	})
	var out []mention
	taken := make([]bool, len(text))
	for _, f := range all {
		if !slices.Contains(taken[f.start:f.end], true) {
			for i := f.start; i < f.end; i++ {
				taken[i] = true
			}
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b mention) int { return a.start - b.start })
	return out
}

var otherKey = regexp.MustCompile(`(?:^|[^a-z0-9-])(` + strings.Join(append(PersonFields(), answersKey), "|") + `)["']?\s*:`)

// named finds where a text names a question, also with one letter wrong.
func named(q *protocol.Question, text string) (out []mention) {
	for _, was := range q.Was {
		for at := range indexes(text, was) {
			out = append(out, mention{at, at + len(was), q, true})
		}
	}
	id := q.ID
	short := len(id) < shortest
	for at := range indexes(text, id) {
		if end := at + len(id); !short || apart(text, at, end) {
			out = append(out, mention{at, end, q, true})
		}
	}
	if short {
		return out
	}
	try := func(start int) { // one of the two halves is right
		for size := len(id) - 1; size <= len(id)+1; size++ {
			if end := start + size; start >= 0 && end <= len(text) && oneOff(text[start:end], id) && apart(text, start, end) {
				out = append(out, mention{start, end, q, false})
			}
		}
	}
	half := len(id) / 2
	for at := range indexes(text, id[:half]) {
		try(at)
	}
	for at := range indexes(text, id[half:]) {
		for start := at - half - 1; start <= at-half+1; start++ {
			try(start)
		}
	}
	return out
}

// indexes are the places of a part in a text.
func indexes(text, part string) func(func(int) bool) {
	return func(yield func(int) bool) {
		for from := 0; ; {
			at := strings.Index(text[from:], part)
			if at < 0 || !yield(from+at) {
				return
			}
			from += at + 1
		}
	}
}

// apart reports whether a part of a text is a word by itself.
func apart(text string, start, end int) bool {
	return (start == 0 || !inWord(text[start-1])) && (end == len(text) || !inWord(text[end]))
}

func inWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b >= 0x80
}

var word = regexp.MustCompile(`[a-z0-9?\x{80}-\x{10FFFF}-]+`)

// listen hears the answer in the text behind a question.
func listen(m triage.Maybe, q *protocol.Question, text string) {
	if a := spoken(q, text); a != 0 {
		m.Add(q, a)
	}
	words := word.FindAllStringIndex(text, 4)
	for i, at := range words {
		w := text[at[0]:at[1]]
		a, err := Cell(q, w)
		switch {
		case i == 0 && err == nil && (len(w) > 1 || len(words) == 1):
			m.Add(q, a)
			if strings.ContainsAny(text[:at[0]], "[{") { // a list may go on
				continue
			}
			return
		case i == 0 && len([]rune(w)) == 1 && len(words) > 1 && isWord(q, text[words[1][0]:words[1][1]]):
			// a damaged quote or colon
		case i == 0:
			Hear(m, q, w)
			if !q.Choice() && damaged(q, text[at[0]:]) {
				m.Add(q, protocol.Answer(1+slices.Index(q.Options, protocol.Unsure)))
			}
		case isWord(q, w):
			m.Add(q, a)
		}
	}
}

// spoken is the answer whose words of the paper form a text begins with, what stands between aside; where
// one begins with another the longer counts.
func spoken(q *protocol.Question, text string) (found protocol.Answer) {
	text = protocol.Plain(strings.TrimLeft(text, " \t\r\n:,;=\"'[{"))
	longest := 0
	for i := range q.Options {
		a := protocol.Answer(i + 1)
		for _, words := range q.Spoken(a) {
			if len(words) > longest && strings.HasPrefix(text, words) && apart(text, 0, len(words)) {
				found, longest = a, len(words)
			}
		}
	}
	return found
}

// isWord reports whether a word is an answer, and more than a letter.
func isWord(q *protocol.Question, w string) bool {
	_, err := Cell(q, w)
	return err == nil && len(w) > 1
}

// damaged reports whether a text begins with an answer that counts, but for one byte.
func damaged(q *protocol.Question, text string) bool {
	return slices.ContainsFunc([]string{q.Worrying, protocol.Unsure}, func(meant string) bool {
		for size := len(meant) - 1; size <= len(meant)+1 && size <= len(text); size++ {
			if oneOff(text[:size], meant) {
				return true
			}
		}
		return false
	})
}

// References returns every value a text may give as the reference of a person, even if the text as a whole
// cannot be read.
func References(text []byte) (out []string) {
	for _, m := range reference.FindAllSubmatch(text, -1) {
		out = append(out, string(bytes.Join(m[1:], nil)))
	}
	return out
}

var reference = regexp.MustCompile(`"ref"\s*:\s*(?:"([^"\\]*)"|(\d+))`)
