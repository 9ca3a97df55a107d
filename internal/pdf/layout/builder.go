package layout

import (
	"slices"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// Type is what text is set with: the faces that measure it, and who breaks it into lines.
type Type struct {
	Faces *font.Faces
	Lines *text.Breaker
}

// Width is the width of a text of one weight on one line, in points.
func (t Type) Width(s string, size float64, bold bool) float64 {
	return t.Faces.Weight(bold).Width(s, size)
}

// Wrap breaks a text into lines in a style.
func (t Type) Wrap(s handout.Text, st Style, w float64) []text.Line { return t.WrapAfter(s, st, w, 0) }

// WrapAfter breaks a text whose first line begins at an indent.
func (t Type) WrapAfter(s handout.Text, st Style, w, indent float64) []text.Line {
	return t.Lines.Wrap(s, st.Bold, st.Size, w, indent)
}

// Builder is a box in the making. One that only measures sets the same lines and keeps nothing.
type Builder struct {
	Type
	Items    []draw.Item
	Measures bool
	scratch  draw.Item
}

func (s *Builder) add(it draw.Item) *draw.Item {
	if s.Measures {
		s.scratch = it
		return &s.scratch
	}
	s.Items = append(s.Items, it)
	return &s.Items[len(s.Items)-1]
}

// Write sets a paragraph with its top left corner at x, y in a column of width w, and returns the
// height it takes.
func (s *Builder) Write(x, y, w float64, t handout.Text, st Style, n *tag.Node) float64 {
	return s.Put(x, y, w, s.Wrap(t, st, w), st, n)
}

// Put sets lines that are already broken.
func (s *Builder) Put(x, y, w float64, lines []text.Line, st Style, n *tag.Node) float64 {
	return s.PutAfter(x, y, w, 0, lines, st, n)
}

// PutAfter sets lines of which the first begins at an indent.
func (s *Builder) PutAfter(x, y, w, indent float64, lines []text.Line, st Style, n *tag.Node) float64 {
	if s.Measures {
		return float64(len(lines)) * st.Line()
	}
	s.Items = slices.Grow(s.Items, len(lines))
	for i, l := range lines {
		at := x
		if i == 0 {
			at += indent
		}
		switch {
		case st.Right:
			at += w - l.W
		case st.Centre:
			at += (w - l.W) / 2
		}
		for _, r := range l.Runs {
			s.run(at+r.X, y+float64(i)*st.Line()+st.Base(), r, st, n)
		}
	}
	return float64(len(lines)) * st.Line()
}

// run sets a run of letters whose baseline starts at x, y, and a line where it is left blank.
func (s *Builder) run(x, y float64, r text.Run, st Style, n *tag.Node) {
	th := draw.Item{Kind: draw.Text, X: x, Y: y, W: r.W, H: st.Size, Text: r.Text, Bold: r.Bold, Fill: st.Colour, Node: n}
	face := s.Faces.Weight(r.Bold)
	for before, rest, ok := CutBlank(th.Text); ok; before, rest, ok = CutBlank(th.Text) {
		blank := th.Text[len(before) : len(th.Text)-len(rest)]
		if before != "" {
			part := th
			part.Text, part.W = before, face.Width(before, st.Size)
			s.Items = append(s.Items, part)
		}
		x := th.X + face.Width(before, st.Size)
		w := face.Width(blank, st.Size)
		s.Stroke(x, y+st.Size*0.12, w, 0, draw.Rule, 0.7)
		th.W -= x + w - th.X
		th.X, th.Text = x+w, rest
	}
	if th.Text != "" {
		s.Items = append(s.Items, th)
	}
}

// CutBlank cuts a text around the first run of underscores in it: room to write, which is drawn, for
// nobody wants to hear it read out.
func CutBlank(s string) (before, after string, ok bool) {
	before, after, ok = strings.Cut(s, "____")
	return before, strings.TrimLeft(after, "_"), ok
}

// Letters sets one word in bold, such as a number on a disc, its middle at x and its baseline at y.
func (s *Builder) Letters(x, y, size float64, word string, c draw.Colour, n *tag.Node) {
	w := s.Width(word, size, true)
	s.add(draw.Item{Kind: draw.Text, X: x - w/2, Y: y, W: w, H: size, Text: font.Composed(word) + " ", Bold: true, Fill: c, Node: n})
}

// Box sets a rectangle with rounded corners.
func (s *Builder) Box(x, y, w, h, radius float64, fill, stroke draw.Colour, width float64) *draw.Item {
	return s.add(draw.Item{Kind: draw.Box, X: x, Y: y, W: w, H: h, Radius: radius, Fill: fill, Stroke: stroke, Width: width})
}

// Stroke sets a line from x, y to x+w, y+h.
func (s *Builder) Stroke(x, y, w, h float64, c draw.Colour, width float64) *draw.Item {
	return s.add(draw.Item{Kind: draw.Line, X: x, Y: y, W: w, H: h, Stroke: c, Width: width})
}

// Disc sets a filled circle.
func (s *Builder) Disc(x, y, d float64, fill draw.Colour) *draw.Item {
	return s.add(draw.Item{Kind: draw.Disc, X: x, Y: y, W: d, H: d, Fill: fill})
}

// Tick is an empty box to tick.
func (s *Builder) Tick(x, y, d float64) { s.Box(x, y, d, d, 1, draw.White, draw.Ink, 0.9) }

// Lay puts items that were set elsewhere.
func (s *Builder) Lay(items []draw.Item, x, y float64) {
	s.Items = slices.Grow(s.Items, len(items))
	for _, th := range items {
		s.Items = append(s.Items, th.At(x, y))
	}
}

// Move moves all items from the i-th on down by y.
func (s *Builder) Move(from int, y float64) {
	for i := range s.Items[from:] {
		s.Items[from+i].Y += y
	}
}

// FieldGap is the room between two fields in points.
const FieldGap = 5 * MM

// ShareOf is the share of a row that line i of n to write on gets; a name, which stands first, gets
// twice as much.
func ShareOf(i, n int, named bool) float64 {
	switch {
	case !named:
		return 1 / float64(n)
	case i == 0:
		return 2 / float64(n+1)
	}
	return 1 / float64(n+1)
}
