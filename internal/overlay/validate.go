package overlay

import (
	"slices"
	"strconv"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// check refuses whatever a pack says about an existing id, except: people a step is left out for, another
// dose or further lines of a variant that is not fixed, and an earlier review.
func (v *validator) check(added protocol.Spec) {
	s := added.Screening
	for _, t := range []yaml.Text{s.Version, s.ReviewedBy, s.ReviewedOn} {
		if t.Line > 0 {
			v.At(t, t.Path, "the version and review of a pack belong in %s", identityFile)
		}
	}
	if s.FreshDays.Line > 0 {
		v.refuse(s.FreshDays, s.FreshDays.Path)
	}
	for _, section := range s.Sections {
		if slices.ContainsFunc(v.base.Sections, func(o protocol.Section) bool { return o.ID == section.ID.S }) {
			v.refuse(section.ID, section.ID.S)
		}
		for _, q := range section.Questions {
			if _, there := v.base.Question(q.ID.S); there || q.Warned { // only the warning itself says what it names
				v.refuse(q.ID, q.ID.S)
			}
		}
	}
	for _, r := range s.Rules {
		if _, there := v.base.Rule(r.ID.S); there {
			v.refuse(r.ID, r.ID.S)
		}
	}
	for _, m := range added.Myths {
		if slices.ContainsFunc(v.base.Myths, func(o protocol.Myth) bool { return o.ID == m.ID.S }) {
			v.refuse(m.ID, m.ID.S)
		}
	}
	for _, s := range added.Sources {
		if slices.ContainsFunc(v.base.Sources, func(o protocol.Source) bool { return o.ID == s.ID }) {
			v.refuse(s.Citation, s.ID)
		}
	}
	v.checkRoutine(added.Routine)
	v.checkFigures(added)
}

func (v *validator) checkRoutine(f protocol.RoutineSpec) {
	if n, err := strconv.Atoi(f.Days.S); f.Days.Line > 0 && (err != nil || n > v.base.Days) {
		v.At(f.Days, "days", "%q is not a number from 1 to %d; a pack can only bring the review forward", f.Days.S, v.base.Days)
	}
	for _, e := range f.Expect {
		v.refuse(e.ID, e.ID.S)
	}
	for _, s := range f.Pain.Sources {
		v.refuse(s, "pain")
	}
	for _, s := range f.Steps {
		if base, there := v.base.Step(s.ID.S); there {
			v.checkStep(s, base)
		} else {
			v.checkOwn(s)
		}
	}
}

func (v *validator) checkStep(s protocol.StepSpec, base *protocol.Step) {
	switch {
	case s.Before.Line > 0, s.Mandatory != nil, s.OnRequest != nil, len(s.Sources) > 0, base.Mandatory && len(s.Unless) > 0:
		v.refuse(s.ID, base.ID)
	}
	for _, f := range s.Variants {
		id := base.ID + "/" + f.ID.S
		i := slices.IndexFunc(base.Variants, func(o protocol.Variant) bool { return o.ID == f.ID.S })
		switch {
		case i < 0, v.fixed.variants[id], f.HandsOn != nil, len(f.All)+len(f.Any)+len(f.Figure) > 0, len(f.Dose) > 0 && len(base.Variants[i].Doses) > 1:
			v.refuse(f.ID, id)
		}
		for _, l := range f.Lines {
			if slices.ContainsFunc(base.Variants, func(o protocol.Variant) bool {
				return slices.ContainsFunc(o.Lines, func(p protocol.Part) bool { return p.ID == l.ID.S })
			}) {
				v.refuse(l.ID, id)
			}
		}
	}
}

// checkOwn checks a new step: nobody is touched in it, and it comes after the step that shows whether
// it is safe to go on today.
func (v *validator) checkOwn(s protocol.StepSpec) {
	first := slices.IndexFunc(v.base.Steps, func(o protocol.Step) bool { return o.Mandatory })
	at := slices.IndexFunc(v.base.Steps, func(o protocol.Step) bool { return o.ID == s.Before.S })
	if s.Before.Line > 0 && at <= first {
		v.At(s.Before, s.ID.S, "before: must name a step after %s, which shows whether it is safe to go on today", v.base.Steps[first].ID)
	}
	if s.Mandatory != nil {
		v.At(s.ID, s.ID.S, "mandatory: only embedded steps can be; leave it out")
	}
	for _, f := range s.Variants {
		id := s.ID.S + "/" + f.ID.S
		if f.HandsOn != nil && *f.HandsOn {
			v.At(f.ID, id, "hands-on: nobody touches the person in a step of a pack")
		}
		for _, fig := range f.Figure {
			if v.fixed.hands[fig.ID.S] {
				v.At(fig.ID, id, "figure %s shows where hands go; use another drawing", fig.ID.S)
			}
		}
	}
}

// checkFigures checks the drawings of a pack: each is new, and one of the pack's steps shows it.
func (v *validator) checkFigures(added protocol.Spec) {
	shown := map[string]bool{}
	for _, s := range added.Routine.Steps {
		for _, f := range s.Variants {
			for _, fig := range f.Figure {
				shown[fig.ID.S] = true
			}
		}
	}
	for id := range added.Figures {
		at := yaml.Text{File: v.pack.Path("figures.yaml")}
		if _, there := v.base.Figures[id]; there {
			v.refuse(at, id)
		} else if !shown[id] {
			v.At(at, id, "no variant of a step shows this figure")
		}
	}
}
