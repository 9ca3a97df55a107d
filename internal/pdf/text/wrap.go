// Package text breaks paragraphs into lines. Its one rule: what measures here also draws, so a line
// never turns out longer than it was reckoned.
package text

import (
	"strings"
	"unicode"

	"backcare/internal/handout"
	"backcare/internal/pdf/font"
)

// Run is a stretch of one weight in a line.
type Run struct {
	Text string
	Bold bool
	X, W float64 // pt from the start of the line, and wide
}

// Line is one line of a paragraph.
type Line struct {
	Runs []Run
	W    float64 // pt, without the space at its end
}

// paragraph is a text whose words are measured, which no size or width changes.
type paragraph struct {
	faces    *font.Faces
	text     handout.Text
	s        string // all of it
	bounds   []int  // where in s each span ends
	words    []word
	settings []setting // known ones; the breaker's lock guards them
}

// word is a stretch before which a line may begin, with the spaces behind it, or a line break.
type word struct {
	from, to     int // bytes of the text
	letters, all int // widths in thousandths of the size, without the spaces behind it and with them
	ends         bool
}

// measure finds and measures the words of a text.
func (b *Breaker) measure(t handout.Text) *paragraph {
	p := &paragraph{faces: b.faces, text: t}
	p.s, p.bounds = join(t)
	p.words = make([]word, 0, len(p.s)/6+2)
	var w word
	var before rune
	span := 0
	for i, r := range p.s {
		for i >= p.bounds[span] && span+1 < len(p.bounds) {
			span++
		}
		if i > w.from && breaks(before, r) || r == '\n' {
			if w.to = i; w.to > w.from {
				p.words = append(p.words, w)
			}
			w = word{from: i}
		}
		if before = r; r == '\n' {
			p.words = append(p.words, word{from: i, to: i + 1, ends: true})
			w, before = word{from: i + 1}, 0
			continue
		}
		w.all += p.advance(span, r)
		if r != ' ' {
			w.letters = w.all
		}
	}
	if w.to = len(p.s); w.to > w.from {
		p.words = append(p.words, w)
	}
	return p
}

// advance is the width of a letter of a span in thousandths of the size.
func (p *paragraph) advance(span int, r rune) int {
	return max(int(p.faces.Weight(p.text[span].Bold).Advance(r)), 0)
}

// evened fills lines, and brings a runt company.
func (p *paragraph) evened(size, width, indent float64) []Line {
	lines := p.fill(size, width, indent)
	n := len(lines)
	if n < 2 || !lines[n-1].runt(width*0.15) {
		return lines
	}
	for k := 0.98; k > 0.87; k -= 0.03 {
		if even := p.fill(size, width*k, indent); len(even) == n && !even[n-1].runt(width*0.15) {
			return even
		}
	}
	return lines
}

// runt says whether a line is one word, and shorter than so much.
func (l Line) runt(short float64) bool {
	return l.W < short && len(l.Runs) == 1 && !strings.Contains(strings.TrimRight(l.Runs[0].Text, " "), " ")
}

// fill puts as many words on each line as it holds.
func (p *paragraph) fill(size, width, indent float64) []Line {
	limit := int(width*1000/size + 0.5)
	var lines []Line
	start, sum := 0, int(indent*1000/size) // of the line
	end := func(at int) {
		lines = append(lines, p.line(start, at, size))
		start, sum = at, 0
	}
	for _, w := range p.words {
		if w.ends {
			end(w.from)
			start = w.to
			continue
		}
		if sum+w.letters > limit && w.from > start {
			end(w.from)
		}
		if sum+w.letters <= limit {
			sum += w.all
			continue
		}
		span := 0
		for i, r := range p.s[w.from:w.to] { // the word alone is too wide
			i += w.from
			for i >= p.bounds[span] && span+1 < len(p.bounds) {
				span++
			}
			a := p.advance(span, r)
			if r != ' ' && sum+a > limit && i > start {
				end(i)
			}
			sum += a
		}
	}
	if start < len(p.s) || len(lines) == 0 {
		end(len(p.s))
	}
	return lines
}

// breaks says whether a line may end between two letters.
func breaks(before, after rune) bool {
	switch before {
	case ' ':
		return after != ' '
	case '-', '–', '/':
		return unicode.IsLetter(after)
	}
	return false
}

// join is the whole text, and where in it each span ends.
func join(t handout.Text) (string, []int) {
	if len(t) == 1 {
		return t[0].Text, []int{len(t[0].Text)}
	}
	bounds := make([]int, len(t))
	n := 0
	for i, s := range t {
		n += len(s.Text)
		bounds[i] = n
	}
	return t.String(), bounds
}

// line is the text from byte to byte, without the spaces at its end but one.
func (p *paragraph) line(from, to int, size float64) Line {
	s := p.s
	end := to
	to = from + len(strings.TrimRight(s[from:to], " "))
	var l Line
	begin, first := 0, 0 // of the span, and of the last run
	for i, bound := range p.bounds {
		from, to := max(from, begin), min(to, bound)
		if from < to {
			w := p.faces.Weight(p.text[i].Bold).Width(s[from:to], size)
			if n := len(l.Runs); n > 0 && l.Runs[n-1].Bold == p.text[i].Bold {
				last := &l.Runs[n-1]
				last.Text = s[first:to]
				last.W += w
			} else {
				first = from
				l.Runs = append(l.Runs, Run{s[from:to], p.text[i].Bold, l.W, w})
			}
			l.W += w
		}
		begin = bound
	}
	if n := len(l.Runs); n > 0 && end > to {
		l.Runs[n-1].Text = s[first : to+1] // a space is not seen, but parts the words when the page is read aloud
	}
	return l
}

// Widest is the width of the widest line in points.
func Widest(lines []Line) (w float64) {
	for _, l := range lines {
		w = max(w, l.W)
	}
	return w
}
