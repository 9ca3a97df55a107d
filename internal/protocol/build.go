package protocol

import (
	"regexp"
	"slices"
	"strings"

	"backcare/internal/yaml"
)

// builder turns a Spec into a Protocol and collects what does not fit.
type builder struct {
	*Protocol
	Problems
	at map[string]yaml.Text // position of each item, by "rule fever" or "variant warm-up/hands", for problems found late
}

func (b *builder) addSource(f SourceSpec) {
	b.checkID(f.ID, f.Citation)
	if slices.ContainsFunc(b.Sources, func(s Source) bool { return s.ID == f.ID }) {
		b.At(f.Citation, f.ID, "a second source with this id")
	}
	if f.Citation.S == "" {
		b.At(f.Citation, f.ID, "expected a citation: authors, title, year")
	}
	b.Sources = append(b.Sources, Source{f.ID, f.Citation.S})
}

func (b *builder) addMyth(f MythSpec) {
	b.checkID(f.ID.S, f.ID)
	if slices.ContainsFunc(b.Myths, func(o Myth) bool { return o.ID == f.ID.S }) {
		b.At(f.ID, f.ID.S, "a second myth with this id")
	}
	b.Myths = append(b.Myths, Myth{f.ID.S, b.sourceIDs(f.Sources, f.ID)})
}

var idPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (b *builder) checkID(id string, at yaml.Text) {
	if !idPattern.MatchString(id) {
		b.At(at, id, "an id is lower-case letters and digits with single hyphens, such as my-question")
	}
}

// sourceIDs reads the sources of an item, at least one.
func (b *builder) sourceIDs(list []yaml.Text, id yaml.Text) []string {
	var out []string
	for _, s := range list {
		if !slices.ContainsFunc(b.Sources, func(o Source) bool { return o.ID == s.S }) {
			b.At(s, id.S, "source %q is not in sources.yaml", s.S)
		}
		out = append(out, s.S)
	}
	if len(out) == 0 {
		b.At(id, id.S, "needs at least one source")
	}
	return out
}

// terms reads "question=answer" terms. A term about a yes/no/unsure question may name only its
// worrying answer, and unsure makes it hold as well, so no answer can ever lower an urgency.
func (b *builder) terms(list []yaml.Text, id string) []Term {
	var out []Term
	for _, t := range list {
		name, option, ok := strings.Cut(t.S, "=")
		q, known := b.Question(name)
		if !ok || !known {
			b.At(t, id, "%q names no question; write question=answer", t.S)
			continue
		}
		a, err := q.Answer(option)
		if err != nil {
			b.At(t, id, "%v", err)
			continue
		}
		term := Term{Question: q.Index, Text: t.S, mask: 1 << a}
		if !q.Choice() {
			if option != q.Worrying {
				b.At(t, id, "%q: only the worrying answer, %s=%s, can be named", t.S, name, q.Worrying)
			}
			unsure, _ := q.Answer(Unsure)
			term.mask |= 1 << unsure
		}
		out = append(out, term)
	}
	return out
}

// cases reads cases of a rule: answers by question id.
func (b *builder) cases(list []map[string]yaml.Text, id string) []Case {
	var out []Case
	for _, answers := range list {
		c := Case{}
		for name, option := range answers {
			q, known := b.Question(name)
			if !known {
				b.At(option, id, "case: %q names no question", name)
				continue
			}
			if _, err := q.Answer(option.S); err != nil {
				b.At(option, id, "case: %v", err)
			}
			c[name] = option.S
		}
		out = append(out, c)
	}
	return out
}
