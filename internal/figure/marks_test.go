package figure_test

import (
	"math"
	"slices"
	"testing"

	"backcare/internal/figure"
)

// The figures that show a way must show it without colour too.
func TestMarksTheReaderReliesOn(t *testing.T) {
	set := load(t)
	has := func(id string, want func(figure.Shape) bool) bool {
		return slices.ContainsFunc(set[id].Shapes(), want)
	}
	label := func(text string) func(figure.Shape) bool {
		return func(s figure.Shape) bool { return s.Text == text }
	}
	for _, id := range []string{"range-check", "childs-pose-reach", "childs-pose-seated", "knee-rolls", "knee-rolls-small", "knee-rolls-small-tilt"} {
		if !has(id, label("L")) || !has(id, label("R")) {
			t.Errorf("%s: left and right are not marked", id)
		}
	}
	spine := func(s figure.Shape) bool { return s.Stroke == figure.Mark && s.Dash != nil }
	cross := func(s figure.Shape) bool { return s.Stroke == figure.Mark && s.Dash == nil && len(s.Path) == 4 }
	for id := range set {
		if has(id, spine) && !has(id, cross) {
			t.Errorf("%s: the red spine has no cross", id)
		}
	}
	for _, id := range []string{"exhale-hands", "warm-up-hands"} {
		if !has(id, spine) {
			t.Errorf("%s: the spine is not marked", id)
		}
	}
	for _, spot := range []string{"1", "2", "3"} {
		if !has("exhale-hands", label(spot)) {
			t.Errorf("exhale-hands: spot %s is not marked", spot)
		}
	}
	bone := func(s figure.Shape) bool { return s.Stroke == figure.Prop && s.Fill == figure.None && s.Width == 1 }
	for _, id := range []string{"exhale-hands", "warm-up-hands", "long-breath", "long-breath-tilt", "psoas-release"} {
		if !has(id, bone) {
			t.Errorf("%s: no edge of a bone says where the hands go", id)
		}
	}
	water := func(s figure.Shape) bool { return s.Fill == figure.AccentTint }
	for id, want := range map[string]bool{"drink-walk": true, "drink-walk-indoors": true, "walk": false, "walk-indoors": false} {
		if has(id, water) != want {
			t.Errorf("%s: water %t, want %t", id, !want, want)
		}
	}
	helper := func(s figure.Shape) bool { return s.Fill == figure.HelperNear }
	for _, id := range []string{"warm-up-hands", "warm-up-seated", "exhale-hands", "drink-walk-indoors", "walk-indoors"} {
		if !has(id, helper) {
			t.Errorf("%s: no helper", id)
		}
	}
	for _, id := range []string{"long-breath", "psoas-release", "knee-rolls", "warm-up-pack"} {
		if has(id, helper) {
			t.Errorf("%s: a helper in what is done alone", id)
		}
	}
}

// A letter is set at a size of its own, up to its whole room, so nothing else is drawn in that room
// but the light ground that it may stand on.
func TestLettersHaveTheirRoom(t *testing.T) {
	const half = figure.LabelRoom / 2
	for id, f := range load(t) {
		shapes := f.Shapes()
		for i, l := range shapes {
			if l.Text == "" {
				continue
			}
			for j, s := range shapes {
				low, high := s.Bounds()
				ground := (s.Fill == figure.PropLight || s.Fill == figure.Paper) && s.Stroke == figure.None
				if i == j || ground && low.X < l.At.X-half && low.Y < l.At.Y-half && high.X > l.At.X+half && high.Y > l.At.Y+half {
					continue
				}
				if s.Text != "" && math.Abs(s.At.X-l.At.X) < 2*half && math.Abs(s.At.Y-l.At.Y) < 2*half {
					t.Errorf("%s: %s and %s share their room", id, l.Text, s.Text)
				}
				if p, touches := enters(s, l.At, half); touches {
					t.Errorf("%s: shape %d is at %.1f, %.1f, in the room of %s at %v", id, j, p.X, p.Y, l.Text, l.At)
				}
			}
		}
	}
}

// enters tells where the line of a shape comes nearer to a middle than half a side of its square.
func enters(s figure.Shape, middle figure.Point, half float64) (figure.Point, bool) {
	half += s.Width / 2
	var from figure.Point
	for _, g := range s.Path {
		if g.Op == figure.Close {
			continue
		}
		for i := range 40 {
			t := float64(i+1) / 40
			a, b := from, g.To // a straight way is a curve whose controls lie on it
			if g.Op == figure.CubicTo {
				a, b = g.A, g.B
			}
			if g.Op == figure.MoveTo {
				t = 1
			}
			u := 1 - t
			p := figure.Point{
				X: u*u*u*from.X + 3*u*u*t*a.X + 3*u*t*t*b.X + t*t*t*g.To.X,
				Y: u*u*u*from.Y + 3*u*u*t*a.Y + 3*u*t*t*b.Y + t*t*t*g.To.Y,
			}
			if math.Abs(p.X-middle.X) < half && math.Abs(p.Y-middle.Y) < half {
				return p, true
			}
		}
		from = g.To
	}
	return figure.Point{}, false
}

// Left and right are the person's own: the reader's left when we look at the back, the reader's
// right when we look at the face. From above with the face up the page it is the reader's left too.
func TestLeftIsThePersonsLeft(t *testing.T) {
	set := load(t)
	for id, leftOfPage := range map[string]string{
		"childs-pose-reach": "L", "childs-pose-seated": "L", "range-check": "L",
		"knee-rolls": "R", "knee-rolls-small": "R", "knee-rolls-small-tilt": "R",
	} {
		for _, s := range set[id].Shapes() {
			if s.Text != "L" && s.Text != "R" {
				continue
			}
			if onLeft := s.At.X < set[id].Width/2; onLeft != (s.Text == leftOfPage) {
				t.Errorf("%s: %s is on the wrong side", id, s.Text)
			}
		}
	}
}

// Hands walk to one side, the other side of the back stretches.
func TestReachIsFeltOnTheOtherSide(t *testing.T) {
	set := load(t)
	for _, id := range []string{"childs-pose-reach", "childs-pose-seated"} {
		var zones, tips []float64
		for _, s := range set[id].Shapes() {
			low, high := s.Bounds()
			switch middle := (low.X + high.X) / 2; {
			case s.Fill == figure.AccentTint:
				zones = append(zones, middle)
			case s.Fill == figure.Accent && s.Stroke == figure.Accent: // arrow heads
				tips = append(tips, middle)
			}
		}
		if len(zones) != 2 || len(tips) != 2 {
			t.Fatalf("%s: %d zones and %d arrows, want two of each", id, len(zones), len(tips))
		}
		slices.Sort(zones)
		slices.Sort(tips)
		// The outer ends are where the hands go, the inner flanks are what is felt.
		if !(tips[0] < zones[0] && zones[0] < 68 && zones[1] > 68 && tips[1] > zones[1]) {
			t.Errorf("%s: hands go to %v, felt at %v", id, tips, zones)
		}
	}
}
