package draw

import "math"

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
		p.flush()
		p.to.Rect(t.X, t.Y, t.W, t.H, how)
	case t.Left:
		p.rounded(t, t.Radius, 0, how)
	default:
		p.rounded(t, t.Radius, t.Radius, how)
	}
}

// disc draws a filled circle around the origin, so that all discs of a size are the same bytes, in six
// arcs: readers draw small ones as the polygon of their ends.
func (p *painter) disc(t *Item) {
	p.brush(t.Fill)
	const arcs = 6
	r := t.W / 2
	k := r * 4 / 3 * math.Tan(math.Pi/2/arcs)
	b := append(AppendNumbers(append(p.raw, "q 1 0 0 1 "...), t.X+r, BoxHeight-t.Y-r), "cm\n"...)
	b = append(AppendNumbers(b, r, 0), "m "...)
	for i := range arcs {
		y, x := math.Sincos(2 * math.Pi * float64(i) / arcs)
		v, u := math.Sincos(2 * math.Pi * float64(i+1) / arcs)
		b = append(AppendNumbers(b, r*x-k*y, r*y+k*x, r*u+k*v, r*v-k*u, r*u, r*v), "c "...)
	}
	p.raw = append(b, "f\nQ\n"...)
}

// rounded draws a box with one radius for its left and one for its right corners, in two decimals where
// gofpdf would write five.
func (p *painter) rounded(t *Item, left, right float64, how string) {
	x, y, w, h := t.X, BoxHeight-t.Y-t.H, t.W, t.H
	const control = 0.5523 // of the radius, from an end of a quarter of a circle to its control point
	b := p.raw
	corner := func(r, cx, cy, dx, dy float64) { // from a side to the next, turning left
		if r == 0 {
			b = append(AppendNumbers(b, cx, cy), "l "...)
			return
		}
		k := r * (1 - control)
		b = append(AppendNumbers(b, cx-dx*r, cy-dy*r), "l "...)
		b = append(AppendNumbers(b, cx-dx*k, cy-dy*k, cx-dy*k, cy+dx*k, cx-dy*r, cy+dx*r), "c "...)
	}
	b = append(AppendNumbers(b, x+left, y), "m "...)
	corner(right, x+w, y, 1, 0)
	corner(right, x+w, y+h, 0, 1)
	corner(left, x, y+h, -1, 0)
	corner(left, x, y, 0, -1)
	p.raw = append(append(b, "h "...), map[string]string{"F": "f\n", "D": "S\n", "FD": "B\n"}[how]...)
}
