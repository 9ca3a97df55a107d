package pdf

import (
	"math"
	"strconv"

	"backcare/internal/figure"
)

// dot is the grain of a figure in points: finer than any printer's dot, and all numbers are whole.
const dot = 0.1

// letterSize is the size in points of the letters in figures. They tell left from right and first
// from second, so they do not shrink with the drawing.
func letterSize(large bool) float64 {
	if large {
		return 16
	}
	return 9
}

// figure paints the shapes of a figure, scaled to the thing's width. gofpdf would write each number
// with five decimals, and figures are most of a sheet, so they are written here, in whole dots
// from the figure's top left corner.
func (p *painter) figure(t *thing) {
	k := t.w / t.figure.Width
	d := drawing{k: k / dot}
	open := false
	for _, s := range t.figure.Shapes() {
		if s.Text == "" {
			if !open {
				d.b = append(d.b[:0], "q "...)
				d.number(dot)
				d.b = append(d.b, "0 0 -"...)
				d.number(dot)
				d.number(t.x)
				d.number(p.height() - t.y)
				d.b = append(d.b, "cm\n"...)
				d.fill, d.stroke, d.width, d.dashed, open = 0, 0, -1, false, true
			}
			d.shape(s)
			continue
		}
		if open {
			p.to.RawWriteStr(string(append(d.b, 'Q')))
			open = false
		}
		p.brush(colour(s.Fill.Colour()))
		p.size, p.bold = t.letter, true
		p.to.SetFont(family, "B", t.letter)
		p.to.Text(t.x+s.At.X*k-p.to.GetStringWidth(s.Text)/2, t.y+s.At.Y*k+capHeight*t.letter/2, s.Text)
	}
	if open {
		p.to.RawWriteStr(string(append(d.b, 'Q')))
	}
}

// drawing is the content stream of shapes.
type drawing struct {
	b            []byte
	k            float64 // dots a unit
	fill, stroke colour
	width        float64 // dots
	dashed       bool
	x, y         int // where the path is, in dots
}

func (d *drawing) shape(s figure.Shape) {
	how := ""
	if s.Fill != figure.None {
		if c := colour(s.Fill.Colour()); c != d.fill {
			d.fill = c
			d.colour(c, "rg\n")
		}
		how = "f"
	}
	if s.Stroke != figure.None {
		if c := colour(s.Stroke.Colour()); c != d.stroke {
			d.stroke = c
			d.colour(c, "RG\n")
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

func (d *drawing) colour(c colour, op string) {
	r, g, b := c.rgb()
	for _, v := range [...]int{r, g, b} {
		d.b = append(strconv.AppendFloat(d.b, math.Round(float64(v)/255*1000)/1000, 'f', -1, 64), ' ')
	}
	d.b = append(d.b, op...)
}
