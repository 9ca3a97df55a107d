package draw

import (
	"math"
	"strconv"

	"backcare/internal/figure"
)

// DotsAUnit is the grain in which figures are drawn, dots a unit: finer than any printer's dot, and
// all numbers are whole.
const DotsAUnit = 10

// figureContent paints the shapes of a figure in whole dots from its top left corner, y down the
// page; its letters are text and set by whoever places it. gofpdf would write each number with five
// decimals, and figures are most of a sheet, so they are written here.
func figureContent(f *figure.Figure) []byte {
	d := drawing{k: DotsAUnit, width: -1}
	for _, s := range f.Shapes() {
		if s.Text == "" {
			d.shape(s)
		}
	}
	return d.b
}

// drawing is the content stream of shapes.
type drawing struct {
	b            []byte
	k            float64 // dots a unit
	fill, stroke Colour
	width        float64 // dots
	dashed       bool
	x, y         int // where the path is, in dots
}

func (d *drawing) shape(s figure.Shape) {
	how := ""
	if s.Fill != figure.None {
		if c := Colour(s.Fill.Colour()); c != d.fill {
			d.fill = c
			d.paint(c, "rg\n")
		}
		how = "f"
	}
	if s.Stroke != figure.None {
		if c := Colour(s.Stroke.Colour()); c != d.stroke {
			d.stroke = c
			d.paint(c, "RG\n")
		}
		if w := math.Round(s.Width*d.k*10) / 10; w != d.width {
			d.width = w
			d.number(w)
			d.b = append(d.b, "w\n"...)
		}
		if dashed := len(s.Dash) > 1; dashed || d.dashed {
			d.dashed = dashed
			d.b = append(d.b, '[')
			if dashed {
				d.number(s.Dash[0] * d.k)
				d.number(s.Dash[1] * d.k)
			}
			d.b = append(d.b, "] 0 d\n"...)
		}
		how += "S"
	}
	if how == "" || len(s.Path) == 0 {
		return
	}
	if how == "fS" {
		how = "B"
	}
	d.path(s.Path)
	d.b = append(append(d.b, how...), '\n')
}

func (d *drawing) path(path []figure.Segment) {
	at := func(p figure.Point) (x, y int) {
		return int(math.Round(p.X * d.k)), int(math.Round(p.Y * d.k))
	}
	for _, g := range path {
		x, y := at(g.To)
		switch g.Op {
		case figure.MoveTo:
			d.point(x, y)
			d.b = append(d.b, "m\n"...)
		case figure.LineTo:
			if x == d.x && y == d.y && len(path) > 2 {
				continue
			}
			d.point(x, y)
			d.b = append(d.b, "l\n"...)
		case figure.CubicTo:
			ax, ay := at(g.A)
			bx, by := at(g.B)
			switch {
			case x == d.x && y == d.y && ax == x && ay == y && bx == x && by == y:
				continue
			case d.straight(ax, ay, x, y) && d.straight(bx, by, x, y):
				d.point(x, y)
				d.b = append(d.b, "l\n"...)
			case ax == d.x && ay == d.y:
				d.point(bx, by)
				d.point(x, y)
				d.b = append(d.b, "v\n"...)
			case bx == x && by == y:
				d.point(ax, ay)
				d.point(x, y)
				d.b = append(d.b, "y\n"...)
			default:
				d.point(ax, ay)
				d.point(bx, by)
				d.point(x, y)
				d.b = append(d.b, "c\n"...)
			}
		case figure.Close:
			d.b = append(d.b, "h\n"...)
			continue
		}
		d.x, d.y = x, y
	}
}

// straight says whether a control point lies on the way from where the path is to x, y, to half a
// dot.
func (d *drawing) straight(cx, cy, x, y int) bool {
	vx, vy := float64(x-d.x), float64(y-d.y)
	ux, uy := float64(cx-d.x), float64(cy-d.y)
	length := math.Hypot(vx, vy)
	if length == 0 {
		return cx == x && cy == y
	}
	along := (ux*vx + uy*vy) / length
	return math.Abs(ux*vy-uy*vx)/length <= 0.5 && along >= -0.5 && along <= length+0.5
}

func (d *drawing) point(x, y int) {
	d.b = append(strconv.AppendInt(d.b, int64(x), 10), ' ')
	d.b = append(strconv.AppendInt(d.b, int64(y), 10), ' ')
}

func (d *drawing) number(v float64) {
	d.b = append(strconv.AppendFloat(d.b, math.Round(v*100)/100, 'f', -1, 64), ' ')
}

func (d *drawing) paint(c Colour, op string) {
	r, g, b := c.RGB()
	for _, v := range [...]int{r, g, b} {
		d.b = append(strconv.AppendFloat(d.b, math.Round(float64(v)/255*1000)/1000, 'f', -1, 64), ' ')
	}
	d.b = append(d.b, op...)
}
