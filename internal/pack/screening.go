package pack

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
)

type screeningFile struct {
	Version    string        `yaml:"version"`
	ReviewedBy string        `yaml:"reviewed-by"`
	ReviewedOn string        `yaml:"reviewed-on"`
	Sections   []sectionFile `yaml:"sections"`
	Rules      []ruleFile    `yaml:"rules"`
}

type sectionFile struct {
	ID        text           `yaml:"id"`
	While     string         `yaml:"while"`
	Questions []questionFile `yaml:"questions"`
}

type questionFile struct {
	ID       text   `yaml:"id"`
	Kind     text   `yaml:"kind"`
	History  bool   `yaml:"history"`
	Worrying string `yaml:"worrying"`
	Choices  []text `yaml:"choices"`
	Baseline string `yaml:"baseline"`
	Sources  []text `yaml:"sources"`
}

type ruleFile struct {
	ID      text            `yaml:"id"`
	Urgency text            `yaml:"urgency"`
	All     []text          `yaml:"all"`
	Any     []text          `yaml:"any"`
	Sources []text          `yaml:"sources"`
	Fires   []map[text]text `yaml:"fires"`
	Quiet   []map[text]text `yaml:"quiet"`
}

const screeningName = "screening.yaml"

var (
	idPattern   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	datePattern = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})?$`)
	kinds       = []string{string(Stop), string(CautionIf), string(Precaution), string(Course)}
)

func (p *Pack) loadScreening(fsys fs.FS, list *[]error) error {
	var f screeningFile
	if err := decode(fsys, screeningName, &f); err != nil {
		return err
	}
	r := report{screeningName, list}
	p.Version, p.ReviewedBy, p.ReviewedOn = f.Version, f.ReviewedBy, f.ReviewedOn
	if p.Version == "" {
		r.add(0, "version", "missing")
	}
	if !datePattern.MatchString(p.ReviewedOn) || (p.ReviewedBy == "") != (p.ReviewedOn == "") {
		r.add(0, "reviewed-on", "give reviewed-by and reviewed-on (YYYY-MM-DD) together, or neither")
	}
	for _, s := range f.Sections {
		p.addSection(s, r)
	}
	for _, rule := range f.Rules {
		p.addRule(rule, r)
	}
	slices.SortStableFunc(p.Rules, func(a, b Rule) int { return int(b.Urgency) - int(a.Urgency) })
	return nil
}

func (p *Pack) addSection(s sectionFile, r report) {
	p.checkID(s.ID, r)
	if slices.ContainsFunc(p.Sections, func(o Section) bool { return o.ID == s.ID.s }) {
		r.add(s.ID.line, s.ID.s, "a second section with this id")
	}
	if s.While != "" && s.While != "sheet" {
		r.add(s.ID.line, s.ID.s, "while: %q is not known; use sheet or leave it out", s.While)
	}
	section := Section{ID: s.ID.s, SheetOnly: s.While == "sheet"}
	for _, q := range s.Questions {
		if n, ok := p.addQuestion(q, r); ok {
			section.Questions = append(section.Questions, n)
		}
	}
	p.Sections = append(p.Sections, section)
}

func (p *Pack) addQuestion(f questionFile, r report) (place int, ok bool) {
	id := f.ID.s
	p.checkID(f.ID, r)
	if _, twice := p.questions[id]; twice {
		r.add(f.ID.line, id, "a second question with this id")
		return 0, false
	}
	if !slices.Contains(kinds, f.Kind.s) {
		r.add(f.Kind.line, id, "kind %q is not known; use %s", f.Kind.s, oneOf(kinds))
	}
	q := Question{ID: id, Index: len(p.Questions), Section: len(p.Sections), Kind: Kind(f.Kind.s), History: f.History}
	q.Sources = p.sourceIDs(f.Sources, id, f.ID.line, r)
	if len(f.Choices) > 0 {
		for _, c := range f.Choices {
			q.Options = append(q.Options, c.s)
		}
		a, err := q.Answer(f.Baseline)
		if err != nil || f.Worrying != "" || q.Kind != Course {
			r.add(f.ID.line, id, "a question with choices is of kind course, names one as its baseline, and has no worrying")
		}
		q.Baseline = a
	} else {
		q.Options, q.Worrying = []string{Yes, No, Unsure}, f.Worrying
		if q.Worrying == "" {
			q.Worrying = Yes
		}
		calm := map[string]string{Yes: No, No: Yes}[q.Worrying]
		a, err := q.Answer(calm)
		if err != nil || f.Baseline != "" {
			r.add(f.ID.line, id, "worrying is yes or no, and baseline is for choices only")
		}
		q.Baseline = a
	}
	p.questions[id] = q.Index
	p.Questions = append(p.Questions, q)
	return q.Index, true
}

func (p *Pack) addRule(f ruleFile, r report) {
	rule := Rule{ID: f.ID.s, Sources: p.sourceIDs(f.Sources, f.ID.s, f.ID.line, r)}
	p.checkID(f.ID, r)
	if slices.ContainsFunc(p.Rules, func(o Rule) bool { return o.ID == rule.ID }) {
		r.add(f.ID.line, rule.ID, "a second rule with this id")
	}
	if u := slices.Index(urgencyNames[:], f.Urgency.s); u > 0 {
		rule.Urgency = Urgency(u)
	} else {
		r.add(f.ID.line, rule.ID, "urgency %q is not known; use %s", f.Urgency.s, oneOf(urgencyNames[1:]))
	}
	rule.When = When{All: p.terms(f.All, rule.ID, r), Any: p.terms(f.Any, rule.ID, r)}
	if len(f.All)+len(f.Any) == 0 {
		r.add(f.ID.line, rule.ID, "a rule needs `all` or `any`; this one would fire for everyone")
	}
	rule.Fires = p.cases(f.Fires, rule.ID, r)
	rule.Quiet = p.cases(f.Quiet, rule.ID, r)
	if len(rule.Fires) == 0 || len(rule.Quiet) == 0 {
		r.add(f.ID.line, rule.ID, "a rule needs a case for which it fires and one for which it is quiet")
	}
	p.Rules = append(p.Rules, rule)
}

// terms reads "question=answer" terms. Of a yes, no, unsure question only the worrying answer may
// be named, so that no answer can ever lower an urgency; unsure then always holds.
func (p *Pack) terms(list []text, id string, r report) []Term {
	var out []Term
	for _, t := range list {
		name, option, ok := strings.Cut(t.s, "=")
		q, known := p.Question(name)
		if !ok || !known {
			r.add(t.line, id, "%q names no question; write question=answer", t.s)
			continue
		}
		a, err := q.Answer(option)
		if err != nil {
			r.add(t.line, id, "%v", err)
			continue
		}
		term := Term{Question: q.Index, Text: t.s, mask: 1 << a}
		if !q.Choice() {
			if option != q.Worrying {
				r.add(t.line, id, "%q: only the worrying answer, %s=%s, can be named", t.s, name, q.Worrying)
			}
			unsure, _ := q.Answer(Unsure)
			term.mask |= 1 << unsure
		}
		out = append(out, term)
	}
	return out
}

func (p *Pack) cases(list []map[text]text, id string, r report) []Case {
	var out []Case
	for _, m := range list {
		c := Case{}
		for _, k := range slices.SortedFunc(maps.Keys(m), func(a, b text) int { return a.line - b.line }) {
			q, known := p.Question(k.s)
			if !known {
				r.add(k.line, id, "case: %q names no question", k.s)
				continue
			}
			if _, err := q.Answer(m[k].s); err != nil {
				r.add(k.line, id, "case: %v", err)
			}
			c[k.s] = m[k].s
		}
		out = append(out, c)
	}
	return out
}

func (p *Pack) checkID(id text, r report) {
	if !idPattern.MatchString(id.s) {
		r.add(id.line, id.s, "an id is lower-case letters and digits with single hyphens, such as leg-pain")
	}
}

func (p *Pack) sourceIDs(list []text, id string, line int, r report) []string {
	var out []string
	for _, s := range list {
		if !slices.ContainsFunc(p.Sources, func(o Source) bool { return o.ID == s.s }) {
			r.add(s.line, id, "source %q is not in sources.yaml", s.s)
		}
		out = append(out, s.s)
	}
	if len(out) == 0 {
		r.add(line, id, "needs at least one source")
	}
	return out
}
