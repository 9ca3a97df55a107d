package figure

import "math"

func (p Point) plus(q Point) Point              { return Point{p.X + q.X, p.Y + q.Y} }
func (p Point) minus(q Point) Point             { return Point{p.X - q.X, p.Y - q.Y} }
func (p Point) times(k float64) Point           { return Point{p.X * k, p.Y * k} }
func (p Point) dot(q Point) float64             { return p.X*q.X + p.Y*q.Y }
func (p Point) cross(q Point) float64           { return p.X*q.Y - p.Y*q.X }
func (p Point) length() float64                 { return math.Hypot(p.X, p.Y) }
func (p Point) toward(q Point, t float64) Point { return p.plus(q.minus(p).times(t)) }

// unit is p at length 1; a zero vector stays zero.
func (p Point) unit() Point {
	if l := p.length(); l > 0 {
		return p.times(1 / l)
	}
	return p
}

// left is p turned a quarter to the left as seen on the page, where y grows downwards.
func (p Point) left() Point { return Point{p.Y, -p.X} }

// way is the unit vector at an angle in degrees.
func way(deg float64) Point {
	a := deg * math.Pi / 180
	return Point{math.Cos(a), -math.Sin(a)}
}

// step is the point d units from p at an angle in degrees.
func (p Point) step(deg, d float64) Point { return p.plus(way(deg).times(d)) }

// frame places local points: u along an axis, v to one side of it.
type frame struct{ origin, u, v Point }

// frameAt has its u axis at deg and its v axis a quarter turn to the right of it on the page for
// side +1, to the left for -1.
func frameAt(origin Point, deg, side float64) frame {
	u := way(deg)
	return frame{origin, u, u.left().times(-side)}
}

func (f frame) at(u, v float64) Point { return f.origin.plus(f.u.times(u)).plus(f.v.times(v)) }

// all places many points, scaled by k.
func (f frame) all(k float64, local []Point) []Point {
	out := make([]Point, len(local))
	for i, p := range local {
		out[i] = f.at(p.X*k, p.Y*k)
	}
	return out
}
