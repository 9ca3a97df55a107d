package protocol

import "strings"

// Fill puts values in the place of {placeholders}: name, value, name, value. A placeholder without a
// value stays as it is, and no value is looked into for placeholders of its own.
func Fill(s string, pairs ...string) string {
	before, rest, found := strings.Cut(s, "{")
	if !found {
		return s
	}
	var b strings.Builder
	for found {
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		i := 0
		for i < len(pairs) && (!closed || pairs[i] != name) {
			i += 2
		}
		if i < len(pairs) {
			b.WriteString(pairs[i+1])
			rest = after
		} else {
			b.WriteByte('{')
		}
		before, rest, found = strings.Cut(rest, "{")
	}
	b.WriteString(before)
	return b.String()
}
