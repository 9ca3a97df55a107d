package triage_test

import (
	"time"

	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// form gives "step/form" of every step for a case over the baseline, with a helper.
func forms(t *testing.T, c protocol.Case, with ...string) map[string]string {
	t.Helper()
	p := load(t)
	over := protocol.Case{"helper": "helper"}
	for k, v := range c {
		over[k] = v
	}
	out, err := triage.Decide(answers(t, p, p.Over(over)), time.Time{}, with...)
	if err != nil {
		t.Fatal(err)
	}
	routine, ok := out.(triage.Routine)
	if !ok {
		t.Fatalf("%v: not a routine", c)
	}
	got := map[string]string{}
	for _, s := range routine.Steps() {
		got[s.Step.ID] = s.Variant.ID + " " + s.Dose + " " + strings.Join(s.Lines, " ")
	}
	return got
}

// A pregnant person does not lie flat on the back: where a step is done there, its figure shows the
// pillow under one hip that its first line asks for.
func TestPregnantPeopleSeeThePillowTheyAreAskedFor(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		out, err := triage.Decide(answers(t, p, draw(rt, p, false)), time.Time{})
		routine, ok := out.(triage.Routine)
		if err != nil || !ok {
			return
		}
		pregnant := routine.Answers().Option("pregnant") != "no"
		for _, s := range routine.Steps() {
			asked, drawn := s.Lines[0] == "tilt", strings.HasSuffix(s.Figure, "-tilt")
			lying := slices.ContainsFunc(s.Lines, func(l string) bool {
				return slices.Contains([]string{"lie", "lie-arms", "rocks-lie", "pack-or-rocks"}, l)
			})
			if asked != drawn || asked != (pregnant && lying) {
				rt.Fatalf("%s shows %s with lines %v and pregnant=%t", s.Step.ID, s.Figure, s.Lines, pregnant)
			}
		}
	})
}

func TestPsoasReleaseOnlyOnRequestAndNeverWhenRuledOut(t *testing.T) {
	if _, there := forms(t, nil)["psoas-release"]; there {
		t.Error("given without a request")
	}
	if _, there := forms(t, nil, "psoas-release")["psoas-release"]; !there {
		t.Error("not given on request")
	}
	for _, against := range strings.Fields("belly-condition=yes blood-thinner=unsure pregnant=yes weak-bones=yes age=50-69 age=70-plus disc-herniation=unsure") {
		id, option, _ := strings.Cut(against, "=")
		if _, there := forms(t, protocol.Case{id: option}, "psoas-release")["psoas-release"]; there {
			t.Errorf("given though %s", against)
		}
	}
	p := load(t)
	if _, err := triage.Decide(answers(t, p, p.Baseline()), time.Time{}, "warm-up"); err == nil || !strings.Contains(err.Error(), "psoas-release") {
		t.Errorf("a step that is not on request can be asked for: %v", err)
	}
}

func TestNobodyIsTouchedWithoutAHelperOrOnTroubledSkin(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		out, err := triage.Decide(answers(t, p, draw(rt, p, false)), time.Time{})
		routine, ok := out.(triage.Routine)
		if err != nil || !ok {
			return
		}
		a := routine.Answers()
		hands := slices.ContainsFunc(routine.Steps(), func(s triage.Step) bool { return s.Variant.HandsOn })
		if hands && (a.Option("helper") == "alone" || a.Option("skin-trouble") != "no") {
			rt.Fatalf("hands on with %v", named(a))
		}
	})
}
