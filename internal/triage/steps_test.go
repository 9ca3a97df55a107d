package triage_test

import (
	"time"

	"slices"
	"strings"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// precautions are the answers that CLINICAL.md section 4 lets change a step, besides age and helper.
var precautions = strings.Fields(`blood-thinner pregnant cannot-lie-front kneeling-trouble head-down-trouble
	belly-condition skin-trouble fluid-limit unsteady weak-bones disc-herniation minor-trauma`)

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
	bed := has("unsteady", "kneeling-trouble") || older // nobody who cannot get up is sent to the floor
	upright := has("pregnant", "cannot-lie-front", "unsteady")

	need(add("range-check", "seated", "turns-3"), "stop-sharp", true)

	switch {
	case has("skin-trouble") && upright: // no hands and no heat on a sore skin
		add("warm-up", "sway", "minutes-5")
	case has("skin-trouble"):
		d := add("warm-up", "rocks", "minutes-5")
		need(d, "rocks-bed", bed)
		need(d, "rocks-lie", !bed)
	case !helper:
		d := add("warm-up", "pack", "minutes-15")
		need(d, "pack-wrap", true)
		need(d, "pack-or-rocks", !upright && !bed)
		need(d, "pack-or-rocks-bed", !upright && bed)
		need(d, "pack-or-sway", upright)
	default:
		d := add("warm-up", either(upright, "seated", "hands"), "minutes-5")
		need(d, "prone-bed", !upright && bed)
		need(d, "prone-place", !upright && !bed)
		need(d, "strokes-light", light)
		need(d, "strokes", !light)
		need(d, "off-spine", true)
	}

	fell := has("minor-trauma") && age == "50-69"
	if alone := light || !helper || has("disc-herniation", "pregnant", "cannot-lie-front", "skin-trouble", "unsteady"); alone || fell {
		d := add("exhale", either(alone, "alone", "after-fall"), "breaths-3x5")
		need(d, "no-pressure", true)
		need(d, "tilt", has("pregnant"))
		need(d, "lie-bed", bed)
		need(d, "lie", !bed)
		need(d, "palms", false)
	} else {
		d := add("exhale", "hands", "breaths-5x3")
		need(d, "palms-bed", bed)
		need(d, "palms", !bed)
		need(d, "spots", true)
		need(d, "press-out", true)
		need(d, "limit", true)
	}

	small := has("weak-bones", "pregnant")
	d := add("knee-rolls", either(small, "small", "full"), "rolls-5")
	need(d, "roll-small", small)
	need(d, "roll", !small)
	need(d, "tilt", has("pregnant"))
	need(d, "lie-arms-bed", bed)
	need(d, "lie-arms", !bed)

	if asked && !over50 && !has("belly-condition", "blood-thinner", "pregnant", "weak-bones", "disc-herniation") {
		d = add("psoas-release", "own-hands", "seconds-30")
		need(d, "own-fingers-bed", bed)
		need(d, "own-fingers", !bed)
		need(d, "pulse", true)
	}

	seated := has("kneeling-trouble", "head-down-trouble", "pregnant", "weak-bones", "cannot-lie-front", "unsteady", "belly-condition") || older
	d = add("childs-pose-reach", either(seated, "seated", "floor"), either(older, "hold-30-60", "hold-20-30"))
	need(d, "hold-65", age == "50-69") // the band that 65 lies in
	for _, side := range []string{"left", "right"} {
		need(d, "slide-"+side, seated)
		need(d, "walk-"+side, !seated)
	}

	standing := has("kneeling-trouble", "pregnant", "unsteady") || older
	d = add("hip-flexor", either(standing, "standing", "kneeling"), "hold-20-30")
	need(d, "chair", has("unsteady") || older)
	need(d, "half-kneel", !standing)
	need(d, "change-legs", true)

	d = add("hydrate-walk", either(has("unsteady"), "indoors", "outdoors"), "minutes-10")
	need(d, "sit-first", true)
	d.figure = either(has("fluid-limit"), "", "drink-") + either(has("unsteady"), "walk-indoors", "walk") // no glass is shown to whom it is not for
	need(d, "drink", !has("fluid-limit"))
	need(d, "drink-limit", has("fluid-limit"))
	need(d, "walk-indoors", has("unsteady"))
	need(d, "walk", !has("unsteady"))

	need(add("check", "twice", "checks-2"), "rule", true)
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
	out, err := triage.Decide(answers(t, p, p.Over(c)), time.Time{}, with...)
	if _, refers := out.(triage.Referral); refers && c["minor-trauma"] != "" && (c["weak-bones"] != "" || c["blood-thinner"] != "" || c["age"] == "70-plus") {
		return "" // a possible break
	}
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
