package protocol

import (
	"maps"
	"slices"
	"strings"

	"backcare/internal/yaml"
)

// checkTogether looks at what only shows when the parts are put together: every rule can fire and
// keeps its own cases, every variant of a step can be reached, every figure is shown. What a pack
// is laid over has been looked at before.
func (b *builder) checkTogether() {
	for i := range b.Rules {
		b.checkCases(&b.Rules[i])
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		q.Kind = b.kind(q)
		if q.Warned && b.alone(q.Index) != Emergency {
			b.At(b.at["question "+q.ID], q.ID, "is warned of on every paper, but no rule makes it an emergency alone")
		}
	}
	for r := range b.Firing(b.Baseline()) {
		if r.Urgency.Refers() {
			b.At(b.at["rule "+r.ID], r.ID, "fires on the baseline answers, so nobody could ever get a sheet")
			return
		}
	}
	shown := map[string]bool{}
	for _, s := range b.Steps {
		for i, v := range s.Variants {
			for _, f := range v.Figures {
				shown[f.ID] = true
			}
			if id := s.ID + "/" + v.ID; !b.checked(s.ID) && !b.reachable(s, i) {
				b.At(b.at["variant "+id], id, "no answers that lead to a sheet reach this variant")
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(b.Figures)) {
		if !shown[id] {
			b.At(yaml.Text{File: figuresFile}, id, "no variant of a step shows this figure")
		}
	}
}

// checked reports whether a step was there, and in order, before a pack was laid over it.
func (p *Protocol) checked(step string) bool {
	if p.base == nil {
		return false
	}
	_, ok := p.base.Step(step)
	return ok
}

func (b *builder) checkCases(rule *Rule) {
	for _, c := range rule.Positive {
		if !rule.When.Holds(b.Over(c)) {
			b.At(b.at["rule "+rule.ID], rule.ID, "does not fire for its positive case %s", c)
		}
	}
	for _, c := range rule.Negative {
		if rule.When.Holds(b.Over(c)) {
			b.At(b.at["rule "+rule.ID], rule.ID, "fires for its negative case %s", c)
		}
	}
}

// String is the case as it is written in the content.
func (c Case) String() string {
	var out []string
	for _, id := range slices.Sorted(maps.Keys(c)) {
		out = append(out, id+": "+c[id])
	}
	return "{" + strings.Join(out, ", ") + "}"
}

// kind derives what an answer to a question can do.
func (p *Protocol) kind(q *Question) Kind {
	switch alone := p.alone(q.Index); {
	case q.Choice() || alone == NoUrgency:
		return Course
	case alone.Refers():
		return Stop
	case p.Sections[q.Section].SheetOnly:
		return Precaution
	}
	return CautionIf
}

// alone is the highest urgency that an answer to one question reaches by itself.
func (p *Protocol) alone(question int) (top Urgency) {
	answers := make([]Answer, len(p.Questions))
	for a := range p.Questions[question].Options {
		answers[question] = Answer(a + 1)
		top = max(top, p.Reached(answers))
	}
	return top
}
