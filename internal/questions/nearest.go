package questions

import (
	"strings"

	"github.com/xrash/smetrics"
)

// Nearest returns the name closest to the typed one, or an empty string if none is close.
func Nearest(typed string, names []string) (near string) {
	const enough = 0.82 // of 1, by Jaro and Winkler; two letters swapped in a word of eight score 0.97
	best := enough
	for _, name := range names {
		if score := smetrics.JaroWinkler(strings.ToLower(typed), name, 0.7, 4); score > best {
			near, best = name, score
		}
	}
	return near
}
