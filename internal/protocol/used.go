package protocol

import "slices"

// Idle lists the ids of the questions that no rule, step or line of the sheet looks at, in order. Their
// answers only appear on the note. Those reported as background are left out.
func (p *Protocol) Idle() (out []string) {
	rules := map[int]bool{}
	for _, r := range p.Rules {
		mark(rules, r.When.Terms())
	}
	for _, q := range p.Questions {
		mark(rules, q.With)
	}
	routine := p.inRoutine()
	for _, q := range p.Questions {
		if !q.History && !rules[q.Index] && !routine[q.Index] {
			out = append(out, q.ID)
		}
	}
	return out
}

// inRoutine returns the questions whose answers change the sheet.
func (p *Protocol) inRoutine() map[int]bool {
	out := map[int]bool{}
	for _, s := range p.Steps {
		mark(out, s.Unless)
		for _, v := range s.Variants {
			mark(out, v.When.Terms())
			for _, part := range slices.Concat(v.Figures, v.Doses, v.Lines) {
				mark(out, part.When.Terms())
			}
		}
	}
	for _, e := range p.Expect {
		mark(out, e.When.Terms())
	}
	return out
}

func mark(questions map[int]bool, terms []Term) {
	for _, t := range terms {
		questions[t.Question] = true
	}
}

// checkTold refuses a question whose answer changes the sheet without the sheet saying so: each such answer
// needs a caution, whose line is printed. A choice is exempt, such as whether somebody helps.
func (b *builder) checkTold() {
	routine := b.inRoutine()
	for _, q := range b.Questions {
		if q.Kind == Course && !q.Choice() && routine[q.Index] {
			b.At(b.at["question "+q.ID], q.ID, "its answer changes the routine, so the sheet must say so: add a rule with `urgency: caution` and `any: [%s=%s]`", q.ID, q.Worrying)
		}
	}
}
