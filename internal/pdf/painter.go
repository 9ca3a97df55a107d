package pdf

import (
	"fmt"
	"strconv"

	"github.com/jung-kurt/gofpdf"
)

// painter draws things with gofpdf and says in the stream which element of the structure each
// belongs to.
type painter struct {
	to     *gofpdf.Tpl
	page   int
	next   int // the next mark on this page
	open   bool
	node   *node
	fill   colour
	stroke colour
	width  float64
	dash   [2]float64
	size   float64
	bold   bool
}

func (p *painter) paint(things []thing) {
	p.width = -1
	p.to.SetLineCapStyle("round")
	p.to.SetLineJoinStyle("round")
	for i := range things {
		t := &things[i]
		p.enter(t)
		switch t.kind {
		case textThing:
			p.text(t)
		case boxThing:
			p.box(t)
		case lineThing:
			p.pen(t.stroke, t.width, t.dash)
			p.to.Line(t.x, t.y, t.x+t.w, t.y+t.h)
		case discThing:
			p.brush(t.fill)
			p.to.Circle(t.x+t.w/2, t.y+t.w/2, t.w/2, "F")
		case figureThing:
			p.figure(t)
		case logoThing:
			p.to.RawWriteStr(fmt.Sprintf("q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q", t.w, t.h, t.x, p.height()-t.y-t.h, logoName))
		}
	}
	if p.open {
		p.to.RawWriteStr("EMC")
	}
}

func (p *painter) height() float64 {
	_, h := p.to.GetPageSize()
	return h
}

// enter opens the marked content that a thing belongs to, unless it is open.
func (p *painter) enter(t *thing) {
	if p.open && p.node == t.node {
		return
	}
	if p.open {
		p.to.RawWriteStr("EMC")
	}
	p.open, p.node = true, t.node
	if t.node == nil {
		p.to.RawWriteStr("/Artifact BMC")
		return
	}
	t.node.marks = append(t.node.marks, mark{p.page, p.next})
	if t.kind == figureThing {
		h := p.height()
		t.node.box = [4]float64{t.x, h - t.y - t.h, t.x + t.w, h - t.y}
	}
	p.to.RawWriteStr("/" + t.node.role + " <</MCID " + strconv.Itoa(p.next) + ">> BDC")
	p.next++
}

func (p *painter) brush(c colour) {
	if p.fill != c {
		p.fill = c
		p.to.SetFillColor(c.rgb())
		p.to.SetTextColor(c.rgb()) // the same, or gofpdf wraps each text in q and Q
	}
}

func (p *painter) pen(c colour, width float64, dash [2]float64) {
	if p.stroke != c {
		p.stroke = c
		p.to.SetDrawColor(c.rgb())
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

func (p *painter) text(t *thing) {
	p.brush(t.fill)
	if p.size != t.h || p.bold != t.bold {
		p.size, p.bold = t.h, t.bold
		style := ""
		if t.bold {
			style = "B"
		}
		p.to.SetFont(family, style, t.h)
	}
	p.to.Text(t.x, t.y, t.text)
}

func (p *painter) box(t *thing) {
	how := ""
	if t.fill != 0 {
		p.brush(t.fill)
		how = "F"
	}
	if t.stroke != 0 {
		p.pen(t.stroke, t.width, t.dash)
		how += "D"
	}
	switch {
	case how == "":
	case t.radius == 0:
		p.to.Rect(t.x, t.y, t.w, t.h, how)
	case t.left:
		p.rounded(t, t.radius, 0, how)
	default:
		p.rounded(t, t.radius, t.radius, how)
	}
}

// rounded draws a box with one radius for its left and one for its right corners. gofpdf saves
// the state of the page before it and never restores it.
func (p *painter) rounded(t *thing, left, right float64, how string) {
	p.to.RoundedRectExt(t.x, t.y, t.w, t.h, left, right, right, left, how)
	p.to.RawWriteStr("Q")
}
