package protocol

import (
	"maps"
	"slices"
)

// with lays what a pack says over the content, once censor has found nothing in it that may not be.
// It takes everything as it is written and adds lists to lists.
func (c logic) with(over logic, bad *problems) logic {
	for _, s := range over.sources {
		c.sources = append(slices.Clip(c.sources), s)
	}
	c.figures = maps.Clone(c.figures)
	maps.Copy(c.figures, over.figures)
	c.myths = append(slices.Clip(c.myths), over.myths...)
	c.screening = c.screening.with(over.screening, bad)
	c.routine = c.routine.with(over.routine, bad)
	return c
}

func (c screeningFile) with(over screeningFile, bad *problems) screeningFile {
	for _, t := range []text{over.Version, over.ReviewedBy, over.ReviewedOn} {
		if t.line > 0 {
			bad.at(t, "", "the version and review of a pack stand in pack.yaml")
		}
	}
	once(over.Sections, func(s sectionFile) text { return s.ID }, bad)
	once(over.Rules, func(r ruleFile) text { return r.ID }, bad)
	c.Sections = slices.Clone(c.Sections)
	for _, s := range over.Sections {
		i := slices.IndexFunc(c.Sections, func(o sectionFile) bool { return o.ID.s == s.ID.s })
		if i < 0 {
			at := len(c.Sections)
			if first := slices.IndexFunc(c.Sections, func(o sectionFile) bool { return o.While.s == sheetOnly }); first >= 0 && s.While.s != sheetOnly {
				at = first
			}
			at = place(s.Before, s.ID, at, bad, c.Sections, func(o sectionFile) string { return o.ID.s })
			c.Sections = slices.Insert(c.Sections, at, s)
			continue
		}
		if s.Before.line > 0 {
			bad.at(s.Before, s.ID.s, "an embedded section stays where it is; leave out before")
		}
		once(s.Questions, func(q questionFile) text { return q.ID }, bad)
		c.Sections[i] = c.Sections[i].with(s)
	}
	c.Rules = slices.Clone(c.Rules)
	for _, r := range over.Rules {
		i := slices.IndexFunc(c.Rules, func(o ruleFile) bool { return o.ID.s == r.ID.s })
		if i < 0 {
			c.Rules = append(c.Rules, r)
			continue
		}
		c.Rules[i] = c.Rules[i].with(r)
	}
	return c
}

// with lays a section of a pack over one with its id. The id keeps the mark of the pack, so that
// what is wrong with it is told there.
func (c sectionFile) with(over sectionFile) sectionFile {
	c.ID = over.ID
	c.While = or(over.While, c.While)
	c.Questions = slices.Clone(c.Questions)
	for _, q := range over.Questions {
		i := slices.IndexFunc(c.Questions, func(o questionFile) bool { return o.ID.s == q.ID.s })
		if i < 0 {
			c.Questions = append(c.Questions, q)
			continue
		}
		old := c.Questions[i]
		old.ID, old.Worrying, old.Baseline = q.ID, or(q.Worrying, old.Worrying), or(q.Baseline, old.Baseline)
		if q.History != nil {
			old.History = q.History
		}
		if len(q.Choices) > 0 {
			old.Choices = q.Choices
		}
		old.Sources = union(old.Sources, q.Sources)
		c.Questions[i] = old
	}
	return c
}

func (c ruleFile) with(over ruleFile) ruleFile {
	c.ID, c.Urgency = over.ID, or(over.Urgency, c.Urgency)
	c.All, c.Any, c.Sources = union(c.All, over.All), union(c.Any, over.Any), union(c.Sources, over.Sources)
	c.Positive = slices.Concat(c.Positive, over.Positive)
	if len(over.Negative) > 0 { // a wider rule may fire for what left it quiet before
		c.Negative = over.Negative
	}
	return c
}

func (c routineFile) with(over routineFile, bad *problems) routineFile {
	once(over.Steps, func(s stepFile) text { return s.ID }, bad)
	c.Days = or(over.Days, c.Days)
	c.Steps = slices.Clone(c.Steps)
	for _, s := range over.Steps {
		i := slices.IndexFunc(c.Steps, func(o stepFile) bool { return o.ID.s == s.ID.s })
		if i < 0 {
			at := place(s.Before, s.ID, len(c.Steps), bad, c.Steps, func(o stepFile) string { return o.ID.s })
			c.Steps = slices.Insert(c.Steps, at, s)
			continue
		}
		if s.Before.line > 0 {
			bad.at(s.Before, s.ID.s, "an embedded step stays where it is; leave out before")
		}
		once(s.Variants, func(f variantFile) text { return f.ID }, bad)
		c.Steps[i] = c.Steps[i].with(s)
	}
	return c
}

func (c stepFile) with(over stepFile) stepFile {
	c.ID, c.Unless, c.Sources = over.ID, union(c.Unless, over.Unless), union(c.Sources, over.Sources)
	if over.OnRequest != nil {
		c.OnRequest = over.OnRequest
	}
	c.Variants = slices.Clone(c.Variants)
	for _, f := range over.Variants {
		i := slices.IndexFunc(c.Variants, func(o variantFile) bool { return o.ID.s == f.ID.s })
		if i < 0 { // in front of the last, which is for everyone left, and behind every safer one
			c.Variants = slices.Insert(c.Variants, max(0, len(c.Variants)-1), f)
			continue
		}
		c.Variants[i] = c.Variants[i].with(f)
	}
	return c
}

func (c variantFile) with(over variantFile) variantFile {
	c.ID, c.Any = over.ID, union(c.Any, over.Any)
	if over.HandsOn != nil {
		c.HandsOn = over.HandsOn
	}
	if len(over.Figure) > 0 {
		c.Figure = over.Figure
	}
	if len(over.Dose) > 0 {
		c.Dose = over.Dose
	}
	c.Lines = slices.Clone(c.Lines)
	for _, l := range over.Lines {
		if i := slices.IndexFunc(c.Lines, func(o partFile) bool { return o.ID.s == l.ID.s }); i >= 0 {
			c.Lines[i] = l
			continue
		}
		c.Lines = append(c.Lines, l)
	}
	return c
}

// once refuses two items of a pack with one id: which of them was meant, nobody can tell.
func once[T any](list []T, id func(T) text, bad *problems) {
	seen := map[string]bool{}
	for _, item := range list {
		t := id(item)
		if seen[t.s] {
			bad.at(t, t.s, "stands twice in the pack; write it once")
		}
		seen[t.s] = true
	}
}

// place is where a new item goes: in front of the one that before names, else at.
func place[T any](before, id text, at int, bad *problems, list []T, name func(T) string) int {
	if before.line == 0 {
		return at
	}
	i := slices.IndexFunc(list, func(o T) bool { return name(o) == before.s })
	if i < 0 {
		bad.at(before, id.s, "before: there is no %q to stand in front of", before.s)
		return at
	}
	return i
}

func or(a, b text) text {
	if a.line > 0 {
		return a
	}
	return b
}

// union is a list with what it does not have yet.
func union(list, more []text) []text {
	out := slices.Clone(list)
	for _, t := range more {
		if !slices.ContainsFunc(out, func(o text) bool { return o.s == t.s }) {
			out = append(out, t)
		}
	}
	return out
}
