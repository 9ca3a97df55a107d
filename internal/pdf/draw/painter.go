package draw

import (
	"fmt"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"backcare/internal/pdf/tag"
)

// painter draws items with gofpdf and says in the stream which element of the structure each
// belongs to.
type painter struct {
	to     *gofpdf.Tpl
	out    *Drawing
	mark   int // number of the first mark
	open   bool
	node   *tag.Node
	fill   Colour
	stroke Colour
	width  float64
	dash   [2]float64
	size   float64
	bold   bool
	buf    []byte
}

func (p *painter) paint(items []Item) {
	p.width = -1
	p.to.SetLineCapStyle("round")
	p.to.SetLineJoinStyle("round")
	for i := range items {
		t := &items[i]
		if t.Kind == Drawn { // figures are fragments of their own
			p.out.Figures = append(p.out.Figures, Placed{t.Figure, t.X, t.Y, t.W / t.Figure.Width, t.Node, len(p.out.Marks)})
			p.out.Marks = append(p.out.Marks, t.Node)
			continue
		}
		p.enter(t)
		switch t.Kind {
		case Text:
			p.text(t)
		case Box:
			p.box(t)
		case Line:
			p.pen(t.Stroke, t.Width, t.Dash)
			p.to.Line(t.X, t.Y, t.X+t.W, t.Y+t.H)
		case Disc:
			p.brush(t.Fill)
			p.to.Circle(t.X+t.W/2, t.Y+t.W/2, t.W/2, "F")
		case Image:
			p.to.RawWriteStr(fmt.Sprintf("q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q", t.W, t.H, t.X, BoxHeight-t.Y-t.H, ImageName))
		}
	}
	if p.open {
		p.to.RawWriteStr("EMC")
	}
}

// enter opens the marked content that an item belongs to, unless it is open.
func (p *painter) enter(t *Item) {
	if p.open && p.node == t.Node {
		return
	}
	if p.open {
		p.to.RawWriteStr("EMC")
	}
	p.open, p.node = true, t.Node
	if t.Node == nil {
		p.to.RawWriteStr("/Artifact BMC")
		return
	}
	p.to.RawWriteStr("/" + t.Node.Role + " <</MCID " + strconv.Itoa(p.mark+len(p.out.Marks)) + ">> BDC")
	p.out.Marks = append(p.out.Marks, t.Node)
}

func (p *painter) brush(c Colour) {
	if p.fill != c {
		p.fill = c
		p.to.SetFillColor(c.RGB())
	}
}

func (p *painter) pen(c Colour, width float64, dash [2]float64) {
	if p.stroke != c {
		p.stroke = c
		p.to.SetDrawColor(c.RGB())
	}
	if p.width != width {
		p.width = width
		p.to.SetLineWidth(width)
	}
	if p.dash != dash {
		p.dash = dash
		if dash[0] == 0 {
			p.to.SetDashPattern(nil, 0)
		} else {
			p.to.SetDashPattern(dash[:], 0)
		}
	}
}

// text writes letters itself: gofpdf would note each of them, for fonts that it never writes here.
func (p *painter) text(t *Item) {
	p.brush(t.Fill)
	b := append(p.buf[:0], "BT "...)
	if p.size != t.H || p.bold != t.Bold {
		p.size, p.bold = t.H, t.Bold
		name := RegularName
		if t.Bold {
			name = BoldName
		}
		b = append(append(append(b, '/'), name...), ' ')
		b = append(AppendNumbers(b, t.H), "Tf "...)
	}
	b = append(AppendNumbers(b, t.X, BoxHeight-t.Y), "Td ("...)
	for _, r := range t.Text {
		b = appendEscaped(appendEscaped(b, byte(r>>8)), byte(r))
	}
	p.buf = append(b, ") Tj ET"...)
	p.to.RawWriteStr(string(p.buf))
}

// appendEscaped appends a byte of a string in brackets.
func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

func (p *painter) box(t *Item) {
	how := ""
	if t.Fill != 0 {
		p.brush(t.Fill)
		how = "F"
	}
	if t.Stroke != 0 {
		p.pen(t.Stroke, t.Width, t.Dash)
		how += "D"
	}
	switch {
	case how == "":
	case t.Radius == 0:
		p.to.Rect(t.X, t.Y, t.W, t.H, how)
	case t.Left:
		p.rounded(t, t.Radius, 0, how)
	default:
		p.rounded(t, t.Radius, t.Radius, how)
	}
}

// rounded draws a box with one radius for its left and one for its right corners. gofpdf saves
// the state of the page before it and never restores it.
func (p *painter) rounded(t *Item, left, right float64, how string) {
	p.to.RoundedRectExt(t.X, t.Y, t.W, t.H, left, right, right, left, how)
	p.to.RawWriteStr("Q")
}
