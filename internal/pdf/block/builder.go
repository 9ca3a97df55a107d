package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// builder is a box in the making, and where in it the next text begins: at x, y, in a column of
// width w. In points.
type builder struct {
	layout.Builder
	x, y, w float64
}

func (t *layouter) builder() *builder {
	return &builder{Builder: layout.Builder{Type: t.Type, Measures: t.measures}, w: t.wide}
}

// probe is a builder that only measures.
func (t *layouter) probe(w float64) *builder {
	return &builder{Builder: layout.Builder{Type: t.Type, Measures: true}, w: w}
}

// text sets a text and goes on below it.
func (s *builder) text(words handout.Text, st layout.Style, n *tag.Node) {
	s.y += s.Write(s.x, s.y, s.w, words, st, n)
}

// plain sets a text of one weight and goes on below it.
func (s *builder) plain(words string, st layout.Style, n *tag.Node) {
	s.text(layout.Plain(words), st, n)
}

// lines sets lines, of which the first begins at an indent, and goes on below them.
func (s *builder) lines(lines []text.Line, indent float64, st layout.Style, n *tag.Node) {
	s.y += s.PutAfter(s.x, s.y, s.w, indent, lines, st, n)
}

// indent leaves so much at the left of the column.
func (s *builder) indent(w float64) {
	s.x += w
	s.w -= w
}

// aside sets one line with its baseline at base, from x on, which takes no height.
func (s *builder) aside(x, base float64, words string, st layout.Style, n *tag.Node) {
	if !s.Measures {
		w := s.Width(words, st.Size, st.Bold) + 1
		s.Put(x, base-st.Base(), w, s.Wrap(layout.Plain(words), st, w), st, n)
	}
}

// titled sets the title of a box, if it has one, and goes on so far below it.
func (t *layouter) titled(s *builder, title string, st layout.Style, level int, gap float64) {
	if title != "" {
		s.plain(title, st, t.heading(level, title))
		s.y += gap
	}
}

// narrowed is a style a little smaller, in which a text takes one line; the style itself if that would
// be below so many points.
func (t *layouter) narrowed(words string, st layout.Style, w, least float64) layout.Style {
	if k := w / t.Width(words, st.Size, st.Bold); k < 1 && st.Size*k >= least {
		st.Size *= k * 0.995
	}
	return st
}
