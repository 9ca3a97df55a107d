package protocol

import (
	"maps"
	"slices"
	"strings"

	"backcare/internal/yaml"
)

// checkTogether checks what depends on several parts: every rule satisfies its own cases, every
// variant of a step can be reached, every figure is shown, no answer changes the sheet in silence. Steps of the content beneath a pack were
// checked when it was loaded.
func (b *builder) checkTogether() {
	for i := range b.Rules {
		b.checkCases(&b.Rules[i])
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		q.Kind = b.kind(q)
		if q.Warned && b.alone(q.Index) != Emergency {
			b.At(b.at["question "+q.ID], q.ID, "is named in the warning, but no rule makes it an emergency on its own")
		}
	}
	b.checkTold()
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
				b.At(b.at["variant "+id], id, "unreachable: no answers that lead to a sheet select this variant")
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(b.Figures)) {
		if !shown[id] {
			b.At(yaml.Text{File: figuresFile}, id, "no variant of a step shows this figure")
		}
	}
}

// checked reports whether a step comes from the content beneath a pack.
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

// String returns the case as it is written in the content.
func (c Case) String() string {
	var out []string
	for _, id := range slices.Sorted(maps.Keys(c)) {
		out = append(out, id+": "+c[id])
	}
	return "{" + strings.Join(out, ", ") + "}"
}

// kind derives the kind of a question from the rules and its section.
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

// alone returns the highest urgency that any single answer to a question reaches on its own.
func (p *Protocol) alone(question int) (top Urgency) {
	answers := make([]Answer, len(p.Questions))
	for a := range p.Questions[question].Options {
		answers[question] = Answer(a + 1)
		top = max(top, p.Reached(answers))
	}
	return top
}
