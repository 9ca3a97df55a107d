package protocol

import (
	"slices"
	"strconv"

	"backcare/internal/yaml"
)

const mostDays = 28

func (b *builder) addRoutine(f RoutineSpec) {
	b.Days, _ = strconv.Atoi(f.Days.S)
	if b.Days < 1 || b.Days > mostDays {
		if f.Days.Line == 0 {
			f.Days.File = routineFile
		}
		b.At(f.Days, "days", "%q is not between 1 and %d", f.Days.S, mostDays)
	}
	for _, e := range f.Expect {
		b.checkID(e.ID.S, e.ID)
		b.Expect = append(b.Expect, Expectation{e.ID.S, When{Any: b.terms(e.Any, e.ID.S), None: b.terms(e.None, e.ID.S)}, b.sourceIDs(e.Sources, e.ID)})
	}
	if len(f.Pain.Sources) > 0 {
		b.PainSources = b.sourceIDs(f.Pain.Sources, yaml.Text{S: "pain"})
	}
	for _, s := range f.Steps {
		b.addStep(s)
	}
}

func (b *builder) addStep(f StepSpec) {
	id := f.ID.S
	b.checkID(id, f.ID)
	if _, twice := b.Step(id); twice {
		b.At(f.ID, id, "a second step with this id")
	}
	step := Step{ID: id, OnRequest: isTrue(f.OnRequest), Mandatory: isTrue(f.Mandatory), Unless: b.terms(f.Unless, id), Sources: b.sourceIDs(f.Sources, f.ID)}
	if step.Mandatory && (step.OnRequest || len(step.Unless) > 0) {
		b.At(f.ID, id, "mandatory: everyone gets this step, so it has no `unless` and is not on request")
	}
	for i, v := range f.Variants {
		b.addVariant(&step, v, i == len(f.Variants)-1)
	}
	if len(step.Variants) == 0 {
		b.At(f.ID, id, "a step needs at least one variant")
	}
	b.Steps = append(b.Steps, step)
}

func isTrue(b *bool) bool { return b != nil && *b }

func (b *builder) addVariant(step *Step, f VariantSpec, last bool) {
	id := step.ID + "/" + f.ID.S
	b.checkID(f.ID.S, f.ID)
	if slices.ContainsFunc(step.Variants, func(o Variant) bool { return o.ID == f.ID.S }) {
		b.At(f.ID, id, "a second variant with this id")
	}
	v := Variant{ID: f.ID.S, HandsOn: isTrue(f.HandsOn), When: When{All: b.terms(f.All, id), Any: b.terms(f.Any, id)},
		Figures: b.parts(f.Figure, id), Doses: b.parts(f.Dose, id), Lines: b.parts(f.Lines, id)}
	if v.When.Open() != last {
		b.At(f.ID, id, "the last variant, and only that, has no `any` or `all`: it is for everyone else")
	}
	for _, fig := range f.Figure {
		if _, ok := b.Figures[fig.ID.S]; !ok {
			b.At(fig.ID, id, "figure %q is not in figures.yaml", fig.ID.S)
		}
	}
	if n := len(v.Figures); n == 0 || !v.Figures[n-1].When.Open() {
		b.At(f.ID, id, "a variant needs a figure, the last one without a condition")
	}
	if n := len(v.Doses); n == 0 || !v.Doses[n-1].When.Open() {
		b.At(f.ID, id, "a variant needs a dose, the last one without a condition")
	}
	if !slices.ContainsFunc(v.Lines, func(l Part) bool { return l.When.Open() }) {
		b.At(f.ID, id, "a variant needs lines that say what to do")
	}
	b.at["variant "+id] = f.ID
	step.Variants = append(step.Variants, v)
}

func (b *builder) parts(list []PartSpec, id string) []Part {
	var out []Part
	for _, f := range list {
		b.checkID(f.ID.S, f.ID)
		if slices.ContainsFunc(out, func(o Part) bool { return o.ID == f.ID.S }) {
			b.At(f.ID, id, "%s is listed twice", f.ID.S)
		}
		out = append(out, Part{f.ID.S, When{Any: b.terms(f.Any, id), None: b.terms(f.None, id)}})
	}
	return out
}
