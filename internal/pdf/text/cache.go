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
	most  int // settings that are remembered

	mu       sync.RWMutex
	measured map[key]*paragraph
	settings int
}

// NewBreaker is a breaker that remembers nothing yet, and will remember so many paragraphs at most, each in
// one size and width. Most of what a note says is said on others too; the names on them pass through.
func NewBreaker(faces *font.Faces, most int) *Breaker {
	return &Breaker{faces: faces, most: most, measured: map[key]*paragraph{}}
}

// key is all that decides how wide the words of a text are.
type key struct {
	text string // with a mark wherever it turns bold or back
	bold bool   // all of it
}

// setting is a paragraph in lines. Lengths are in points.
type setting struct {
	size, width, indent float64
	lines               []Line
}

// Wrap breaks a text into lines of at most width points, in a size in points, all of it bold if bold
// is set: at spaces, after a hyphen, dash or slash before a letter, and inside a word only if the word alone is too wide. When
// the last line is a runt, a lone short word, the lines before it are set a little narrower, no more
// than brings it company. The first line begins at an indent.
func (b *Breaker) Wrap(t handout.Text, bold bool, size, width, indent float64) []Line {
	k := key{spelt(t), bold}
	b.mu.RLock()
	p := b.measured[k]
	if p != nil {
		for i := range p.settings {
			if s := &p.settings[i]; s.size == size && s.width == width && s.indent == indent {
				b.mu.RUnlock()
				return s.lines
			}
		}
	}
	b.mu.RUnlock()
	if p == nil {
		p = b.measure(normal(t, bold))
	}
	lines := slices.Clip(p.evened(size, width, indent)) // so that nobody adds to it in place
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.settings >= b.most {
		clear(b.measured)
		b.settings = 0
	}
	if kept := b.measured[k]; kept != nil {
		p = kept
	} else {
		b.measured[k] = p
	}
	p.settings = append(p.settings, setting{size, width, indent, lines})
	b.settings++
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
