package triage_test

import (
	"slices"
	"strings"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// precautions are the answers that CLINICAL.md section 4 lets change a step, besides age and helper.
var precautions = strings.Fields(`blood-thinner pregnant cannot-lie-front kneeling-trouble head-down-trouble
	belly-condition skin-trouble fluid-limit unsteady weak-bones disc-herniation`)

// done is how a step is to be done: its form, its dose, and the lines it must have and must not have.
type done struct {
	step, form, dose string
	figure           string // where it matters
	with, without    []string
}

// routineTable is CLINICAL.md section 4 read a second time, by hand, as code: the steps in order for
// any answers that lead to a sheet. has is true for yes and unsure.
func routineTable(has func(ids ...string) bool, age string, helper, asked bool) (out []done) {
	either := func(ok bool, yes, no string) string {
		if ok {
			return yes
		}
		return no
	}
	add := func(step, form, dose string) *done {
		out = append(out, done{step: step, form: form, dose: dose})
		return &out[len(out)-1]
	}
	// need says of each line whether the step must have it.
	need := func(d *done, line string, needed bool) {
		if needed {
			d.with = append(d.with, line)
		} else {
			d.without = append(d.without, line)
		}
	}
	older := age == "70-plus"
	over50 := older || age == "50-69"
	light := has("blood-thinner", "weak-bones") || older

	switch {
	case has("skin-trouble") && has("pregnant", "cannot-lie-front"): // no hands and no heat on a sore skin
		add("warm-up", "sway", "minutes-5")
	case has("skin-trouble"):
		add("warm-up", "rocks", "minutes-5")
	case !helper:
		d := add("warm-up", "pack", "minutes-15")
		need(d, "pack-wrap", true)
		need(d, "pack-or-rocks", !has("pregnant", "cannot-lie-front")) // on the back
		need(d, "pack-or-sway", has("pregnant", "cannot-lie-front"))
	default:
		d := add("warm-up", either(has("pregnant", "cannot-lie-front"), "seated", "hands"), "minutes-5")
		need(d, "strokes-light", light)
		need(d, "strokes", !light)
		need(d, "off-spine", true)
	}

	need(add("range-check", "seated", "turns-3"), "stop-sharp", true)

	if light || !helper || has("disc-herniation", "pregnant", "cannot-lie-front", "skin-trouble") {
		d := add("exhale", "alone", "breaths-3x5")
		need(d, "no-pressure", true)
		need(d, "tilt", has("pregnant"))
		need(d, "palms", false)
	} else {
		d := add("exhale", "hands", "breaths-5x3")
		need(d, "spots", true)
		need(d, "press-out", true)
		need(d, "limit", true)
	}

	seated := has("kneeling-trouble", "head-down-trouble", "pregnant", "weak-bones", "cannot-lie-front")
	d := add("childs-pose-reach", either(seated, "seated", "floor"), either(older, "hold-30-60", "hold-20-30"))
	need(d, "hold-65", age == "50-69") // the band that 65 lies in
	for _, side := range []string{"left", "right"} {
		need(d, "slide-"+side, seated)
		need(d, "walk-"+side, !seated)
	}

	standing := has("kneeling-trouble", "pregnant", "unsteady")
	d = add("hip-flexor", either(standing, "standing", "kneeling"), "hold-20-30")
	need(d, "chair", has("unsteady"))
	need(d, "half-kneel", !standing)
	need(d, "change-legs", true)

	small := has("weak-bones", "pregnant")
	d = add("knee-rolls", either(small, "small", "full"), "rolls-5")
	need(d, "roll-small", small)
	need(d, "roll", !small)
	need(d, "tilt", has("pregnant"))

	if asked && !over50 && !has("belly-condition", "blood-thinner", "pregnant", "weak-bones", "disc-herniation") {
		d = add("psoas-release", "own-hands", "seconds-30")
		need(d, "own-fingers", true)
		need(d, "pulse", true)
	}

	d = add("hydrate-walk", either(has("unsteady"), "indoors", "outdoors"), "minutes-10")
	need(d, "sit-first", true)
	d.figure = either(has("fluid-limit"), "", "drink-") + either(has("unsteady"), "walk-indoors", "walk") // no glass is shown to whom it is not for
	need(d, "drink", !has("fluid-limit"))
	need(d, "drink-limit", has("fluid-limit"))
	need(d, "walk-indoors", has("unsteady"))
	need(d, "walk", !has("unsteady"))

	need(add("check", "twice", "checks-2"), "worse", true)
	return out
}

// Every set of precautions, yes or not sure, with every age that leads to a sheet, with a helper and
// alone, with the step on request asked for and not: 49,152 routines, step by step.
func TestEverySetOfPrecautionsGivesTheStepsOfTheTable(t *testing.T) {
	p := load(t)
	wrong := 0
	for bits := range 1 << len(precautions) {
		for _, age := range []string{"18-49", "50-69", "70-plus"} {
			for _, helper := range []string{"helper", "alone"} {
				for _, option := range []string{"yes", "unsure"} {
					c := protocol.Case{"age": age, "helper": helper}
					for i, id := range precautions {
						if bits>>i&1 == 1 {
							c[id] = option
						}
					}
					for _, asked := range []bool{false, true} {
						if text := differs(t, p, c, asked); text != "" && wrong < 10 {
							t.Errorf("%v, asked for the release: %t: %s", c, asked, text)
							wrong++
						}
					}
				}
			}
		}
	}
}

// differs says where the routine for a case is another than the table's, or nothing.
func differs(t *testing.T, p *protocol.Protocol, c protocol.Case, asked bool) string {
	var with []string
	if asked {
		with = []string{"psoas-release"}
	}
	out, err := triage.Decide(answers(t, p, p.Over(c)), with...)
	routine, ok := out.(triage.Routine)
	if err != nil || !ok {
		return "no routine"
	}
	has := func(ids ...string) bool {
		return slices.ContainsFunc(ids, func(id string) bool { return c[id] != "" })
	}
	want, got := routineTable(has, c["age"], c["helper"] == "helper", asked), routine.Steps()
	for i, w := range want {
		if i >= len(got) || got[i].Step.ID != w.step {
			return "the steps are others from " + w.step + " on"
		}
		g := got[i]
		if g.Variant.ID != w.form || g.Dose != w.dose {
			return w.step + " is " + g.Variant.ID + " " + g.Dose + "; the table says " + w.form + " " + w.dose
		}
		if w.figure != "" && g.Figure != w.figure {
			return w.step + " is drawn as " + g.Figure + "; the table says " + w.figure
		}
		if hands := w.form == "hands" || w.step == "warm-up" && w.form == "seated"; g.Variant.HandsOn != hands {
			return w.step + "/" + w.form + ": hands-on is wrong"
		}
		for _, line := range w.with {
			if !slices.Contains(g.Lines, line) {
				return w.step + "/" + w.form + " lacks " + line
			}
		}
		for _, line := range w.without {
			if slices.Contains(g.Lines, line) {
				return w.step + "/" + w.form + " has " + line
			}
		}
	}
	left := len(routine.LeftOut()) > 0
	switch given := slices.ContainsFunc(want, func(d done) bool { return d.step == "psoas-release" }); {
	case len(got) != len(want):
		return "a step too many"
	case left != (asked && !given):
		return "what was left out is wrong"
	}
	return ""
}
