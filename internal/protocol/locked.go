package protocol

import "slices"

// Locked reports whether a pack must leave a form of the step as it is: what a helper's hands do,
// what is given on request only, and what keeps people safe.
func (s *Step) Locked(f *Variant) bool { return f.HandsOn || s.fixed() }

// fixed reports whether a pack must leave every form of the step as it is, and add none.
func (s *Step) fixed() bool { return s.OnRequest || s.Mandatory }

func (c *censor) checkStep(s stepFile) {
	base, known := c.base.Step(s.ID.s)
	if s.Mandatory != nil {
		c.at(s.ID, s.ID.s, "keep: only the embedded content says what keeps people safe; leave it out")
	}
	if !known {
		c.checkDone(s)
		for _, f := range s.Variants {
			c.checkForFewer(f, s.ID.s)
			c.checkNewForm(f, &Step{ID: s.ID.s})
		}
		return
	}
	if s.OnRequest != nil && *s.OnRequest != base.OnRequest {
		c.at(s.ID, base.ID, "on-request: a pack cannot change who is given an embedded step; narrow it with `unless`, or add a step of your own")
	}
	if base.Mandatory && len(s.Unless) > 0 {
		c.at(s.Unless[0], base.ID, "unless: this step keeps people safe, so everyone is given it")
	}
	for _, f := range s.Variants {
		c.checkForFewer(f, s.ID.s)
		switch i := slices.IndexFunc(base.Variants, func(o Variant) bool { return o.ID == f.ID.s }); {
		case i >= 0:
			c.checkForm(f, base, &base.Variants[i])
		default:
			c.at(f.ID, base.ID+"/"+f.ID.s, "is another form of an embedded step, and would take the place of the one some people need; add a step of your own")
		}
	}
}

// checkDone keeps a step of a pack behind the first one that asks whether it is safe to go on.
func (c *censor) checkDone(s stepFile) {
	at := slices.IndexFunc(c.base.Steps, func(o Step) bool { return o.ID == s.Before.s })
	first := slices.IndexFunc(c.base.Steps, func(o Step) bool { return o.Mandatory })
	if at >= 0 && at <= first {
		c.at(s.Before, s.ID.s, "before: %s shows if it is safe to go on today; a step of your own stands behind it", c.base.Steps[first].ID)
	}
}

func (c *censor) checkForFewer(f variantFile, step string) {
	if len(f.All) > 0 {
		c.at(f.All[0], step+"/"+f.ID.s, "all: one more condition gives the form to fewer people; list in `any` who it is for")
	}
}

func (c *censor) checkNewForm(f variantFile, step *Step) {
	id := step.ID + "/" + f.ID.s
	if f.HandsOn != nil && *f.HandsOn {
		c.at(f.ID, id, "hands-on: a pack cannot add a form in which a helper touches the person")
	}
	c.checkDrawn(f, id)
	c.checkLines(f, step, id)
}

func (c *censor) checkForm(f variantFile, step *Step, base *Variant) {
	id := step.ID + "/" + base.ID
	if f.HandsOn != nil && *f.HandsOn != base.HandsOn {
		c.at(f.ID, id, "hands-on: a pack cannot change whether a helper touches the person in an embedded form; add a form of your own")
	}
	if step.Locked(base) {
		if len(f.Any)+len(f.Figure)+len(f.Dose)+len(f.Lines) > 0 {
			c.at(f.ID, id, "%s", untouched(step))
		}
		return
	}
	if len(f.Any) > 0 {
		c.at(f.Any[0], id, "any: a pack cannot give a form to people who need another; narrow the step with `unless`, or add a step of your own")
	}
	if len(f.Figure) > 0 {
		c.at(f.Figure[0].ID, id, "figure: goes with what the form says, so a pack cannot change it; add a step of your own")
	}
	if len(f.Dose) > 0 && slices.ContainsFunc(base.Doses, calledFor) {
		c.at(f.Dose[0].ID, id, "dose: some are given another because of an answer, so a pack cannot change it")
	}
	c.checkLines(f, step, id)
}

// checkLines keeps each embedded line of a step with the hands and the people it is written for,
// whatever form of the step a pack puts it into.
func (c *censor) checkLines(f variantFile, step *Step, id string) {
	for _, l := range f.Lines {
		for _, base := range step.Variants {
			i := slices.IndexFunc(base.Lines, func(o Part) bool { return o.ID == l.ID.s })
			if i < 0 {
				continue
			}
			if base.HandsOn {
				c.at(l.ID, id, "%s: says what hands do in %s; add a line of your own", l.ID.s, step.ID+"/"+base.ID)
			} else if !sameTerms(l.Any, base.Lines[i].When.Any) || !sameTerms(l.None, base.Lines[i].When.None) {
				c.at(l.ID, id, "%s: a pack cannot change who reads an embedded line; add a line of your own", l.ID.s)
			}
			break // it is for the same people wherever it stands
		}
	}
}

func untouched(s *Step) string {
	if s.Mandatory {
		return "keeps people safe, so a pack cannot change what is done in it; add a step of your own"
	}
	return "is hands-on or on request only, so a pack cannot change what is done in it or who gets it; narrow the step with `unless`"
}

func sameTerms(list []text, base []Term) bool {
	return slices.EqualFunc(list, base, func(t text, o Term) bool { return t.s == o.Text })
}

// handed are the drawings of where hands go, with the variants they belong to.
func (p *Protocol) handed() map[string]string {
	out := map[string]string{}
	for i := range p.Steps {
		s := &p.Steps[i]
		for _, f := range s.Variants {
			for _, fig := range f.Figures {
				if f.HandsOn || s.OnRequest {
					out[fig.ID] = s.ID + "/" + f.ID
				}
			}
		}
	}
	return out
}

// checkDrawn refuses a drawing of where hands go in a form that is not the embedded one: it would
// be hands-on for people whom the embedded rules keep from that.
func (c *censor) checkDrawn(f variantFile, id string) {
	for _, fig := range f.Figure {
		if form, ok := c.base.handed()[fig.ID.s]; ok {
			c.at(fig.ID, id, "figure %s shows where hands go in %s; use another drawing", fig.ID.s, form)
		}
	}
}

// checkFigures refuses to redraw what a pack must leave as it is.
func (c *censor) checkFigures(added logic) {
	for i := range c.base.Steps {
		s := &c.base.Steps[i]
		for j := range s.Variants {
			f := &s.Variants[j]
			for _, fig := range f.Figures {
				if _, drawn := added.figures[fig.ID]; drawn && (s.Locked(f) || calledFor(fig)) {
					c.in(c.over.path(figuresName), fig.ID, "belongs to %s, which a pack cannot redraw", s.ID+"/"+f.ID)
				}
			}
		}
	}
}

// calledFor reports whether a line or a figure is there because of an answer: it is a precaution.
func calledFor(p Part) bool { return len(p.When.Any) > 0 }

// locks are the texts a pack cannot touch, besides those that nobody may, by dotted path.
func (p *Protocol) locks() map[string]bool {
	out := map[string]bool{}
	for i := range p.Steps {
		s := &p.Steps[i]
		step := "steps." + s.ID
		for j := range s.Variants {
			f := &s.Variants[j]
			if s.Locked(f) {
				out[step+".name"] = true // the form goes by it
				out[step+".variants."+f.ID] = true
			}
			for _, l := range f.Lines {
				if s.Locked(f) || calledFor(l) {
					out[step+".lines."+l.ID] = true
				}
			}
			for _, fig := range f.Figures {
				if s.Locked(f) || calledFor(fig) {
					out["figures."+fig.ID] = true
				}
			}
		}
	}
	return out
}
