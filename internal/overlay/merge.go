package overlay

import (
	"maps"
	"slices"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// merge merges a validated overlay. Its sections for everyone come after the embedded ones, so nobody is
// asked about an emergency later than without the pack.
func (v *validator) merge(c, added protocol.Spec) protocol.Spec {
	c.Sources = append(slices.Clip(c.Sources), added.Sources...)
	c.Myths = append(slices.Clip(c.Myths), added.Myths...)
	c.Figures = maps.Clone(c.Figures)
	maps.Copy(c.Figures, added.Figures)

	for _, s := range added.Screening.Sections {
		at := len(c.Screening.Sections)
		if first := slices.IndexFunc(c.Screening.Sections, func(o protocol.SectionSpec) bool { return o.While.Line > 0 }); s.While.Line == 0 && first >= 0 {
			at = first
		}
		c.Screening.Sections = slices.Insert(slices.Clip(c.Screening.Sections), at, s)
	}
	c.Screening.Rules = append(slices.Clip(c.Screening.Rules), added.Screening.Rules...)

	if added.Routine.Days.Line > 0 {
		c.Routine.Days = added.Routine.Days
	}
	c.Routine.Steps = slices.Clone(c.Routine.Steps)
	v.once(added.Routine.Steps)
	for _, s := range added.Routine.Steps {
		at := slices.IndexFunc(c.Routine.Steps, func(o protocol.StepSpec) bool { return o.ID.S == s.ID.S })
		if at >= 0 {
			c.Routine.Steps[at] = mergeStep(c.Routine.Steps[at], s)
			continue
		}
		at = len(c.Routine.Steps)
		if s.Before.Line > 0 {
			at = slices.IndexFunc(c.Routine.Steps, func(o protocol.StepSpec) bool { return o.ID.S == s.Before.S })
		}
		if at >= 0 { // else it was refused
			c.Routine.Steps = slices.Insert(c.Routine.Steps, at, s)
		}
	}
	return c
}

// mergeStep merges what a pack may say about an existing step.
func mergeStep(c, added protocol.StepSpec) protocol.StepSpec {
	c.Unless = slices.Concat(c.Unless, added.Unless)
	c.Variants = slices.Clone(c.Variants)
	for _, f := range added.Variants {
		for i := range c.Variants {
			if c.Variants[i].ID.S != f.ID.S {
				continue
			}
			if len(f.Dose) > 0 {
				c.Variants[i].Dose = f.Dose
			}
			c.Variants[i].Lines = slices.Concat(c.Variants[i].Lines, f.Lines)
		}
	}
	return c
}

// once refuses steps and variants that are in the pack twice.
func (v *validator) once(steps []protocol.StepSpec) {
	seen := map[string]bool{}
	note := func(id string, at yaml.Text) {
		if seen[id] {
			v.At(at, id, "is in the pack twice; write it once")
		}
		seen[id] = true
	}
	for _, s := range steps {
		note(s.ID.S, s.ID)
		for _, f := range s.Variants {
			note(s.ID.S+"/"+f.ID.S, f.ID)
		}
	}
}
