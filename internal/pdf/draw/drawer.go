package draw

import (
	"runtime"
	"sync"

	"github.com/jung-kurt/gofpdf"

	"backcare/internal/figure"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/stream"
)

// The names of the two faces and of the image in content streams.
const (
	RegularName = "F1"
	BoldName    = "F2"
	ImageName   = "Im"
)

// Drawer draws for many goroutines at once. gofpdf parses its fonts anew for every document it
// writes, which takes longer than a paper; so a drawer never writes one, and draws into templates.
type Drawer struct {
	base  font.Base
	start []byte // what it begins each template with
	idle  chan *canvas

	mu      sync.Mutex
	figures map[figure.Identity]*stream.Fragment
}

// canvas is a gofpdf document that is never written. One goroutine may use it at a time.
type canvas struct {
	fpdf *gofpdf.Fpdf
	raw  []byte // room to write in
}

// New prepares a drawer of papers that all have the base letters.
func New(base font.Base) *Drawer {
	d := &Drawer{base: base, figures: map[figure.Identity]*stream.Fragment{}, idle: make(chan *canvas, 2*runtime.GOMAXPROCS(0))}
	c := &canvas{fpdf: newFpdf()}
	d.start = c.template(func(*gofpdf.Tpl) {})
	d.idle <- c
	return d
}

// newFpdf is a document without margins, in points.
func newFpdf() *gofpdf.Fpdf {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	return f
}

// borrow hands out a canvas, a new one if all are in use.
func (d *Drawer) borrow() *canvas {
	select {
	case c := <-d.idle:
		return c
	default:
		return &canvas{fpdf: newFpdf()}
	}
}

// giveBack takes a canvas back. One that failed is not given back: gofpdf keeps its errors.
func (d *Drawer) giveBack(c *canvas) {
	select {
	case d.idle <- c:
	default:
	}
}

// BoxHeight is the height of a template in points: PDF counts from the foot, so all that is drawn on
// one stands so much lower.
const BoxHeight = 100

func (c *canvas) template(draw func(*gofpdf.Tpl)) []byte {
	return c.fpdf.CreateTemplateCustom(gofpdf.PointType{}, gofpdf.SizeType{Wd: 1000, Ht: BoxHeight}, draw).Bytes()
}
