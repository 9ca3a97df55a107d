package pdf

import (
	"strings"
	"unicode"

	"backcare/internal/handout"
)

// run is a stretch of one weight in a line.
type run struct {
	text string
	bold bool
	x, w float64 // pt from the start of the line, and wide
}

// line is one line of a paragraph.
type line struct {
	runs []run
	w    float64 // pt, without the space at its end
}

// wrap breaks a text into lines of at most width points at a size in points: at spaces and after
// hyphens, and inside a word only if the word alone is too wide. What measures here also draws,
// so a line never turns out longer than it was reckoned. When the last line is a lone short word
// the lines before it are set a little narrower, no more than brings it company.
func (fs *faces) wrap(t handout.Text, size, width float64) []line {
	return fs.wrapAfter(t, size, width, 0)
}

// wrapAfter breaks a text whose first line begins at an indent. The lines may not be changed.
func (fs *faces) wrapAfter(t handout.Text, size, width, indent float64) []line {
	return fs.weight(false).broken.get(t, size, width, indent, func() []line { return fs.evened(t, size, width, indent) })
}

func (fs *faces) evened(t handout.Text, size, width, indent float64) []line {
	lines := fs.fill(t, size, width, indent)
	n := len(lines)
	if n < 2 || !lines[n-1].lone(width*0.15) {
		return lines
	}
	for k := 0.98; k > 0.87; k -= 0.03 {
		if even := fs.fill(t, size, width*k, indent); len(even) == n && !even[n-1].lone(width*0.15) {
			return even
		}
	}
	return lines
}

// lone says whether a line is one word, and shorter than so much.
func (l line) lone(short float64) bool {
	return l.w < short && len(l.runs) == 1 && !strings.Contains(strings.TrimRight(l.runs[0].text, " "), " ")
}

func (fs *faces) fill(t handout.Text, size, width, indent float64) []line {
	s, bounds := join(t)
	limit := width*1000/size + 0.5
	var lines []line
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
		lines = append(lines, fs.line(t, s, bounds, start, to, size))
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
		a := max(int(fs.weight(t[span].Bold).advance(r)), 0)
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

func (fs *faces) line(t handout.Text, s string, bounds []int, from, to int, size float64) line {
	end := to
	to = from + len(strings.TrimRight(s[from:to], " "))
	var l line
	begin := 0
	for i, bound := range bounds {
		a, b := max(from, begin), min(to, bound)
		if a < b {
			w := fs.weight(t[i].Bold).width(s[a:b], size)
			if n := len(l.runs); n > 0 && l.runs[n-1].bold == t[i].Bold {
				last := &l.runs[n-1]
				last.text += s[a:b]
				last.w += w
			} else {
				l.runs = append(l.runs, run{s[a:b], t[i].Bold, l.w, w})
			}
			l.w += w
		}
		begin = bound
	}
	if n := len(l.runs); n > 0 && end > to {
		l.runs[n-1].text += " " // not seen, but it parts the words when the page is read aloud
	}
	return l
}

// widest is the width of the widest line in points.
func widest(lines []line) (w float64) {
	for _, l := range lines {
		w = max(w, l.w)
	}
	return w
}
