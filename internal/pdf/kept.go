package pdf

import (
	"slices"
	"strings"
	"sync"

	"backcare/internal/handout"
)

// mostBroken is how many paragraphs are remembered as they were broken into lines. Most of what a
// note says is said on others too; the names on them pass through.
const mostBroken = 8192

// broken remembers paragraphs as they were broken into lines, for many goroutines at once. The
// lines are shared, so nobody may change them.
type broken struct {
	mu    sync.RWMutex
	lines map[paragraph][]line
}

// paragraph is all that decides where the lines of a text end. Lengths are in points.
type paragraph struct {
	text                string // with a mark wherever it turns bold or back
	size, width, indent float64
}

// get gives the lines of a paragraph, made when they are asked for first.
func (b *broken) get(t handout.Text, size, width, indent float64, set func() []line) []line {
	p := paragraph{spelt(t), size, width, indent}
	b.mu.RLock()
	lines, ok := b.lines[p]
	b.mu.RUnlock()
	if ok {
		return lines
	}
	lines = slices.Clip(set()) // so that nobody adds to it in place
	b.mu.Lock()
	if b.lines == nil || len(b.lines) >= mostBroken {
		b.lines = map[paragraph][]line{}
	}
	b.lines[p] = lines
	b.mu.Unlock()
	return lines
}

// spelt is a text with its weights as one string.
func spelt(t handout.Text) string {
	if len(t) == 1 && !t[0].Bold {
		return t[0].Text
	}
	var b strings.Builder
	for _, s := range t {
		if s.Bold {
			b.WriteByte(1) // a control, which no text that is printed holds
		} else {
			b.WriteByte(2)
		}
		b.WriteString(s.Text)
	}
	return b.String()
}
