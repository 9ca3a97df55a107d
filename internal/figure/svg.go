package figure

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
)

// svgLetters is the size of letters in tenths of a unit; they stay within [LabelRoom].
const svgLetters = 140

// SVG is the figure as an element to stand inside an HTML page, as wide as its units unless a style
// sheet says otherwise. Its colours come from [Stylesheet]. It has no ids, so that any number of
// figures can share a page. title is read aloud in place of the drawing; it may be any text.
func (f Figure) SVG(title string) string {
	s := svg{}
	fmt.Fprintf(&s, `<svg class="figure" role="img" width="%g" height="%g" viewBox="0 0 %d %d"><title>%s</title>`,
		f.Width, f.Height, tenths(f.Width), tenths(f.Height), html.EscapeString(title))
	for _, shape := range f.Shapes() {
		s.shape(shape)
	}
	s.WriteString("</svg>")
	return s.String()
}

// Stylesheet is the CSS of every figure: a class for each role as a fill (f1, f2, …) and as a stroke
// (s1, s2, …), lighter on a screen that asks for dark, never in print.
func Stylesheet() string {
	var day, night, use strings.Builder
	for r := Ink; r <= Mark; r++ {
		fmt.Fprintf(&day, "--c%d:#%06x;", r, colours[r][0])
		fmt.Fprintf(&night, "--c%d:#%06x;", r, colours[r][1])
		fmt.Fprintf(&use, ".figure .f%d{fill:var(--c%[1]d)}.figure .s%[1]d{stroke:var(--c%[1]d)}\n", r)
	}
	return ".figure{" + day.String() + "fill:none;stroke-linecap:round;stroke-linejoin:round;height:auto;max-width:100%}\n" +
		".figure text{font:bold " + strconv.Itoa(svgLetters) + "px sans-serif;text-anchor:middle}\n" +
		use.String() +
		"@media screen and (prefers-color-scheme:dark){.figure{" + night.String() + "}}\n"
}

// tenths is a length in tenths of a unit, in which an SVG figure is written.
func tenths(v float64) int { return int(math.Round(v * 10)) }

// svg is the text of a figure being written.
type svg struct {
	strings.Builder
	x, y int // where the path is, in tenths of a unit
}

func (s *svg) shape(shape Shape) {
	if shape.Text != "" {
		// A capital is about 0.72 of its size high.
		fmt.Fprintf(s, `<text class="f%d" x="%d" y="%d">%s</text>`, shape.Fill, tenths(shape.At.X), tenths(shape.At.Y)+svgLetters*36/100, html.EscapeString(shape.Text))
		return
	}
	s.WriteString(`<path class="`)
	if shape.Fill != None {
		fmt.Fprintf(s, "f%d", shape.Fill)
	}
	if shape.Stroke != None {
		if shape.Fill != None {
			s.WriteByte(' ')
		}
		fmt.Fprintf(s, `s%d" stroke-width="%d`, shape.Stroke, tenths(shape.Width))
	}
	if len(shape.Dash) == 2 {
		fmt.Fprintf(s, `" stroke-dasharray="%d %d`, tenths(shape.Dash[0]), tenths(shape.Dash[1]))
	}
	s.WriteString(`" d="`)
	for _, g := range shape.Path {
		s.segment(g)
	}
	s.WriteString(`"/>`)
}

// segment writes a step relative to where the path is, from the rounded place and not the true one,
// so that roundings do not add up.
func (s *svg) segment(g Segment) {
	switch g.Op {
	case Close:
		s.WriteByte('z')
		return
	case MoveTo:
		s.x, s.y = 0, 0
		s.points("M", g.To)
	case LineTo:
		s.points("l", g.To)
	case CubicTo:
		s.points("c", g.A, g.B, g.To)
	}
	s.x, s.y = tenths(g.To.X), tenths(g.To.Y)
}

func (s *svg) points(op string, ps ...Point) {
	for _, p := range ps {
		for _, v := range [...]int{tenths(p.X) - s.x, tenths(p.Y) - s.y} {
			// A minus parts two numbers as well as a space does.
			if op == "" && v >= 0 {
				op = " "
			}
			s.WriteString(op)
			s.WriteString(strconv.Itoa(v))
			op = ""
		}
	}
}
