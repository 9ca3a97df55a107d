package figure_test

import (
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
	for _, id := range []string{"range-check", "childs-pose-reach", "childs-pose-seated", "knee-rolls", "knee-rolls-small"} {
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
	for _, id := range []string{"exhale-hands", "where-to-press"} {
		if !has(id, spine) {
			t.Errorf("%s: the spine is not marked", id)
		}
	}
	for _, id := range []string{"never-thrust", "never-stand"} {
		if !has(id, cross) {
			t.Errorf("%s: nothing says not to", id)
		}
	}
	helper := func(s figure.Shape) bool { return s.Fill == figure.HelperNear }
	for _, id := range []string{"warm-up-hands", "warm-up-seated", "exhale-hands"} {
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
