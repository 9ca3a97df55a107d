package draw

import (
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
	raw    []byte // operators that gofpdf has not been given yet
}

func (p *painter) paint(pieces []Piece) {
	p.width = -1
	p.raw = append(p.raw, "1 J 1 j\n"...) // round ends and corners
	for _, piece := range pieces {
		for i := range piece.Items {
			t := piece.Items[i].At(piece.X, piece.Y)
			if piece.Silent {
				t.Node = nil
			}
			p.item(&t)
		}
	}
	if p.open {
		p.raw = append(p.raw, "EMC\n"...)
	}
	p.flush()
}

func (p *painter) item(t *Item) {
	if t.Kind == Drawn { // figures are fragments of their own
		p.out.Figures = append(p.out.Figures, Placed{t.Figure, t.X, t.Y, t.W / t.Figure.Width, t.Node, len(p.out.Marks)})
		p.out.Marks = append(p.out.Marks, t.Node)
		return
	}
	p.enter(t)
	switch t.Kind {
	case Text:
		p.text(t)
	case Box:
		p.box(t)
	case Line:
		p.pen(t.Stroke, t.Width, t.Dash) // lines are many, and gofpdf takes as long for one as this for ten
		p.raw = append(AppendNumbers(p.raw, t.X, BoxHeight-t.Y), "m "...)
		p.raw = append(AppendNumbers(p.raw, t.X+t.W, BoxHeight-t.Y-t.H), "l S\n"...)
	case Disc:
		p.disc(t)
	case Image:
		p.raw = append(AppendNumbers(append(p.raw, "q "...), t.W, 0, 0, t.H, t.X, BoxHeight-t.Y-t.H), "cm /"+ImageName+" Do Q\n"...)
	}
}

// flush hands over what was written, so that what gofpdf draws next stands behind it.
func (p *painter) flush() {
	if n := len(p.raw); n > 0 {
		p.to.RawWriteStr(string(p.raw[:n-1])) // gofpdf ends the line
		p.raw = p.raw[:0]
	}
}

// enter opens the marked content that an item belongs to, unless it is open.
func (p *painter) enter(t *Item) {
	if p.open && p.node == t.Node {
		return
	}
	if p.open {
		p.raw = append(p.raw, "EMC\n"...)
	}
	p.open, p.node = true, t.Node
	if t.Node == nil {
		p.raw = append(p.raw, "/Artifact BMC\n"...)
		return
	}
	p.raw = append(append(append(p.raw, '/'), t.Node.Role...), " <</MCID "...)
	p.raw = append(strconv.AppendInt(p.raw, int64(p.mark+len(p.out.Marks)), 10), ">> BDC\n"...)
	p.out.Marks = append(p.out.Marks, t.Node)
}

func (p *painter) brush(c Colour) {
	if p.fill != c {
		p.fill = c
		p.raw = AppendColour(p.raw, c, "rg\n")
	}
}

func (p *painter) pen(c Colour, width float64, dash [2]float64) {
	if p.stroke != c {
		p.stroke = c
		p.raw = AppendColour(p.raw, c, "RG\n")
	}
	if p.width != width {
		p.width = width
		p.raw = append(AppendNumbers(p.raw, width), "w\n"...)
	}
	if p.dash != dash {
		p.dash = dash
		p.raw = append(p.raw, '[')
		if dash[0] > 0 {
			p.raw = AppendNumbers(p.raw, dash[:]...)
		}
		p.raw = append(p.raw, "] 0 d\n"...)
	}
}

// text writes letters itself: gofpdf would note each of them, for fonts that it never writes here.
func (p *painter) text(t *Item) {
	p.brush(t.Fill)
	b := append(p.raw, "BT "...)
	if p.size != t.H || p.bold != t.Bold {
		p.size, p.bold = t.H, t.Bold
		name := "/" + RegularName + " "
		if t.Bold {
			name = "/" + BoldName + " "
		}
		b = append(AppendNumbers(append(b, name...), t.H), "Tf "...)
	}
	b = append(AppendNumbers(b, t.X, BoxHeight-t.Y), "Td ("...)
	for _, r := range t.Text {
		b = appendEscaped(appendEscaped(b, byte(r>>8)), byte(r))
	}
	p.raw = append(b, ") Tj ET\n"...)
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
