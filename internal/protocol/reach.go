package protocol

import "slices"

// reachable looks for answers that lead to a sheet and select variant n of a step: nothing that
// removes the step or selects an earlier variant, and one of the variant's own terms.
func (p *Protocol) reachable(s Step, n int) bool {
	for _, bad := range avoidances(s.Unless, s.Variants[:n]) {
		if base, ok := p.avoiding(bad); ok && p.reaches(base, s.Variants[n].When, bad) {
			return true
		}
	}
	return false
}

// reaches makes a condition hold and reports whether the answers still lead to a sheet.
func (p *Protocol) reaches(base []Answer, w When, bad []Term) bool {
	for _, t := range w.All {
		var ok bool
		if base, ok = p.making(base, t, bad); !ok {
			return false
		}
	}
	if len(w.Any) == 0 {
		return !p.Reached(base).Refers()
	}
	for _, t := range w.Any {
		if answers, ok := p.making(base, t, bad); ok && !p.Reached(answers).Refers() {
			return true
		}
	}
	return false
}

// avoidances lists the ways to avoid some terms and all of these variants. A variant that needs two
// things at once is avoided by failing either.
func avoidances(terms []Term, variants []Variant) [][]Term {
	out := [][]Term{terms}
	for _, f := range variants {
		var next [][]Term
		for _, bad := range out {
			if len(f.When.Any) > 0 {
				next = append(next, slices.Concat(bad, f.When.Any))
			}
			for _, t := range f.When.All {
				next = append(next, slices.Concat(bad, []Term{t}))
			}
		}
		out = next
	}
	return out
}

// avoiding returns the baseline with choices changed until none of the terms holds.
func (p *Protocol) avoiding(bad []Term) ([]Answer, bool) {
	out := p.Baseline()
	for i := range p.Questions {
		if !holdsAny(bad, i, out[i]) {
			continue
		}
		moved := false
		for a := Answer(1); int(a) <= len(p.Questions[i].Options) && !moved; a++ {
			if moved = !holdsAny(bad, i, a); moved {
				out[i] = a
				moved = !p.Reached(out).Refers()
			}
		}
		if !moved {
			return nil, false
		}
	}
	return out, true
}

func (p *Protocol) making(base []Answer, t Term, bad []Term) ([]Answer, bool) {
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
