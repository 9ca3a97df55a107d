package figure

import "slices"

// unseen is how far, in units, a curve may lie from where it was drawn: the grain in which figures are
// written, a thirtieth of a millimetre on paper.
const unseen = 0.1

// fewer are shapes drawn with fewer curves, for figures are half of a sheet's bytes.
func fewer(shapes []Shape) []Shape {
	out := slices.Clone(shapes)
	done := map[*Segment][]Segment{} // an outline is a path of several shapes
	for i, s := range out {
		if len(s.Path) == 0 {
			continue
		}
		if done[&s.Path[0]] == nil {
			done[&s.Path[0]] = fewerCurves(s.Path)
		}
		out[i].Path = done[&s.Path[0]]
	}
	return out
}

// fewerCurves is a path with one curve in place of several wherever nobody sees the difference.
func fewerCurves(path []Segment) (out []Segment) {
	var at Point
	for len(path) > 0 {
		g, n := path[0], 1
		for n < len(path) && g.Op == CubicTo && path[n].Op == CubicTo {
			one, ok := asOne(at, path[:n+1])
			if !ok {
				break
			}
			g, n = one, n+1
		}
		out = append(out, g)
		at, path = g.To, path[n:]
	}
	return out
}

// asOne is one curve for a run of curves that begins at a point, all but the last of which are known to
// make one. Its ends point the same way; how far its controls lie from them is what fits points on the
// run best, by least squares. Where on the curve each point belongs is first guessed from the way along
// the run, then better every time.
func asOne(at Point, run []Segment) (Segment, bool) {
	last, before := run[len(run)-1], run[len(run)-2]
	if in, on := before.To.minus(before.B), last.A.minus(before.To); in.dot(on) < 0.98*in.length()*on.length() {
		return last, false // a corner
	}
	on, when := along(at, run)
	first, end := run[0].A.minus(at).unit(), last.B.minus(last.To).unit()
	for range 4 {
		var aa, ab, bb, a, b float64
		for i, t := range when {
			u := 1 - t
			p, q := 3*u*u*t, 3*u*t*t // the weights of the controls
			rest := on[i].minus(at.times(u*u*u + p)).minus(last.To.times(q + t*t*t))
			aa, ab, bb = aa+p*p, ab+p*q*first.dot(end), bb+q*q
			a, b = a+p*rest.dot(first), b+q*rest.dot(end)
		}
		det := aa*bb - ab*ab
		g := cubicTo(at.plus(first.times((a*bb-b*ab)/det)), last.To.plus(end.times((aa*b-ab*a)/det)), last.To)
		off := 0.0
		for i, t := range when {
			u := 1 - t
			gap := bezier(at, g.A, g.B, g.To, t).minus(on[i])
			off = max(off, gap.length())
			way := g.A.minus(at).times(3 * u * u).plus(g.B.minus(g.A).times(6 * u * t)).plus(g.To.minus(g.B).times(3 * t * t))
			when[i] = min(1, max(0, t-gap.dot(way)/way.dot(way)))
		}
		if off <= unseen && g.A.minus(at).dot(first) >= 0 && g.B.minus(g.To).dot(end) >= 0 {
			return cubicTo(rounded(g.A), rounded(g.B), g.To), true
		}
		if !(off <= 6*unseen) { // out of reach; or not a number
			break
		}
	}
	return last, false
}

// along are points on a run of curves, and how far along it each lies, from 0 to 1.
func along(at Point, run []Segment) (on []Point, when []float64) {
	const each = 4
	way, from := 0.0, at
	for _, g := range run {
		for i := 1.0; i <= each; i++ {
			p := bezier(from, g.A, g.B, g.To, i/each)
			way += p.minus(at).length()
			on, when = append(on, p), append(when, way)
			at = p
		}
		from = g.To
	}
	for i := range when {
		when[i] /= way
	}
	return on, when
}
