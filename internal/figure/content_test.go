package figure_test

import (
	"math"
	"os"
	"reflect"
	"testing"

	"backcare/internal/figure"
)

// contract are the ids the rest of the program asks for.
func contract() []string {
	return []string{
		"warm-up-hands", "warm-up-seated", "warm-up-pack", "warm-up-rocks", "warm-up-sway", "range-check",
		"exhale-hands", "long-breath", "long-breath-tilt", "childs-pose-reach", "childs-pose-seated",
		"hip-flexor-kneeling", "hip-flexor-standing", "knee-rolls", "knee-rolls-small", "knee-rolls-small-tilt",
		"psoas-release", "drink-walk", "drink-walk-indoors", "walk", "walk-indoors", "check",
	}
}

func TestEveryPromisedFigureExists(t *testing.T) {
	set := load(t)
	for _, id := range contract() {
		if _, ok := set[id]; !ok {
			t.Errorf("no figure %s", id)
		}
	}
	if len(set) != len(contract()) {
		t.Errorf("%d figures, want %d: a figure nobody asks for is never printed", len(set), len(contract()))
	}
}

func TestFiguresStayInsideTheirBox(t *testing.T) {
	for id, f := range load(t) {
		if f.ID != id {
			t.Errorf("%s: called %s", id, f.ID)
		}
		if f.Width != 136 || f.Height > 130 {
			t.Errorf("%s: box %g by %g, the column holds 136 by 130", id, f.Width, f.Height)
		}
		for i, s := range f.Shapes() {
			low, high := s.Bounds()
			if low.X < -0.01 || low.Y < -0.01 || high.X > f.Width+0.01 || high.Y > f.Height+0.01 {
				t.Errorf("%s: shape %d spans %v to %v, outside %g by %g", id, i, low, high, f.Width, f.Height)
			}
		}
	}
}

func TestFiguresFillTheirBox(t *testing.T) {
	for id, f := range load(t) {
		low, high := math.Inf(1), math.Inf(-1)
		for _, s := range f.Shapes() {
			a, b := s.Bounds()
			low, high = min(low, a.Y), max(high, b.Y)
		}
		if high-low < 0.8*f.Height {
			t.Errorf("%s: only %.0f of %g units high are used, the rest is blank paper", id, high-low, f.Height)
		}
	}
}

func TestCoordinatesAreFiniteAndShort(t *testing.T) {
	for id, f := range load(t) {
		for i, s := range f.Shapes() {
			ps := []figure.Point{s.At, {X: s.Width}}
			for _, g := range s.Path {
				ps = append(ps, g.A, g.B, g.To)
			}
			for _, p := range ps {
				for _, v := range []float64{p.X, p.Y} {
					if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v*100-math.Round(v*100)) > 1e-6 {
						t.Fatalf("%s: shape %d holds %v, want a finite number with two decimals", id, i, v)
					}
				}
			}
		}
	}
}

func TestNoLineIsTooThinToPrint(t *testing.T) {
	for id, f := range load(t) {
		for i, s := range f.Shapes() {
			if s.Stroke == figure.None {
				continue
			}
			if mm := s.Width * 44 / f.Width; mm < 0.25 {
				t.Errorf("%s: shape %d is %.2f mm wide on a figure of 44 mm", id, i, mm)
			}
		}
	}
}

func TestFiguresAreCheapToPaint(t *testing.T) {
	for id, f := range load(t) {
		points := 0
		for _, s := range f.Shapes() {
			for _, g := range s.Path {
				points++
				if g.Op == figure.CubicTo {
					points += 2
				}
			}
		}
		t.Logf("%-20s %3d shapes %4d points", id, len(f.Shapes()), points)
		if n := len(f.Shapes()); n > 150 || points > 3000 {
			t.Errorf("%s: %d shapes and %d points, at most 150 and 3000", id, n, points)
		}
	}
}

func TestPathsCanBePainted(t *testing.T) {
	for id, f := range load(t) {
		for i, s := range f.Shapes() {
			switch {
			case s.Text != "" && (s.Fill == figure.None || s.Path != nil):
				t.Errorf("%s: label %d has no colour or also a path", id, i)
			case s.Text == "" && (len(s.Path) < 2 || s.Path[0].Op != figure.MoveTo):
				t.Errorf("%s: path %d does not begin with a move", id, i)
			case s.Text == "" && s.Fill == figure.None && s.Stroke == figure.None:
				t.Errorf("%s: path %d paints nothing", id, i)
			}
		}
	}
}

// A person is drawn as curved outlines in ink; a figure of furniture alone teaches nothing.
func TestEveryExerciseShowsABody(t *testing.T) {
	for id, f := range load(t) {
		if id == "check" {
			continue
		}
		limbs := 0
		for _, s := range f.Shapes() {
			if (s.Fill == figure.Paper || s.Fill == figure.Far) && len(s.Path) >= 6 {
				limbs++
			}
		}
		if limbs < 4 {
			t.Errorf("%s: %d limbs", id, limbs)
		}
	}
}

func TestSameDataSameShapes(t *testing.T) {
	a, b := load(t), load(t)
	for id := range a {
		if !reflect.DeepEqual(a[id], b[id]) {
			t.Errorf("%s: two readings differ", id)
		}
	}
}

func TestShapesCannotBeChangedFromOutside(t *testing.T) {
	f := load(t)["check"]
	f.Shapes()[0] = figure.Shape{Text: "9"}
	if f.Shapes()[0].Text != "" {
		t.Error("a caller changed the figure")
	}
}

// load reads the figures the product ships.
func load(t *testing.T) figure.Set {
	t.Helper()
	const name = "../../content/figures.yaml"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	set, err := figure.Parse("figures.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	return set
}
