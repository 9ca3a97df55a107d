package text

import (
	"slices"
	"strings"
	"sync"

	"backcare/internal/handout"
	"backcare/internal/pdf/font"
)

// Breaker breaks paragraphs into lines and remembers how, for many goroutines at once. The lines it
// gives are shared, so nobody may change them.
type Breaker struct {
	faces *font.Faces
	most  int // paragraphs that are remembered

	mu    sync.RWMutex
	lines map[paragraph][]Line
}

// NewBreaker is a breaker that remembers nothing yet, and will remember at most so many paragraphs. Most
// of what a note says is said on others too; the names on them pass through.
func NewBreaker(faces *font.Faces, most int) *Breaker {
	return &Breaker{faces: faces, most: most, lines: map[paragraph][]Line{}}
}

// paragraph is all that decides where the lines of a text end. Lengths are in points.
type paragraph struct {
	text                string // with a mark wherever it turns bold or back
	bold                bool   // all of it
	size, width, indent float64
}

// Wrap breaks a text into lines of at most width points, in a size in points, all of it bold if bold
// is set: at spaces and after hyphens, and inside a word only if the word alone is too wide. When
// the last line is a runt, a lone short word, the lines before it are set a little narrower, no more
// than brings it company. The first line begins at an indent.
func (b *Breaker) Wrap(t handout.Text, bold bool, size, width, indent float64) []Line {
	p := paragraph{spelt(t), bold, size, width, indent}
	b.mu.RLock()
	lines, ok := b.lines[p]
	b.mu.RUnlock()
	if ok {
		return lines
	}
	lines = slices.Clip(b.evened(normal(t, bold), size, width, indent)) // so that nobody adds to it in place
	b.mu.Lock()
	if len(b.lines) >= b.most {
		clear(b.lines)
	}
	b.lines[p] = lines
	b.mu.Unlock()
	return lines
}

// normal is a text as it is printed: composed, and bold throughout if that is asked for.
func normal(t handout.Text, bold bool) handout.Text {
	out := make(handout.Text, len(t))
	for i, s := range t {
		out[i] = handout.Span{Text: font.Composed(s.Text), Bold: s.Bold || bold}
	}
	return out
}

// spelt is a text with its weights as one string.
func spelt(t handout.Text) string {
	if len(t) == 1 && !t[0].Bold {
		return t[0].Text
	}
	var b strings.Builder
	n := len(t)
	for _, s := range t {
		n += len(s.Text)
	}
	b.Grow(n)
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
