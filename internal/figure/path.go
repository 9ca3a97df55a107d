package figure

import "math"

func moveTo(p Point) Segment         { return Segment{Op: MoveTo, To: p} }
func lineTo(p Point) Segment         { return Segment{Op: LineTo, To: p} }
func cubicTo(a, b, to Point) Segment { return Segment{Op: CubicTo, A: a, B: b, To: to} }
func closed() Segment                { return Segment{Op: Close} }

// polyline is an open path of straight lines.
func polyline(ps ...Point) []Segment {
	out := make([]Segment, len(ps))
	for i, p := range ps {
		out[i] = lineTo(p)
	}
	out[0].Op = MoveTo
	return out
}

// strokes are straight lines that do not meet: from the first point to the second, from the third to
// the fourth, and so on.
func strokes(ps ...Point) []Segment {
	out := polyline(ps...)
	for i := 2; i < len(out); i += 2 {
		out[i].Op = MoveTo
	}
	return out
}

// polygon is a closed path of straight lines.
func polygon(ps ...Point) []Segment { return append(polyline(ps...), closed()) }

// closedSpline is a smooth closed path through the points (Catmull-Rom).
func closedSpline(ps []Point) []Segment {
	n := len(ps)
	out := []Segment{moveTo(ps[0])}
	for i := range n {
		a, b, c, d := ps[(i+n-1)%n], ps[i], ps[(i+1)%n], ps[(i+2)%n]
		out = append(out, cubicTo(b.plus(c.minus(a).times(1.0/6)), c.minus(d.minus(b).times(1.0/6)), c))
	}
	return append(out, closed())
}

// curve is a smooth open path through the points; two points make a straight line.
func curve(ps []Point) []Segment {
	n := len(ps)
	if n == 2 {
		return polyline(ps...)
	}
	out := []Segment{moveTo(ps[0])}
	for i := range n - 1 {
		a, b, c, d := ps[max(i-1, 0)], ps[i], ps[i+1], ps[min(i+2, n-1)]
		out = append(out, cubicTo(b.plus(c.minus(a).times(1.0/6)), c.minus(d.minus(b).times(1.0/6)), c))
	}
	return out
}

// arc continues a path from its current point a around centre o to the point b, both at the same
// distance from o, the short way round.
func arc(o, a, b Point) []Segment {
	va, vb := a.minus(o), b.minus(o)
	return sweepFrom(o, a, math.Atan2(va.cross(vb), va.dot(vb)))
}

// sweepFrom is an arc of a given signed angle in radians, positive clockwise on the page, in pieces of
// at most a quarter turn.
func sweepFrom(o, a Point, sweep float64) (out []Segment) {
	n := max(1, math.Ceil(math.Abs(sweep)/(math.Pi/2)-1e-9))
	k := 4.0 / 3 * math.Tan(sweep/n/4)
	sin, cos := math.Sincos(sweep / n)
	v := a.minus(o)
	for range int(n) {
		w := Point{v.X*cos - v.Y*sin, v.X*sin + v.Y*cos}
		p, q := o.plus(v), o.plus(w)
		out = append(out, cubicTo(p.plus(Point{-v.Y, v.X}.times(k)), q.minus(Point{-w.Y, w.X}.times(k)), q))
		v = w
	}
	return out
}

// ellipse is a closed path around c with half axes rx and ry, turned by deg.
func ellipse(c Point, rx, ry, deg float64) []Segment {
	f := frameAt(c, deg, 1)
	const k = 0.5523
	at := func(u, v float64) Point { return f.at(u*rx, v*ry) }
	return []Segment{
		moveTo(at(1, 0)),
		cubicTo(at(1, k), at(k, 1), at(0, 1)),
		cubicTo(at(-k, 1), at(-1, k), at(-1, 0)),
		cubicTo(at(-1, -k), at(-k, -1), at(0, -1)),
		cubicTo(at(k, -1), at(1, -k), at(1, 0)),
		closed(),
	}
}

// roundRect is a closed rectangle of w by h around c, turned by deg, with corners of radius r.
func roundRect(c Point, w, h, r, deg float64) []Segment {
	f := frameAt(c, deg, 1)
	x, y := w/2, h/2
	r = min(r, x, y)
	k := r * 0.4477
	return []Segment{
		moveTo(f.at(-x+r, -y)), lineTo(f.at(x-r, -y)), cubicTo(f.at(x-k, -y), f.at(x, -y+k), f.at(x, -y+r)),
		lineTo(f.at(x, y-r)), cubicTo(f.at(x, y-k), f.at(x-k, y), f.at(x-r, y)),
		lineTo(f.at(-x+r, y)), cubicTo(f.at(-x+k, y), f.at(-x, y-k), f.at(-x, y-r)),
		lineTo(f.at(-x, -y+r)), cubicTo(f.at(-x, -y+k), f.at(-x+k, -y), f.at(-x+r, -y)),
		closed(),
	}
}
