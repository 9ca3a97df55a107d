package protocol

import "slices"

// censor holds what a pack says about embedded items against them. A pack adds; it never takes
// away, and nothing it says may make an outcome less careful than it was without the pack.
type censor struct {
	problems
	base *Protocol
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
	if base < 0 {
		c.checkAsked(s)
	}
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

// checkAsked keeps a section of a pack behind every question that makes an emergency by itself:
// whoever has that sign is told so before anything else is asked.
func (c *censor) checkAsked(s sectionFile) {
	at, last := -1, -1
	for i, o := range c.base.Sections {
		if o.ID == s.Before.s {
			at = i
		}
		if slices.ContainsFunc(o.Questions, func(q int) bool { return c.base.alone(q).Urgency == Emergency }) {
			last = i
		}
	}
	if at >= 0 && at <= last {
		c.at(s.Before, s.ID.s, "before: a section of a pack stands behind the embedded ones that ask for an emergency, the last of which is %s", c.base.Sections[last].ID)
	}
}

func (c *censor) checkQuestion(f questionFile, q *Question) {
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

func (p *Protocol) rule(id string) *Rule {
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

func named(terms []Term, text string) bool {
	return slices.ContainsFunc(terms, func(t Term) bool { return t.Text == text })
}
