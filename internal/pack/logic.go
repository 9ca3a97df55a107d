package pack

// checkLogic looks at what only shows when the parts are put together: every rule can fire and
// keeps its own cases, every stop question refers by itself, every form of a step can be reached.
func (p *Pack) checkLogic(list *[]error) {
	r := report{screeningName, list}
	for i := range p.Rules {
		p.checkCases(&p.Rules[i], r)
	}
	for i := range p.Questions {
		p.checkKind(&p.Questions[i], r)
	}
	if fired := p.referral(p.Baseline()); fired != "" {
		r.add(0, fired, "fires on the baseline answers, so nobody could ever get a sheet")
	}
	r = report{routineName, list}
	for _, s := range p.Steps {
		for i, f := range s.Forms {
			if !p.reachable(s, i) {
				r.add(0, s.ID+"/"+f.ID, "no answers that lead to a sheet reach this form")
			}
		}
	}
}

// Baseline is the set of answers that worries least, by question place.
func (p *Pack) Baseline() []Answer {
	out := make([]Answer, len(p.Questions))
	for i, q := range p.Questions {
		out[i] = q.Baseline
	}
	return out
}

// Over puts the answers of a case over the baseline.
func (p *Pack) Over(c Case) []Answer {
	out := p.Baseline()
	for id, option := range c {
		q, _ := p.Question(id)
		out[q.Index], _ = q.Answer(option)
	}
	return out
}

func (p *Pack) checkCases(rule *Rule, r report) {
	for _, c := range rule.Fires {
		if !rule.When.Holds(p.Over(c)) {
			r.add(0, rule.ID, "does not fire for its case %v", map[string]string(c))
		}
	}
	for _, c := range rule.Quiet {
		if rule.When.Holds(p.Over(c)) {
			r.add(0, rule.ID, "fires for %v, which should leave it quiet", map[string]string(c))
		}
	}
}

// checkKind holds the kind a question claims against what the rules do with it alone.
func (p *Pack) checkKind(q *Question, r report) {
	if q.Choice() || q.Kind == Course {
		return
	}
	answers := make([]Answer, len(p.Questions))
	answers[q.Index], _ = q.Answer(q.Worrying)
	alone := NoUrgency
	for _, rule := range p.Rules {
		if rule.When.Holds(answers) {
			alone = max(alone, rule.Urgency)
		}
	}
	switch {
	case q.Kind == Stop && !alone.Refers():
		r.add(0, q.ID, "is a stop question, but no rule refers on it alone")
	case q.Kind != Stop && alone != Caution:
		r.add(0, q.ID, "is of kind %s, so exactly a caution rule must fire on it alone", q.Kind)
	}
}

func (p *Pack) referral(answers []Answer) string {
	for _, rule := range p.Rules {
		if rule.Urgency.Refers() && rule.When.Holds(answers) {
			return rule.ID
		}
	}
	return ""
}

// reachable looks for answers that lead to a sheet and to form n of a step: none of what removes
// the step or picks an earlier form, and one of the form's own terms.
func (p *Pack) reachable(s Step, n int) bool {
	bad := append([]Term(nil), s.Unless...)
	for _, f := range s.Forms[:n] {
		bad = append(bad, f.When.Any...)
	}
	base, ok := p.avoiding(bad)
	if !ok {
		return false
	}
	if len(s.Forms[n].When.Any) == 0 {
		return p.referral(base) == ""
	}
	for _, t := range s.Forms[n].When.Any {
		if answers, ok := p.making(base, t, bad); ok && p.referral(answers) == "" {
			return true
		}
	}
	return false
}

// avoiding gives the baseline answers with choices moved until none of the terms holds.
func (p *Pack) avoiding(bad []Term) ([]Answer, bool) {
	out := p.Baseline()
	for i := range p.Questions {
		if !holdsAny(bad, i, out[i]) {
			continue
		}
		moved := false
		for a := Answer(1); int(a) <= len(p.Questions[i].Options) && !moved; a++ {
			if moved = !holdsAny(bad, i, a); moved {
				out[i] = a
				moved = p.referral(out) == ""
			}
		}
		if !moved {
			return nil, false
		}
	}
	return out, true
}

func (p *Pack) making(base []Answer, t Term, bad []Term) ([]Answer, bool) {
	for a := Answer(1); int(a) <= len(p.Questions[t.Question].Options); a++ {
		if t.Holds(a) && !holdsAny(bad, t.Question, a) {
			out := append([]Answer(nil), base...)
			out[t.Question] = a
			return out, true
		}
	}
	return nil, false
}

func holdsAny(terms []Term, question int, a Answer) bool {
	for _, t := range terms {
		if t.Question == question && t.Holds(a) {
			return true
		}
	}
	return false
}
