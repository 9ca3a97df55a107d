package protocol

import (
	"maps"
	"slices"
	"strings"

	"backcare/internal/figure"
)

// checkLogic looks at what only shows when the parts are put together: every rule can fire and
// keeps its own cases, every stop question refers by itself, every form of a step can be reached.
func (b *builder) checkLogic() {
	for i := range b.Rules {
		b.checkCases(&b.Rules[i])
	}
	for i := range b.Questions {
		b.Questions[i].Kind = b.kind(&b.Questions[i])
	}
	if rule := b.referral(b.Protocol.Baseline()); rule != "" {
		b.at(b.marks["rule "+rule], rule, "fires on the baseline answers, so nobody could ever get a sheet")
		return
	}
	for _, s := range b.Steps {
		for i, f := range s.Variants {
			if id := s.ID + "/" + f.ID; !b.retired(s.ID, f.ID) && !b.reachable(s, i) {
				b.at(b.marks["form "+id], id, "no answers that lead to a sheet reach this form")
			}
		}
	}
}

// checkFigures refuses what a layer draws and no form of a step shows.
func (b *builder) checkFigures(l Layer, drawn figure.Set) {
	if len(b.problems) > 0 { // it may be a form in error that shows it
		return
	}
	shown, _ := b.used()
	for _, id := range slices.Sorted(maps.Keys(drawn)) {
		if !shown[id] {
			b.in(l.path(figuresName), id, "no form of a step shows this figure")
		}
	}
}

// used are the figures and the doses that some form of a step has.
func (p *Protocol) used() (figures, doses map[string]bool) {
	figures, doses = map[string]bool{}, map[string]bool{}
	for _, s := range p.Steps {
		for _, f := range s.Variants {
			for _, fig := range f.Figures {
				figures[fig.ID] = true
			}
			for _, d := range f.Doses {
				doses[d.ID] = true
			}
		}
	}
	return figures, doses
}

// Baseline is the set of answers that worries least, by question place.
func (p *Protocol) Baseline() []Answer {
	out := make([]Answer, len(p.Questions))
	for i, q := range p.Questions {
		out[i] = q.Baseline
	}
	return out
}

// Over puts the answers of a case over the baseline.
func (p *Protocol) Over(c Case) []Answer {
	out := p.Baseline()
	for id, option := range c {
		q, _ := p.Question(id)
		out[q.Index], _ = q.Answer(option)
	}
	return out
}

func (b *builder) checkCases(rule *Rule) {
	for _, c := range rule.Positive {
		if !rule.When.Holds(b.Over(c)) {
			b.at(b.marks["rule "+rule.ID], rule.ID, "does not fire for its case %s", c)
		}
	}
	for _, c := range rule.Negative {
		if rule.When.Holds(b.Over(c)) {
			b.at(b.marks["rule "+rule.ID], rule.ID, "fires for %s, which should leave it quiet", c)
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
	alone := p.alone(q.Index).Urgency
	switch {
	case q.Choice() || alone == NoUrgency:
		return Course
	case alone.Refers():
		return Stop
	case p.Sections[q.Section].SheetOnly:
		return Precaution
	}
	return CautionIf
}

// alone is the most urgent rule that an answer to one question makes fire by itself, or no rule.
func (p *Protocol) alone(question int) (by Rule) {
	answers := make([]Answer, len(p.Questions))
	for a := range p.Questions[question].Options {
		answers[question] = Answer(a + 1)
		for _, rule := range p.Rules {
			if rule.Urgency > by.Urgency && rule.When.Holds(answers) {
				by = rule
			}
		}
	}
	return by
}

func (p *Protocol) referral(answers []Answer) string {
	for _, rule := range p.Rules {
		if rule.Urgency.Refers() && rule.When.Holds(answers) {
			return rule.ID
		}
	}
	return ""
}
