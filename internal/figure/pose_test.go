package figure_test

import (
	"math"
	"slices"
	"testing"

	"backcare/internal/figure"
)

// box is what some shapes of a figure span together.
func box(f figure.Figure, which func(figure.Shape) bool) (low, high figure.Point) {
	low, high = figure.Point{X: math.Inf(1), Y: math.Inf(1)}, figure.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, s := range f.Shapes() {
		if which(s) {
			a, b := s.Bounds()
			low = figure.Point{X: min(low.X, a.X), Y: min(low.Y, a.Y)}
			high = figure.Point{X: max(high.X, b.X), Y: max(high.Y, b.Y)}
		}
	}
	return low, high
}

func isPerson(s figure.Shape) bool { return s.Stroke == figure.Ink && s.Dash == nil && len(s.Path) > 4 }
func isGhost(s figure.Shape) bool  { return s.Dash != nil && s.Stroke == figure.Prop }
func isPillow(s figure.Shape) bool {
	return s.Fill == figure.Paper && s.Stroke == figure.Prop && s.Dash == nil && len(s.Path) == 10
}
func isHead(s figure.Shape) bool {
	return s.Fill == figure.Accent && s.Stroke == figure.Accent && len(s.Path) == 4
}

// The knees roll, the feet stay: the feet of where it starts and of where it ends are one.
func TestFeetStayPutInKneeRolls(t *testing.T) {
	set := load(t)
	for _, id := range []string{"knee-rolls", "knee-rolls-small", "knee-rolls-small-tilt"} {
		for side := range 2 {
			from, to := float64(side)*68, float64(side+1)*68
			feet := func(which func(figure.Shape) bool) (low, high figure.Point) {
				_, whole := box(set[id], which)
				return box(set[id], func(s figure.Shape) bool {
					a, b := s.Bounds()
					return which(s) && a.X >= from && b.X <= to && math.Abs(b.Y-whole.Y) < 0.5
				})
			}
			_, start := feet(isGhost)
			_, end := feet(isPerson)
			if math.IsInf(start.Y, 0) || math.Abs(start.Y-end.Y) > 0.2 {
				t.Errorf("%s, side %d: the feet go from %v to %v", id, side, start, end)
			}
		}
	}
}

// Whoever is pregnant tilts to her left, so the pillow is under her right hip. Lying face up, head up
// the page, her right is the reader's left; head to the left of the page, it is below.
func TestPillowIsUnderTheRightHip(t *testing.T) {
	set := load(t)
	var hips []float64
	for _, s := range set["knee-rolls-small-tilt"].Shapes() {
		if low, high := s.Bounds(); isPillow(s) && low.Y > 40 {
			hips = append(hips, (low.X+high.X)/2)
		}
	}
	if len(hips) != 2 || !(hips[0] < 34-9 && hips[0] > 0 && hips[1] < 102-9 && hips[1] > 68) {
		t.Errorf("knee-rolls-small-tilt: pillows at %v, want one left of each middle, 34 and 102", hips)
	}
	const mat, middle = 57, 79 // of the view from above
	if !slices.ContainsFunc(set["long-breath-tilt"].Shapes(), func(s figure.Shape) bool {
		low, high := s.Bounds()
		return isPillow(s) && low.Y > mat && low.X > 50 && low.X < 68 && high.X > 68 && (low.Y+high.Y)/2 > middle+8
	}) {
		t.Error("long-breath-tilt: from above no pillow under the right hip")
	}
	for _, id := range []string{"knee-rolls-small", "knee-rolls", "long-breath"} {
		if slices.ContainsFunc(set[id].Shapes(), func(s figure.Shape) bool {
			low, high := s.Bounds()
			return isPillow(s) && low.X < set[id].Width/2 && high.X > set[id].Width/2
		}) {
			t.Errorf("%s: a pillow under the hip of somebody who needs none", id)
		}
	}
}

// The arrow of a press goes down and ends at the hand.
func TestPressEndsAtTheHand(t *testing.T) {
	f := load(t)["exhale-hands"]
	const aside = 77 // below it the view from the side
	palm := func(s figure.Shape) bool {
		low, _ := s.Bounds()
		return s.Fill == figure.Accent && !isHead(s) && low.Y > aside
	}
	hand, _ := box(f, palm)
	_, tip := box(f, isHead)
	if gap := hand.Y - tip.Y; gap < -1 || gap > 2 {
		t.Errorf("the arrow ends at %.1f, the hands begin at %.1f", tip.Y, hand.Y)
	}
}

// A hand is about 0.6 of the waist, lies beside the spine and inside the waist, and the spots are as
// far apart as a palm is wide.
func TestHandsAreInProportion(t *testing.T) {
	set := load(t)
	for _, id := range []string{"exhale-hands", "warm-up-hands"} {
		f := set[id]
		const spine = 39
		hand := func(s figure.Shape) bool {
			_, high := s.Bounds()
			return s.Stroke == figure.Accent && !isHead(s) && s.Width != 1.7 && high.Y < spine && s.Fill != figure.AccentTint && len(s.Path) != 0 && !hatch(s)
		}
		low, high := box(f, hand)
		top, bottom := waist(f, high.X)
		if ratio := (high.X - low.X) / (bottom - top); ratio < 0.52 || ratio > 0.65 {
			t.Errorf("%s: a hand is %.2f of the waist", id, ratio)
		}
		if low.Y < top || high.Y > spine-2 {
			t.Errorf("%s: the hand spans %.1f to %.1f, between flank %.1f and spine %d", id, low.Y, high.Y, top, spine)
		}
	}
	var spots []float64
	for _, s := range set["exhale-hands"].Shapes() {
		if low, high := s.Bounds(); s.Fill == figure.AccentTint && high.Y < 39 {
			spots = append(spots, (low.X+high.X)/2)
		}
	}
	const palm = 10 // the middle of the hand, without fingers
	if len(spots) != 2 || math.Abs(spots[1]-spots[0]-palm) > 1.5 {
		t.Errorf("spots at %v, want a palm of %d apart", spots, palm)
	}
}

func hatch(s figure.Shape) bool { return s.Fill == figure.None && s.Width == 0.8 }

// waist is where the outline of the back lies above and below x.
func waist(f figure.Figure, x float64) (top, bottom float64) {
	top, bottom = math.Inf(-1), math.Inf(1)
	for _, s := range f.Shapes() {
		if low, high := s.Bounds(); s.Fill != figure.Paper || s.Stroke != figure.None || low.Y > 39 || high.Y < 39 || high.X-low.X > 100 {
			continue
		}
		for _, l := range flat(s.Path) {
			for _, p := range l {
				if math.Abs(p.X/dots-x) > 1.5 {
					continue
				}
				if y := p.Y / dots; y < 39 {
					top = max(top, y)
				} else {
					bottom = min(bottom, y)
				}
			}
		}
	}
	return top, bottom
}
