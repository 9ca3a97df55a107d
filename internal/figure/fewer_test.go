package figure

import (
	"math"
	"os"
	"testing"
)

// Fewer curves look the same: no point of what is drawn lies further than can be seen from what was
// meant, nor the other way round.
func TestFewerCurvesLookTheSame(t *testing.T) {
	const seen = unseen + 0.02 // with the rounding of coordinates
	data, err := os.ReadFile("../../content/figures.yaml")
	if err != nil {
		t.Fatal(err)
	}
	set, err := Parse("figures.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	before, after := 0, 0
	for id, f := range set {
		for i, s := range f.Shapes() {
			meant := f.shapes[i].Path
			before, after = before+len(meant), after+len(s.Path)
			if len(meant) == len(s.Path) {
				continue // nothing was done
			}
			if far := max(apart(meant, s.Path), apart(s.Path, meant)); far > seen {
				t.Errorf("%s: shape %d lies %.2f from where it was meant", id, i, far)
			}
		}
	}
	if after > before*9/10 {
		t.Errorf("%d steps of %d are left", after, before)
	}
}

// apart is how far the points of a path lie at most from another.
func apart(path, other []Segment) (far float64) {
	lines := chords(other, 30)
	for _, l := range chords(path, 5) {
		near := math.Inf(1)
		for _, o := range lines {
			way := o[1].minus(o[0])
			t := min(1, max(0, l[1].minus(o[0]).dot(way)/max(way.dot(way), 1e-9)))
			near = min(near, l[1].minus(o[0].toward(o[1], t)).length())
		}
		far = max(far, near)
	}
	return far
}

// chords are a path as short straight lines, so many for each of its steps.
func chords(path []Segment, each int) (out [][2]Point) {
	var at Point
	for _, g := range path {
		for i := range each {
			from, to := float64(i)/float64(each), float64(i+1)/float64(each)
			switch g.Op {
			case LineTo:
				out = append(out, [2]Point{at.toward(g.To, from), at.toward(g.To, to)})
			case CubicTo:
				out = append(out, [2]Point{bezier(at, g.A, g.B, g.To, from), bezier(at, g.A, g.B, g.To, to)})
			}
		}
		if g.Op != Close {
			at = g.To
		}
	}
	return out
}
