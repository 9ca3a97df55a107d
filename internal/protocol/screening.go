package protocol

import (
	"slices"
	"strconv"

	"backcare/internal/yaml"
)

const (
	// sheetOnly is the value of `while` for questions that are asked only while it is still a sheet.
	sheetOnly = "sheet"
	// worst is the value of `missing` for questions that, unanswered, count as their most urgent answer.
	worst = "worst"
)

func (b *builder) addScreening(f ScreeningSpec) {
	b.Version, b.ReviewedBy, b.ReviewedOn = f.Version.S, f.ReviewedBy.S, f.ReviewedOn.S
	if b.Version == "" {
		b.At(yaml.Text{File: screeningFile}, "version", "missing")
	}
	if !CheckReview(b.ReviewedBy, b.ReviewedOn) {
		b.At(f.ReviewedOn, "reviewed-on", ReviewRule)
	}
	b.FreshDays, _ = strconv.Atoi(f.FreshDays.S)
	if b.FreshDays < 1 || b.FreshDays > mostDays {
		at := f.FreshDays
		if at.Line == 0 {
			at.File = screeningFile
		}
		b.At(at, "fresh-days", "%q is not between 1 and %d", at.S, mostDays)
	}
	for _, s := range f.Sections {
		b.addSection(s)
	}
	for _, s := range f.Sections { // now that every question is known
		for _, q := range s.Questions {
			b.checkWas(q)
			b.addSign(q)
		}
	}
	for _, rule := range f.Rules {
		b.addRule(rule)
	}
	slices.SortStableFunc(b.Rules, func(x, y Rule) int { return int(y.Urgency) - int(x.Urgency) })
	for i := range b.Rules {
		r := &b.Rules[i]
		for _, t := range r.When.Terms() {
			if q := &b.Questions[t.Question]; !slices.Contains(q.Rules, r) {
				q.Rules = append(q.Rules, r)
			}
		}
	}
}

func (b *builder) addSection(f SectionSpec) {
	id := f.ID.S
	b.checkID(id, f.ID)
	if slices.ContainsFunc(b.Sections, func(o Section) bool { return o.ID == id }) {
		b.At(f.ID, id, "a second section with this id")
	}
	if f.While.S != "" && f.While.S != sheetOnly {
		b.At(f.While, id, "while: %q is not known; use %s or leave it out", f.While.S, sheetOnly)
	}
	section := Section{ID: id, SheetOnly: f.While.S == sheetOnly}
	if n := len(b.Sections); n > 0 && b.Sections[n-1].SheetOnly && !section.SheetOnly {
		b.At(f.ID, id, "is asked of everyone, so it must come before the sections asked only for a sheet")
	}
	for _, q := range f.Questions {
		if n, ok := b.addQuestion(q); ok {
			section.Questions = append(section.Questions, n)
		}
	}
	if len(section.Questions) == 0 {
		b.At(f.ID, id, "a section needs at least one question")
	}
	b.Sections = append(b.Sections, section)
}

func (b *builder) addQuestion(f QuestionSpec) (place int, ok bool) {
	id := f.ID.S
	b.checkID(id, f.ID)
	if Reserved(id) {
		b.At(f.ID, id, "a question cannot have this id: it names a column about the person; use another, such as my-%s", id)
	}
	if _, twice := b.questions[id]; twice {
		b.At(f.ID, id, "a second question with this id")
		return 0, false
	}
	q := Question{ID: id, Index: len(b.Questions), Section: len(b.Sections), History: f.History, Sources: b.sourceIDs(f.Sources, f.ID), said: map[string]Answer{}}
	for _, was := range f.Was {
		q.Was = append(q.Was, was.S)
	}
	baseline := f.Baseline.S
	if len(f.Choices) > 0 {
		for _, c := range f.Choices {
			b.checkID(c.S, c)
			q.Options = append(q.Options, c.S)
		}
		if len(q.Options) > mostChoices {
			b.At(f.ID, id, "has %d choices; %d is the most", len(q.Options), mostChoices)
		}
		if !slices.Contains(q.Options, baseline) || f.Worrying.S != "" {
			b.At(f.ID, id, "a question with choices needs one of them as its baseline, and no worrying")
		}
		q.Ages = b.ages(f)
	} else {
		q.Options, q.Worrying = []string{Yes, No, Unsure}, Yes
		if f.Worrying.S != "" {
			q.Worrying = f.Worrying.S
		}
		if q.Worrying != Yes && q.Worrying != No || baseline != "" {
			b.At(f.ID, id, "worrying must be yes or no, and baseline is for choices only")
		}
		baseline = map[string]string{Yes: No, No: Yes}[q.Worrying]
	}
	q.Baseline = Answer(1 + slices.Index(q.Options, baseline))
	b.at["question "+id] = f.ID
	b.questions[id] = q.Index
	b.Questions = append(b.Questions, q)
	return q.Index, true
}

// checkWas refuses an old id that is in use: an answer to one question must not be taken for another's.
func (b *builder) checkWas(f QuestionSpec) {
	for _, was := range f.Was {
		b.checkID(was.S, was)
		if now, taken := b.Renamed(was.S); Reserved(was.S) || b.isQuestion(was.S) || taken && now.ID != f.ID.S {
			b.At(was, f.ID.S, "was: %q is the id of something else", was.S)
		}
	}
}

func (b *builder) isQuestion(id string) bool {
	_, is := b.Question(id)
	return is
}

// ages reads the age at which each choice begins.
func (b *builder) ages(f QuestionSpec) (out []int) {
	if f.Ages == nil {
		return nil
	}
	for _, t := range f.Ages {
		n, err := strconv.Atoi(t.S)
		if err != nil || n < 0 || len(out) > 0 && n <= out[len(out)-1] {
			b.At(t, f.ID.S, "ages: %q is not a number of years greater than the one before", t.S)
			return nil
		}
		out = append(out, n)
	}
	if len(out) != len(f.Choices) || out[0] != 0 {
		b.At(f.ID, f.ID.S, "ages: needs one for each of the %d choices, starting with 0", len(f.Choices))
		return nil
	}
	return out
}

// addSign reads the sign of a question, and what counts when its answer is missing.
func (b *builder) addSign(f QuestionSpec) {
	n, ok := b.questions[f.ID.S]
	if !ok {
		return
	}
	q := &b.Questions[n]
	if f.Missing.S != "" && f.Missing.S != worst {
		b.At(f.Missing, q.ID, "missing: %q is not known; use %s or leave it out", f.Missing.S, worst)
	}
	q.Worst, q.Warned, q.With = f.Missing.S == worst, f.Warned, b.terms(f.When, q.ID)
	if f.Sign.S == "" {
		if q.Warned || len(q.With) > 0 {
			b.At(f.ID, q.ID, "warned and when need a sign")
		}
		return
	}
	a, err := q.Answer(f.Sign.S)
	switch {
	case err != nil:
		b.At(f.Sign, q.ID, "sign: %v", err)
	case !q.Choice() && !q.Positive(a), q.History:
		b.At(f.Sign, q.ID, "sign must be the worrying answer of a question that is not history")
	}
	q.Sign = a
}

func (b *builder) addRule(f RuleSpec) {
	id := f.ID.S
	b.checkID(id, f.ID)
	if _, twice := b.Rule(id); twice {
		b.At(f.ID, id, "a second rule with this id")
	}
	rule := Rule{ID: id, Still: f.Still, When: When{All: b.terms(f.All, id), Any: b.terms(f.Any, id)},
		Positive: b.cases(f.Positive, id), Negative: b.cases(f.Negative, id), Sources: b.sourceIDs(f.Sources, f.ID)}
	if u := slices.Index(urgencyNames[:], f.Urgency.S); u > 0 {
		rule.Urgency = Urgency(u)
	} else {
		at := f.Urgency
		if at.Line == 0 {
			at = f.ID
		}
		b.At(at, id, "urgency %q is not known; use %s", f.Urgency.S, OneOf(urgencyNames[1:]))
	}
	if len(f.All)+len(f.Any) == 0 {
		b.At(f.ID, id, "a rule needs `all` or `any`; this one would fire for everyone")
	}
	if len(rule.Positive) == 0 || len(rule.Negative) == 0 {
		b.At(f.ID, id, "a rule needs a positive case, in which it fires, and a negative one, in which it does not")
	}
	b.at["rule "+id] = f.ID
	b.Rules = append(b.Rules, rule)
}
