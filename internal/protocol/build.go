package protocol

import (
	"regexp"
	"slices"

	"backcare/internal/figure"
)

// logic is everything in a layer but the words, as it was read.
type logic struct {
	sources   []sourceFile
	figures   figure.Set
	screening screeningFile
	routine   routineFile
	myths     []mythFile
}

// builder turns a layer, or layers laid over each other, into a Protocol, and notes what does not fit.
type builder struct {
	*Protocol
	problems
	base  *Protocol       // what a pack is laid over; nil for the embedded content
	marks map[string]text // where each item stands, by "rule fever", "form warm-up/hands"; for what shows late
}

func build(c logic, base *Protocol) *builder {
	b := &builder{Protocol: &Protocol{questions: map[string]int{}, words: map[string]*Words{}}, base: base, marks: map[string]text{}}
	for _, s := range c.sources {
		b.addSource(s)
	}
	b.Figures = c.figures
	b.addScreening(c.screening)
	b.addRoutine(c.routine)
	for _, m := range c.myths {
		b.addMyth(m)
	}
	if len(b.problems) == 0 {
		b.checkLogic()
	}
	return b
}

func (b *builder) addSource(f sourceFile) {
	b.checkID(f.ID)
	if slices.ContainsFunc(b.Sources, func(s Source) bool { return s.ID == f.ID.s }) {
		b.at(f.ID, f.ID.s, "a second source with this id")
	}
	if f.Citation.s == "" {
		b.at(f.Citation, f.ID.s, "expected a citation: authors, title, year")
	}
	b.Sources = append(b.Sources, Source{f.ID.s, f.Citation.s})
}

// Myth is something the article this tool started from says, and the tool does better.
type Myth struct {
	ID      string
	Sources []string
}

type mythFile struct {
	ID      text   `yaml:"id"`
	Sources []text `yaml:"sources"`
}

func (b *builder) addMyth(f mythFile) {
	b.checkID(f.ID)
	if slices.ContainsFunc(b.Myths, func(o Myth) bool { return o.ID == f.ID.s }) {
		b.at(f.ID, f.ID.s, "a second myth with this id")
	}
	b.Myths = append(b.Myths, Myth{f.ID.s, b.sourceIDs(f.Sources, f.ID)})
}

var idPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (b *builder) checkID(id text) {
	if !idPattern.MatchString(id.s) {
		b.at(id, id.s, "an id is lower-case letters and digits with single hyphens, such as my-question")
	}
}

// sourceIDs reads the sources of the item named by id; each item needs one.
func (b *builder) sourceIDs(list []text, id text) []string {
	var out []string
	for _, s := range list {
		if !slices.ContainsFunc(b.Sources, func(o Source) bool { return o.ID == s.s }) {
			b.at(s, id.s, "source %q is not in sources.yaml", s.s)
		}
		out = append(out, s.s)
	}
	if len(out) == 0 {
		b.at(id, id.s, "needs at least one source")
	}
	return out
}
