package overlay

import (
	"maps"
	"slices"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// merge merges a validated overlay. Sections asked of everyone come behind the embedded ones that are,
// so nobody is asked about an emergency later than without the pack.
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
		if at >= 0 { // or it is refused
			c.Routine.Steps = slices.Insert(c.Routine.Steps, at, s)
		}
	}
	return c
}

// mergeStep adds to a step for whom it is left out, and what its variants may have otherwise.
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

// once refuses a step that stands in the pack twice, or a variant in a step: which was meant, nobody can tell.
func (v *validator) once(steps []protocol.StepSpec) {
	seen := map[string]bool{}
	note := func(id string, at yaml.Text) {
		if seen[id] {
			v.At(at, id, "stands twice in the pack; write it once")
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
