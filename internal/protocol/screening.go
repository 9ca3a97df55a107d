package protocol

import (
	"slices"
	"strconv"
	"strings"
)

type screeningFile struct {
	Version    text          `yaml:"version"`
	ReviewedBy text          `yaml:"reviewed-by"`
	ReviewedOn text          `yaml:"reviewed-on"`
	Sections   []sectionFile `yaml:"sections"`
	Rules      []ruleFile    `yaml:"rules"`
}

type sectionFile struct {
	ID        text           `yaml:"id"`
	Before    text           `yaml:"before"` // in a pack: the section it goes in front of
	While     text           `yaml:"while"`
	Questions []questionFile `yaml:"questions"`
}

type questionFile struct {
	ID       text   `yaml:"id"`
	History  *bool  `yaml:"history"`
	Worrying text   `yaml:"worrying"`
	Choices  []text `yaml:"choices"`
	Ages     []text `yaml:"ages"`
	Baseline text   `yaml:"baseline"`
	Sources  []text `yaml:"sources"`
}

type ruleFile struct {
	ID       text       `yaml:"id"`
	Urgency  text       `yaml:"urgency"`
	All      []text     `yaml:"all"`
	Any      []text     `yaml:"any"`
	Sources  []text     `yaml:"sources"`
	Positive []caseFile `yaml:"positive"`
	Negative []caseFile `yaml:"negative"`
}

// sheetOnly is the value of `while` for questions that are asked only while it is still a sheet.
const sheetOnly = "sheet"

func (b *builder) addScreening(f screeningFile) {
	b.Version, b.ReviewedBy, b.ReviewedOn = f.Version.s, f.ReviewedBy.s, f.ReviewedOn.s
	if b.Version == "" {
		b.in(screeningName, "version", "missing")
	}
	if !reviewed(b.ReviewedBy, b.ReviewedOn) {
		b.at(f.ReviewedOn, "reviewed-on", reviewRule)
	}
	for _, s := range f.Sections {
		b.addSection(s)
	}
	for _, rule := range f.Rules {
		b.addRule(rule)
	}
	slices.SortStableFunc(b.Rules, func(x, y Rule) int { return int(y.Urgency) - int(x.Urgency) })
}

func (b *builder) addSection(s sectionFile) {
	b.checkID(s.ID)
	if slices.ContainsFunc(b.Sections, func(o Section) bool { return o.ID == s.ID.s }) {
		b.at(s.ID, s.ID.s, "a second section with this id")
	}
	if s.While.s != "" && s.While.s != sheetOnly {
		b.at(s.While, s.ID.s, "while: %q is not known; use sheet or leave it out", s.While.s)
	}
	section := Section{ID: s.ID.s, SheetOnly: s.While.s == sheetOnly}
	if n := len(b.Sections); n > 0 && b.Sections[n-1].SheetOnly && !section.SheetOnly {
		b.at(s.ID, s.ID.s, "is asked of everyone, so it must stand before the sections asked only for a sheet")
	}
	for _, q := range s.Questions {
		if n, ok := b.addQuestion(q); ok {
			section.Questions = append(section.Questions, n)
		}
	}
	if len(section.Questions) == 0 {
		b.at(s.ID, s.ID.s, "a section needs at least one question")
	}
	b.marks["section "+s.ID.s] = s.ID
	b.Sections = append(b.Sections, section)
}

func (b *builder) addQuestion(f questionFile) (place int, ok bool) {
	id := f.ID.s
	b.checkID(f.ID)
	if Reserved(id) {
		b.at(f.ID, id, "a question cannot have this id: it names a column about the person; use another, such as my-%s", id)
	}
	if _, twice := b.questions[id]; twice {
		b.at(f.ID, id, "a second question with this id")
		return 0, false
	}
	q := Question{ID: id, Index: len(b.Questions), Section: len(b.Sections), History: f.History != nil && *f.History}
	q.Sources = b.sourceIDs(f.Sources, f.ID)
	if len(f.Choices) > 0 {
		for _, c := range f.Choices {
			b.checkID(c)
			q.Options = append(q.Options, c.s)
		}
		a, err := q.Answer(f.Baseline.s)
		if err != nil || f.Worrying.s != "" {
			b.at(f.ID, id, "a question with choices names one as its baseline, and has no worrying")
		}
		if len(q.Options) > mostChoices {
			b.at(f.ID, id, "has %d choices; %d is the most", len(q.Options), mostChoices)
		}
		q.Baseline = a
		q.Ages = b.ages(f, len(q.Options))
	} else {
		q.Options, q.Worrying = []string{Yes, No, Unsure}, f.Worrying.s
		if q.Worrying == "" {
			q.Worrying = Yes
		}
		calm := map[string]string{Yes: No, No: Yes}[q.Worrying]
		a, err := q.Answer(calm)
		if err != nil || f.Baseline.s != "" {
			b.at(f.ID, id, "worrying is yes or no, and baseline is for choices only")
		}
		q.Baseline = a
	}
	b.marks["question "+id] = f.ID
	b.questions[id] = q.Index
	b.Questions = append(b.Questions, q)
	return q.Index, true
}

// ages reads the age at which each choice begins.
func (b *builder) ages(f questionFile, choices int) (out []int) {
	if f.Ages == nil {
		return nil
	}
	for _, t := range f.Ages {
		n, err := strconv.Atoi(t.s)
		if err != nil || n < 0 || len(out) > 0 && n <= out[len(out)-1] {
			b.at(t, f.ID.s, "ages: %q is no age in years above the one before", t.s)
			return nil
		}
		out = append(out, n)
	}
	if len(out) != choices || out[0] != 0 {
		b.at(f.Ages[0], f.ID.s, "ages: one for each of the %d choices, the first 0", choices)
		return nil
	}
	return out
}

func (b *builder) addRule(f ruleFile) {
	rule := Rule{ID: f.ID.s, Sources: b.sourceIDs(f.Sources, f.ID)}
	b.checkID(f.ID)
	if slices.ContainsFunc(b.Rules, func(o Rule) bool { return o.ID == rule.ID }) {
		b.at(f.ID, rule.ID, "a second rule with this id")
	}
	if u := slices.Index(urgencyNames[:], f.Urgency.s); u > 0 {
		rule.Urgency = Urgency(u)
	} else {
		b.at(or(f.Urgency, f.ID), rule.ID, "urgency %q is not known; use %s", f.Urgency.s, oneOf(urgencyNames[1:]))
	}
	rule.When = When{All: b.terms(f.All, rule.ID), Any: b.terms(f.Any, rule.ID)}
	if len(f.All)+len(f.Any) == 0 {
		b.at(f.ID, rule.ID, "a rule needs `all` or `any`; this one would fire for everyone")
	}
	rule.Positive = b.cases(f.Positive, rule.ID)
	rule.Negative = b.cases(f.Negative, rule.ID)
	if len(rule.Positive) == 0 || len(rule.Negative) == 0 {
		b.at(f.ID, rule.ID, "a rule needs a positive case, for which it fires, and a negative one, for which it does not")
	}
	b.marks["rule "+rule.ID] = f.ID
	b.Rules = append(b.Rules, rule)
}

// terms reads "question=answer" terms. Of a yes, no, unsure question only the worrying answer may
// be named, so that no answer can ever lower an urgency; unsure then always holds.
func (b *builder) terms(list []text, id string) []Term {
	var out []Term
	for _, t := range list {
		name, option, ok := strings.Cut(t.s, "=")
		q, known := b.Question(name)
		if !ok || !known {
			b.at(t, id, "%q names no question; write question=answer", t.s)
			continue
		}
		a, err := q.Answer(option)
		if err != nil {
			b.at(t, id, "%v", err)
			continue
		}
		term := Term{Question: q.Index, Text: t.s, mask: 1 << a}
		if !q.Choice() {
			if option != q.Worrying {
				b.at(t, id, "%q: only the worrying answer, %s=%s, can be named", t.s, name, q.Worrying)
			}
			unsure, _ := q.Answer(Unsure)
			term.mask |= 1 << unsure
		}
		out = append(out, term)
	}
	return out
}

func (b *builder) cases(list []caseFile, id string) []Case {
	var out []Case
	for _, f := range list {
		c := Case{}
		for _, a := range f {
			q, known := b.Question(a.ID.s)
			if !known {
				b.at(a.ID, id, "case: %q names no question", a.ID.s)
				continue
			}
			if _, err := q.Answer(a.Option.s); err != nil {
				b.at(a.Option, id, "case: %v", err)
				continue
			}
			if _, twice := c[a.ID.s]; twice {
				b.at(a.ID, id, "case: %s stands here twice", a.ID.s)
			}
			c[a.ID.s] = a.Option.s
		}
		out = append(out, c)
	}
	return out
}
