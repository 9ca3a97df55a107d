package figure_test

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"backcare/internal/figure"
)

// dots to a unit: a figure 46 mm wide on a printer of 300 dots an inch.
const dots = 4

// picture paints a figure without its letters on white paper, as a grey printer would.
func picture(f figure.Figure, colour func(figure.Role) uint32) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, int(f.Width*dots), int(f.Height*dots)))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, s := range f.Shapes() {
		lines := flat(s.Path)
		if s.Fill != figure.None {
			cover(img, colour(s.Fill), lines)
		}
		if s.Stroke != figure.None {
			var strokes [][]figure.Point
			for _, l := range dashed(lines, s.Dash) {
				for i := 1; i < len(l); i++ {
					strokes = append(strokes, capsule(l[i-1], l[i], s.Width*dots/2))
				}
			}
			cover(img, colour(s.Stroke), strokes)
		}
	}
	return img
}

// cover paints polygons as one area in a colour.
func cover(img *image.Gray, c uint32, polygons [][]figure.Point) {
	var box image.Rectangle
	for _, ps := range polygons {
		for _, p := range ps {
			x, y := int(p.X), int(p.Y)
			box = box.Union(image.Rect(x-1, y-1, x+2, y+2))
		}
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, ps := range polygons {
		for i, p := range ps {
			x, y := float32(p.X)-float32(box.Min.X), float32(p.Y)-float32(box.Min.Y)
			if i == 0 {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
		}
		r.ClosePath()
	}
	r.Draw(img, box, image.NewUniform(color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255}), image.Point{})
}

// flat is a path as straight lines in dots, a list for each subpath.
func flat(path []figure.Segment) (out [][]figure.Point) {
	const steps = 12
	at := func(p figure.Point) figure.Point { return figure.Point{X: p.X * dots, Y: p.Y * dots} }
	for _, g := range path {
		last := len(out) - 1
		switch g.Op {
		case figure.MoveTo:
			out = append(out, []figure.Point{at(g.To)})
		case figure.LineTo:
			out[last] = append(out[last], at(g.To))
		case figure.CubicTo:
			l := out[last]
			o, a, b, c := l[len(l)-1], at(g.A), at(g.B), at(g.To)
			for i := 1; i <= steps; i++ {
				t := float64(i) / steps
				u := 1 - t
				k := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
				l = append(l, figure.Point{X: k[0]*o.X + k[1]*a.X + k[2]*b.X + k[3]*c.X, Y: k[0]*o.Y + k[1]*a.Y + k[2]*b.Y + k[3]*c.Y})
			}
			out[last] = l
		case figure.Close:
			out[last] = append(out[last], out[last][0])
		}
	}
	return out
}

// dashed cuts lines into dashes, if there is a pattern.
func dashed(lines [][]figure.Point, pattern []float64) (out [][]figure.Point) {
	if len(pattern) != 2 {
		return lines
	}
	for _, l := range lines {
		gone := 0.0
		for i := 1; i < len(l); i++ {
			a, b := l[i-1], l[i]
			long := math.Hypot(b.X-a.X, b.Y-a.Y)
			for d := 0.0; d < long; d++ { // a dot at a time
				if math.Mod(gone+d, (pattern[0]+pattern[1])*dots) < pattern[0]*dots {
					p := func(d float64) figure.Point {
						return figure.Point{X: a.X + (b.X-a.X)*d/long, Y: a.Y + (b.Y-a.Y)*d/long}
					}
					out = append(out, []figure.Point{p(d), p(min(d+1, long))})
				}
			}
			gone += long
		}
	}
	return out
}

// capsule is the outline of a stroke from a to b with round ends.
func capsule(a, b figure.Point, r float64) (out []figure.Point) {
	const half = 8
	turn := math.Atan2(b.Y-a.Y, b.X-a.X)
	for i := range 2 * (half + 1) {
		c, k := b, float64(i)
		if i > half {
			c, k = a, float64(i-1)
		}
		w := turn - math.Pi/2 + k*math.Pi/half
		out = append(out, figure.Point{X: c.X + r*math.Cos(w), Y: c.Y + r*math.Sin(w)})
	}
	return out
}
