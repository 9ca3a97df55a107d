// Package protocol loads the content, the questions, rules, steps, figures and words, and refuses
// any that does not fit together. Its one rule: what it returns is whole, and is not checked again.
package protocol

import (
	"slices"

	"backcare/internal/figure"
	"backcare/internal/yaml"
)

// Protocol is the content, loaded and checked.
type Protocol struct {
	Version     string        // of the embedded content, printed on every paper
	Layers      []Identity    // packs over it, printed on every paper
	ReviewedBy  string        // the clinician who reviewed it; empty while nobody has
	ReviewedOn  string        // date of that review, YYYY-MM-DD; empty while nobody has
	Sections    []Section     // in asking order
	Questions   []Question    // in asking order
	FreshDays   int           // for how many days answers may give a routine
	Rules       []Rule        // most urgent first
	Days        int           // how many days the routine runs before its review
	Expect      []Expectation // what the sheet says of the days to come, the most important first
	PainSources []string      // what the pain rule rests on
	Steps       []Step        // in the order they are done
	Sources     []Source      // in the order of sources.yaml
	Figures     figure.Set
	Myths       []Myth

	questions map[string]int
	base      *Protocol // the content beneath a pack; nil for the embedded content
	read      Reader
	written   map[string]*yaml.Document // the words of each loaded language, with positions
	words     map[string]*Words
}

// Question finds a question by its id.
func (p *Protocol) Question(id string) (*Question, bool) {
	i, ok := p.questions[id]
	if !ok {
		return nil, false
	}
	return &p.Questions[i], true
}

// Renamed finds the question that had an id in an earlier version of the content.
func (p *Protocol) Renamed(id string) (*Question, bool) {
	for i := range p.Questions {
		if slices.Contains(p.Questions[i].Was, id) {
			return &p.Questions[i], true
		}
	}
	return nil, false
}

// Rule finds a rule by its id.
func (p *Protocol) Rule(id string) (*Rule, bool) {
	for i := range p.Rules {
		if p.Rules[i].ID == id {
			return &p.Rules[i], true
		}
	}
	return nil, false
}

// Step finds a step of the routine by its id.
func (p *Protocol) Step(id string) (*Step, bool) {
	for i := range p.Steps {
		if p.Steps[i].ID == id {
			return &p.Steps[i], true
		}
	}
	return nil, false
}

// Source is a publication the content rests on.
type Source struct {
	ID       string
	Citation string // authors, title, year
}

// Source finds a source by its id; loading made sure that it exists.
func (p *Protocol) Source(id string) Source {
	for _, s := range p.Sources {
		if s.ID == id {
			return s
		}
	}
	return Source{ID: id}
}

// Myth is something the article this tool started from says, and the tool does better.
type Myth struct {
	ID      string
	Sources []string
}

// Baseline returns the least worrying answers, indexed by question.
func (p *Protocol) Baseline() []Answer {
	out := make([]Answer, len(p.Questions))
	for i, q := range p.Questions {
		out[i] = q.Baseline
	}
	return out
}

// Over returns the baseline with the answers of a case in it.
func (p *Protocol) Over(c Case) []Answer {
	out := p.Baseline()
	for id, option := range c {
		q, _ := p.Question(id)
		out[q.Index], _ = q.Answer(option)
	}
	return out
}
