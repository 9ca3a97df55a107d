package pack

import "slices"

// censor holds what a pack says about embedded items against them. A pack adds; it never takes
// away, and nothing it says may make an outcome less careful than it was without the pack.
type censor struct {
	problems
	base *Pack
	over Layer
}

func (c *censor) check(added logic) {
	for _, s := range added.screening.Sections {
		c.checkSection(s)
	}
	for _, r := range added.screening.Rules {
		if base := c.base.rule(r.ID.s); base != nil {
			c.checkRule(r, *base)
		}
	}
	if d := added.routine.Days; d.line > 0 && days(d) > c.base.Days {
		c.at(d, "days", "%s is more than the embedded %d; a pack may only bring the review forward", d.s, c.base.Days)
	}
	for _, s := range added.routine.Steps {
		c.checkStep(s)
	}
	c.checkFigures(added)
}

func (c *censor) checkSection(s sectionFile) {
	base := slices.IndexFunc(c.base.Sections, func(o Section) bool { return o.ID == s.ID.s })
	if base >= 0 && s.While.line > 0 && (s.While.s == sheetOnly) != c.base.Sections[base].SheetOnly {
		c.at(s.While, s.ID.s, "while: a pack cannot change when an embedded section is asked; put your questions in a section of your own")
	}
	for _, f := range s.Questions {
		q, ok := c.base.Question(f.ID.s)
		if !ok {
			continue
		}
		if home := c.base.Sections[q.Section].ID; home != s.ID.s {
			c.at(f.ID, q.ID, "stands in section %s, and a pack cannot move it: people could then be asked too late, or not at all; write it under %s", home, home)
			continue
		}
		c.checkQuestion(f, q)
	}
}

// care orders the kinds by how much an answer does; course stands apart.
var care = []Kind{Precaution, CautionIf, Stop}

func (c *censor) checkQuestion(f questionFile, q *Question) {
	if kind := Kind(f.Kind.s); f.Kind.line > 0 && kind != q.Kind {
		was, is := slices.Index(care, q.Kind), slices.Index(care, kind)
		if was < 0 || is < was {
			c.at(f.Kind, q.ID, "kind %s is weaker than the embedded %s; a pack may only raise a kind (precaution, caution, stop)", kind, q.Kind)
		}
	}
	if f.History != nil && !*f.History && q.History {
		c.at(f.ID, q.ID, "history: the professional is told of this answer, and a pack cannot stop that")
	}
	if f.Worrying.line > 0 && f.Worrying.s != q.Worrying {
		c.at(f.Worrying, q.ID, "worrying: a pack cannot turn round which answer counts against; ask a question of your own")
	}
	if f.Baseline.line > 0 && f.Baseline.s != q.Option(q.Baseline) {
		c.at(f.Baseline, q.ID, "baseline: a pack cannot move it; leave it out")
	}
	if len(f.Ages) > 0 {
		c.at(f.Ages[0], q.ID, "ages: a pack cannot change them; leave them out")
	}
	if len(f.Choices) > 0 && !slices.EqualFunc(f.Choices, q.Options, func(t text, o string) bool { return t.s == o }) {
		c.at(f.Choices[0], q.ID, "choices: rules rest on the embedded ones, so a pack cannot change them; ask a question of your own")
	}
}

func (p *Pack) rule(id string) *Rule {
	for i := range p.Rules {
		if p.Rules[i].ID == id {
			return &p.Rules[i]
		}
	}
	return nil
}

func (c *censor) checkRule(f ruleFile, base Rule) {
	if u := slices.Index(urgencyNames[:], f.Urgency.s); u > 0 && Urgency(u) < base.Urgency {
		c.at(f.Urgency, base.ID, "urgency %s is lower than the embedded %s; a pack may only raise it", f.Urgency.s, base.Urgency)
	}
	for _, t := range f.All {
		if !named(base.When.All, t.s) {
			c.at(t, base.ID, "all: one more condition makes the rule fire for fewer people; write a rule of your own with it")
		}
	}
	if len(f.Any) > 0 && len(base.When.Any) == 0 {
		c.at(f.Any[0], base.ID, "any: this rule has no `any` so far, so one makes it fire for fewer people; write a rule of your own with it")
	}
}

func (c *censor) checkStep(s stepFile) {
	base, known := c.base.Step(s.ID.s)
	if known && s.OnRequest != nil && *s.OnRequest != base.OnRequest {
		c.at(s.ID, s.ID.s, "on-request: a pack cannot change who is given an embedded step; narrow it with `unless`, or add a step of your own")
	}
	for _, f := range s.Forms {
		id := s.ID.s + "/" + f.ID.s
		i := -1
		if known {
			i = slices.IndexFunc(base.Forms, func(o Form) bool { return o.ID == f.ID.s })
		}
		if len(f.All) > 0 {
			c.at(f.All[0], id, "all: one more condition gives the form to fewer people; list in `any` who it is for")
		}
		if i < 0 {
			if f.HandsOn != nil && *f.HandsOn {
				c.at(f.ID, id, "hands-on: a pack cannot add a form in which a helper touches the person")
			}
			continue
		}
		c.checkForm(f, base, &base.Forms[i], id)
	}
}

// Locked reports whether a pack must leave a form of the step as it is: what a helper's hands do,
// and what is given on request only, is not safe to change without changing who gets it.
func (s *Step) Locked(f *Form) bool { return f.HandsOn || s.OnRequest }

func (c *censor) checkForm(f formFile, step *Step, base *Form, id string) {
	if f.HandsOn != nil && *f.HandsOn != base.HandsOn {
		c.at(f.ID, id, "hands-on: a pack cannot change whether a helper touches the person in an embedded form; add a form of your own")
	}
	if step.Locked(base) {
		if len(f.Any)+len(f.Figure)+len(f.Dose)+len(f.Lines) > 0 {
			c.at(f.ID, id, "is hands-on or on request only, so a pack cannot change what is done in it or who gets it; narrow it with `unless` on the step or `any` on a safer form")
		}
		return
	}
	for _, l := range f.Lines {
		i := slices.IndexFunc(base.Lines, func(o Part) bool { return o.ID == l.ID.s })
		if i >= 0 && (!sameTerms(l.Any, base.Lines[i].When.Any) || !sameTerms(l.None, base.Lines[i].When.None)) {
			c.at(l.ID, id, "%s: a pack cannot change who reads an embedded line; add a line of your own", l.ID.s)
		}
	}
}

func sameTerms(list []text, base []Term) bool {
	return slices.EqualFunc(list, base, func(t text, o Term) bool { return t.s == o.Text })
}

// checkFigures refuses to redraw what shows where hands go.
func (c *censor) checkFigures(added logic) {
	for i := range c.base.Steps {
		s := &c.base.Steps[i]
		for j := range s.Forms {
			f := &s.Forms[j]
			for _, fig := range f.Figures {
				if _, drawn := added.figures[fig.ID]; drawn && s.Locked(f) {
					c.in(c.over.path(figuresName), fig.ID, "shows where hands go in %s, so a pack cannot redraw it", s.ID+"/"+f.ID)
				}
			}
		}
	}
}

func named(terms []Term, text string) bool {
	return slices.ContainsFunc(terms, func(t Term) bool { return t.Text == text })
}

// locks are the texts a pack cannot touch, besides those that nobody may, by dotted path.
func (p *Pack) locks() map[string]bool {
	out := map[string]bool{}
	for i := range p.Steps {
		s := &p.Steps[i]
		for j := range s.Forms {
			f := &s.Forms[j]
			if !s.Locked(f) {
				continue
			}
			out["steps."+s.ID+".forms."+f.ID] = true
			for _, fig := range f.Figures {
				out["figures."+fig.ID] = true
			}
			for _, l := range f.Lines {
				out["steps."+s.ID+".lines."+l.ID] = true
			}
		}
	}
	return out
}
