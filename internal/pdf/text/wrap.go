// Package text breaks paragraphs into lines. Its one rule: what measures here also draws, so a line
// never turns out longer than it was reckoned.
package text

import (
	"strings"
	"unicode"

	"backcare/internal/handout"
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

// evened fills lines, and brings a runt company.
func (b *Breaker) evened(t handout.Text, size, width, indent float64) []Line {
	lines := b.fill(t, size, width, indent)
	n := len(lines)
	if n < 2 || !lines[n-1].runt(width*0.15) {
		return lines
	}
	for k := 0.98; k > 0.87; k -= 0.03 {
		if even := b.fill(t, size, width*k, indent); len(even) == n && !even[n-1].runt(width*0.15) {
			return even
		}
	}
	return lines
}

// runt says whether a line is one word, and shorter than so much.
func (l Line) runt(short float64) bool {
	return l.W < short && len(l.Runs) == 1 && !strings.Contains(strings.TrimRight(l.Runs[0].Text, " "), " ")
}

func (b *Breaker) fill(t handout.Text, size, width, indent float64) []Line {
	s, bounds := join(t)
	limit := width*1000/size + 0.5
	var lines []Line
	var (
		start     int // of the line
		seen      int // where a break was possible last; start if nowhere
		sum       int // thousandths since start
		atSeen    int
		prev      rune
		span, end = 0, 0
	)
	sum = int(indent * 1000 / size)
	if len(bounds) > 0 {
		end = bounds[0]
	}
	cut := func(to int) {
		lines = append(lines, b.line(t, s, bounds, start, to, size))
		sum -= atSeen
		start, atSeen = to, 0
		seen = to
	}
	for i, r := range s {
		for i >= end && span+1 < len(bounds) {
			span++
			end = bounds[span]
		}
		if r == '\n' {
			atSeen = sum
			cut(i)
			start, seen, prev = i+1, i+1, 0
			continue
		}
		if i > start && breaks(prev, r) {
			seen, atSeen = i, sum
		}
		a := max(int(b.faces.Weight(t[span].Bold).Advance(r)), 0)
		for r != ' ' && float64(sum+a) > limit && i > start {
			if seen == start {
				seen, atSeen = i, sum
			}
			cut(seen)
		}
		sum += a
		prev = r
	}
	if start < len(s) || len(lines) == 0 {
		cut(len(s))
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

func (b *Breaker) line(t handout.Text, s string, bounds []int, from, to int, size float64) Line {
	end := to
	to = from + len(strings.TrimRight(s[from:to], " "))
	var l Line
	begin, first := 0, 0 // of the span, and of the last run
	for i, bound := range bounds {
		from, to := max(from, begin), min(to, bound)
		if from < to {
			w := b.faces.Weight(t[i].Bold).Width(s[from:to], size)
			if n := len(l.Runs); n > 0 && l.Runs[n-1].Bold == t[i].Bold {
				last := &l.Runs[n-1]
				last.Text = s[first:to]
				last.W += w
			} else {
				first = from
				l.Runs = append(l.Runs, Run{s[from:to], t[i].Bold, l.W, w})
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

// Widest is the width of the Widest line in points.
func Widest(lines []Line) (w float64) {
	for _, l := range lines {
		w = max(w, l.W)
	}
	return w
}
