package font

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Composed is s as it is printed: an accent and its letter as one, since the fonts place no
// accents. Broken bytes become U+FFFD, which is never printed.
func Composed(s string) string {
	if single(s) || norm.NFC.IsNormalString(s) && utf8.ValidString(s) {
		return s
	}
	return norm.NFC.String(string([]rune(s)))
}

// single says whether all letters of s are of blocks in which each stands for itself: the quick way
// through almost all text.
func single(s string) bool {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	for _, r := range s[i:] {
		if r >= 0x300 && !(r >= 0x400 && r < 0x483 || r >= 0x1e00 && r < 0x1f00 || r >= 0x2002 && r < 0x2100) {
			return false // U+FFFD for broken bytes, too
		}
	}
	return true
}
