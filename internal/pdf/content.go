package pdf

import (
	"strconv"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/file"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// content assembles the content of a page, except what it says about the person, and notes where the figures
// are.
func (c *Composed) content(at int, figures [][]file.Figure) (*stream.Writer, error) {
	buf, _ := c.renderer.buffers.Get().(*[]byte)
	if buf == nil {
		buf = new([]byte)
		*buf = make([]byte, 0, 32<<10)
	}
	w := stream.Begin(*buf)
	k := &page{w: w, h: c.frame.H, drawer: c.renderer.drawer}
	if c.gathered {
		k.place(c.drawn[0].Boxes[at], 0, 0, c.drawn[0].First[at])
		figures[0] = append(figures[0], k.figures...)
		return w, nil
	}
	furniture, err := c.frame.furniture(c.renderer.drawer, at, len(c.fit.Pages), c.fit.Pages[at].Leaf)
	if err != nil {
		return nil, err
	}
	k.place(furniture, 0, 0, 0)
	block := 0
	c.eachBox(at, func(i int, y, gap float64) {
		for c.fit.Starts[block+1] <= i {
			block++
		}
		m, d, n := &c.fit.Boxes[i], c.drawn[block], i-c.fit.Starts[block]
		if gap > 0 && m.Rule {
			k.hairline(y-gap/2, c.frame.Wide)
		} else if gap < 0 && d.Again[n] != nil {
			k.place(d.Again[n], layout.SideMargin, y-m.Head, 0)
		}
		k.place(d.Boxes[n], layout.SideMargin, y, c.slots[block]*tag.SlotMarks+d.First[n])
		figures[block] = append(figures[block], k.figures...)
	})
	return w, nil
}

// page is a page in the making.
type page struct {
	w       *stream.Writer
	h       float64 // pt
	drawer  *draw.Drawer
	buf     []byte
	figures []file.Figure // of the drawing placed last
}

// place puts a drawing with its top left corner at x, y; its marks begin at mark.
func (k *page) place(d *draw.Drawing, x, y float64, mark int) {
	k.buf = draw.AppendNumbers(append(k.buf[:0], "q 1 0 0 1 "...), x, k.h-y-draw.BoxHeight)
	k.w.Store(append(k.buf, "cm\n"...))
	k.w.Add(&d.Fragment)
	k.figures = k.figures[:0]
	for _, f := range d.Figures {
		left, top := x+f.X, k.h-y-f.Y
		k.buf = strconv.AppendFloat(append(k.buf[:0], "q "...), f.Scale/draw.DotsAUnit, 'f', 5, 64)
		k.buf = strconv.AppendFloat(append(k.buf, " 0 0 -"...), f.Scale/draw.DotsAUnit, 'f', 5, 64)
		k.buf = draw.AppendNumbers(append(k.buf, ' '), left, top)
		k.buf = strconv.AppendInt(append(k.buf, "cm /Figure <</MCID "...), int64(mark+f.Mark), 10)
		k.w.Store(append(k.buf, ">> BDC\n"...))
		k.w.Add(k.drawer.Figure(f.Figure))
		k.figures = append(k.figures, file.Figure{Node: f.Node, Box: [4]float64{left, top - f.Height*f.Scale, left + f.Width*f.Scale, top}})
	}
}

// hairline draws a thin line over the column.
func (k *page) hairline(y, wide float64) {
	k.buf = draw.AppendColour(append(k.buf[:0], "/Artifact BMC "...), draw.Hair, "RG 0.8 w ")
	k.buf = append(draw.AppendNumbers(k.buf, layout.SideMargin, k.h-y), "m "...)
	k.buf = append(draw.AppendNumbers(k.buf, layout.SideMargin+wide, k.h-y), "l S EMC\n"...)
	k.w.Store(k.buf)
}
