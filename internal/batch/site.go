package batch

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"backcare/internal/protocol"
)

// bySite orders sites as a person would: space and case set aside, numbers by what they count, and no site
// last. Sites that compare as 0 are one.
func bySite(a, b string) int {
	a, b = protocol.Plain(a), protocol.Plain(b)
	if a == "" || b == "" {
		return len(b) - len(a)
	}
	a, b = strings.ReplaceAll(a, " ", ""), strings.ReplaceAll(b, " ", "")
	for a != "" && b != "" {
		one, two := digits(a), digits(b)
		if one == "" || two == "" {
			r, n := utf8.DecodeRuneInString(a)
			q, m := utf8.DecodeRuneInString(b)
			if r != q {
				return cmp.Compare(r, q)
			}
			a, b = a[n:], b[m:]
			continue
		}
		x, y := strings.TrimLeft(one, "0"), strings.TrimLeft(two, "0")
		if c := cmp.Or(len(x)-len(y), strings.Compare(x, y), len(one)-len(two)); c != 0 {
			return c
		}
		a, b = a[len(one):], b[len(two):]
	}
	return len(a) - len(b)
}

// digits are those that a text begins with.
func digits(s string) string { return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))] }
