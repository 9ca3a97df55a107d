package triage_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/pack"
	"backcare/internal/triage"
)

// form gives "step/form" of every step for a case over the baseline, with a helper.
func forms(t *testing.T, c pack.Case, with ...string) map[string]string {
	t.Helper()
	p := load(t)
	over := pack.Case{"helper": "helper"}
	for k, v := range c {
		over[k] = v
	}
	out, err := triage.Decide(answers(t, p, p.Over(over)), with...)
	if err != nil {
		t.Fatal(err)
	}
	routine, ok := out.(triage.Routine)
	if !ok {
		t.Fatalf("%v: not a routine", c)
	}
	got := map[string]string{}
	for _, s := range routine.Steps() {
		got[s.Step.ID] = s.Form.ID + " " + s.Dose + " " + strings.Join(s.Lines, " ")
	}
	return got
}

// CLINICAL.md section 4, column "changes", one row a line.
func TestPrecautionsChangeTheStepsOfTheContract(t *testing.T) {
	for _, tt := range []struct {
		answers, step, want string
	}{
		{"helper=helper", "warm-up", "hands minutes-5 prone-place strokes off-spine"},
		{"helper=alone", "warm-up", "pack minutes-15 "},
		{"blood-thinner=yes", "warm-up", "strokes-light"},
		{"weak-bones=unsure", "warm-up", "strokes-light"},
		{"age=70-plus", "warm-up", "strokes-light"},
		{"pregnant=yes", "warm-up", "seated "},
		{"cannot-lie-front=yes", "warm-up", "seated "},
		{"skin-trouble=yes", "warm-up", "rocks minutes-5 rocks-lie rocks-move"},
		{"skin-trouble=yes helper=alone", "warm-up", "rocks "},
		{"skin-trouble=yes pregnant=yes", "warm-up", "sway minutes-5 sway-sit sway-move"},
		{"skin-trouble=unsure pregnant=unsure helper=alone", "warm-up", "sway "},
		{"skin-trouble=yes cannot-lie-front=unsure", "warm-up", "sway "},
		{"helper=alone", "warm-up", " pack-or-rocks "},
		{"helper=alone pregnant=yes", "warm-up", " pack-or-sway "},
		{"helper=alone cannot-lie-front=yes", "warm-up", " pack-or-sway "},
		{"helper=helper", "exhale", "hands breaths-5x3 palms spots press-out limit"},
		{"helper=alone", "exhale", "alone breaths-3x5 "},
		{"blood-thinner=unsure", "exhale", "alone "},
		{"weak-bones=yes", "exhale", "alone "},
		{"age=70-plus", "exhale", "alone "},
		{"disc-herniation=yes", "exhale", "alone "},
		{"pregnant=unsure", "exhale", "alone "},
		{"cannot-lie-front=yes", "exhale", "alone "},
		{"skin-trouble=yes", "exhale", "alone "},
		{"helper=helper", "childs-pose-reach", "floor hold-20-30 "},
		{"age=70-plus", "childs-pose-reach", "hold-30-60 "},
		{"age=50-69", "childs-pose-reach", " hold-65"},
		{"kneeling-trouble=yes", "childs-pose-reach", "seated "},
		{"head-down-trouble=yes", "childs-pose-reach", "seated "},
		{"pregnant=yes", "childs-pose-reach", "seated "},
		{"weak-bones=yes", "childs-pose-reach", "seated "},
		{"cannot-lie-front=unsure", "childs-pose-reach", "seated "},
		{"helper=helper", "hip-flexor", "kneeling "},
		{"kneeling-trouble=yes", "hip-flexor", "standing "},
		{"pregnant=yes", "hip-flexor", "standing "},
		{"unsteady=yes", "hip-flexor", "standing "},
		{"unsteady=yes", "hip-flexor", " chair "},
		{"helper=helper", "knee-rolls", "full rolls-5 "},
		{"weak-bones=yes", "knee-rolls", "small "},
		{"pregnant=yes", "knee-rolls", "small "},
		{"helper=helper", "hydrate-walk", "outdoors minutes-10 sit-first drink walk"},
		{"fluid-limit=unsure", "hydrate-walk", " drink-limit "},
		{"pregnant=yes", "knee-rolls", "small rolls-5 tilt lie-arms "},
		{"unsteady=yes", "hydrate-walk", "indoors "},
	} {
		if got := forms(t, given(tt.answers))[tt.step]; !strings.Contains(got+" ", tt.want) {
			t.Errorf("%s: %s is %q; want %q in it", tt.answers, tt.step, got, tt.want)
		}
	}
}

// given reads "question=answer" pairs.
func given(answers string) pack.Case {
	c := pack.Case{}
	for _, pair := range strings.Fields(answers) {
		id, option, _ := strings.Cut(pair, "=")
		c[id] = option
	}
	return c
}

// A pregnant person does not lie flat on the back: where a step is done there, its figure shows the
// pillow under one hip that its first line asks for.
func TestPregnantPeopleSeeThePillowTheyAreAskedFor(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		out, err := triage.Decide(answers(t, p, draw(rt, p, false)))
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
		if _, there := forms(t, pack.Case{id: option}, "psoas-release")["psoas-release"]; there {
			t.Errorf("given though %s", against)
		}
	}
	p := load(t)
	if _, err := triage.Decide(answers(t, p, p.Baseline()), "warm-up"); err == nil || !strings.Contains(err.Error(), "psoas-release") {
		t.Errorf("a step that is not on request can be asked for: %v", err)
	}
}

func TestNobodyIsTouchedWithoutAHelperOrOnTroubledSkin(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		out, err := triage.Decide(answers(t, p, draw(rt, p, false)))
		routine, ok := out.(triage.Routine)
		if err != nil || !ok {
			return
		}
		a := routine.Answers()
		hands := slices.ContainsFunc(routine.Steps(), func(s triage.Step) bool { return s.Form.HandsOn })
		if hands && (a.Option("helper") == "alone" || a.Option("skin-trouble") != "no") {
			rt.Fatalf("hands on with %v", named(a))
		}
	})
}

func TestEveryRoutineHasTheStepsInOrder(t *testing.T) {
	p := load(t)
	want := strings.Fields("warm-up range-check exhale childs-pose-reach hip-flexor knee-rolls hydrate-walk check")
	rapid.Check(t, func(rt *rapid.T) {
		values := p.Baseline()
		for _, s := range p.Sections[len(p.Sections)-1].Questions {
			values[s] = pack.Answer(rapid.IntRange(1, len(p.Questions[s].Options)).Draw(rt, p.Questions[s].ID))
		}
		out, err := triage.Decide(answers(t, p, values))
		if err != nil {
			rt.Fatal(err)
		}
		var got []string
		for _, s := range out.(triage.Routine).Steps() {
			got = append(got, s.Step.ID)
			if s.Dose == "" || len(s.Lines) == 0 {
				rt.Fatalf("%s has no dose or no lines", s.Step.ID)
			}
		}
		if !slices.Equal(got, want) {
			rt.Fatalf("steps %v, want %v", got, want)
		}
	})
}
