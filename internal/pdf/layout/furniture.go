package layout

import (
	"slices"
	"strconv"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// Furniture is what stands around the blocks of a page. The clinic is read on the first page;
// everything else around the page is decoration to a screen reader. Leaf says that the page begins a leaf,
// which has lines to write on of its own, or is a blank back.
func (f *Frame) Furniture(page, pages int, leaf bool) []draw.Item {
	s := &Builder{Type: f.Type}
	k := min(page, 1)
	if page == 0 {
		x := SideMargin
		if f.logo != nil {
			s.Items = append(s.Items, draw.Item{Kind: draw.Image, X: x, Y: TopMargin, W: f.logoW, H: f.logoH})
			x += f.logoW + logoGap
		}
		f.spans(s, x, f.ClinicY, f.Clinic, f.clinicNode)
	} else {
		s.Put(SideMargin, f.blanks(s, leaf)-float64(len(f.Running))*f.HeadStyle.Line(), f.Wide, f.Running, f.HeadStyle, nil)
	}
	if page > 0 || !f.bare {
		s.Stroke(SideMargin, f.Rule[k], f.Wide, 0, draw.Hair, 0.8)
	}
	y := f.H - BottomMargin - float64(max(1, len(f.Small)))*f.FootStyle.Line()
	if f.lined() {
		s.Stroke(SideMargin, y-overLine/2, f.Wide, 0, draw.Hair, 0.8)
	}
	s.Put(SideMargin, y, f.Wide, f.Small, f.FootStyle, nil)
	if of := f.pageOf(page+1, pages); of != "" {
		st := f.number()
		s.Put(SideMargin, f.H-BottomMargin-st.Line(), f.Wide, f.wrap(Plain(of), st.Size, f.ofWidth), st, nil)
	}
	return s.Items
}

// wrap breaks a text of the head or foot.
func (f *Frame) wrap(t handout.Text, size, width float64) []text.Line {
	return f.Lines.Wrap(t, false, size, width, 0)
}

// pageOf is the page's number in words.
func (f *Frame) pageOf(page, pages int) string {
	return strings.ReplaceAll(strings.ReplaceAll(f.doc.PageOf, "{page}", strconv.Itoa(page)), "{pages}", strconv.Itoa(pages))
}

// spans sets lines whose bold parts are in ink, and the others grey.
func (f *Frame) spans(s *Builder, x, y float64, lines []text.Line, n *tag.Node) {
	from := len(s.Items)
	s.Put(x, y, f.Wide, lines, f.HeadStyle, n)
	for i := from; i < len(s.Items); i++ {
		if s.Items[i].Bold {
			s.Items[i].Fill = draw.Ink
		}
	}
}

// clinicLines breaks the clinic's text. When it takes more than one line, its name has the first
// to itself, and the marks between its parts are left out where a line ends.
func (f *Frame) clinicLines(t handout.Text, width float64) []text.Line {
	lines := f.wrap(t, f.HeadStyle.Size, width)
	if len(lines) < 2 || len(t) < 2 {
		return lines
	}
	rest := append(handout.Text(nil), t[1:]...)
	rest[0].Text = strings.TrimLeft(rest[0].Text, " ·,;|–-")
	for i := range rest {
		rest[i].Text = strings.ReplaceAll(rest[i].Text, " · ", "\u00a0· ")
	}
	name := append(t[0:1:1], handout.Span{Text: " "})
	lines = slices.Concat(f.wrap(name, f.HeadStyle.Size, width), f.wrap(rest, f.HeadStyle.Size, width))
	for i := range lines {
		l := &lines[i]
		l.Runs = slices.Clone(l.Runs)
		if n := len(l.Runs); n > 0 {
			l.Runs[n-1].Text = strings.TrimRight(l.Runs[n-1].Text, " \u00a0·") + " "
		}
	}
	return lines
}

// blankRow is the height of a row of lines to write on in a head in large print.
const blankRow = 11 * MM

// blanks sets lines to write on in the head of a further page, for when the pages part: at the right
// of the title or, in large print, below it; none where the page has its own. It returns where the title
// ends.
func (f *Frame) blanks(s *Builder, leaf bool) float64 {
	labels, bottom := f.doc.Head.Blanks, f.Rule[1]-underHead
	title, from := bottom, max(text.Widest(f.Running)+8*MM, f.Wide*0.4)
	if len(labels) > 0 && f.HeadStyle.Size >= leastLarge {
		title, from = bottom-blankRow, 0
	}
	if leaf {
		return bottom
	}
	x, room := SideMargin+from, f.Wide-from-float64(len(labels)-1)*FieldGap
	for _, l := range labels {
		room -= f.Width(l, f.HeadStyle.Size, false) + f.HeadStyle.Size*0.4
	}
	for i, l := range labels {
		share := room * ShareOf(i, len(labels), true)
		s.Put(x, bottom-f.HeadStyle.Line(), f.Wide, f.wrap(Plain(l), f.HeadStyle.Size, f.Wide), f.HeadStyle, nil)
		x += f.Width(l, f.HeadStyle.Size, false) + f.HeadStyle.Size*0.4
		s.Stroke(x, bottom, share, 0, draw.Rule, 0.7)
		x += share + FieldGap
	}
	return title
}
