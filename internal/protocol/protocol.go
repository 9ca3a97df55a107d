// Package protocol loads the content, the questions, rules, steps, figures and words, and refuses
// any that does not fit together. Its one rule: what it returns is whole; nobody checks it again.
package protocol

import (
	"slices"

	"backcare/internal/figure"
)

// Protocol is one loaded and checked body of content.
type Protocol struct {
	Version    string     // of the embedded content, printed on every paper
	Layers     []Identity // packs laid over it, printed on every paper
	ReviewedBy string     // the clinician who reviewed it; empty while nobody has
	ReviewedOn string     // date of that review, YYYY-MM-DD; empty while nobody has
	Sections   []Section  // in asking order
	Questions  []Question // in asking order
	Rules      []Rule     // most urgent first
	Days       int        // how many days the routine runs before its review
	Steps      []Step     // in the order they are done
	Sources    []Source   // in the order of sources.yaml
	Figures    figure.Set
	Myths      []Myth

	questions map[string]int
	words     map[string]*Words
}

// Reviewed reports whether a clinician's review is on record for the embedded content and for
// whatever is laid over it.
func (p *Protocol) Reviewed() bool {
	return p.ReviewedBy != "" && !slices.ContainsFunc(p.Layers, func(l Identity) bool { return !l.Reviewed() })
}

// Question finds a question by its id.
func (p *Protocol) Question(id string) (*Question, bool) {
	i, ok := p.questions[id]
	if !ok {
		return nil, false
	}
	return &p.Questions[i], true
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

// Source finds the citation of a source by its id; loading made sure that it exists.
func (p *Protocol) Source(id string) Source {
	for _, s := range p.Sources {
		if s.ID == id {
			return s
		}
	}
	return Source{ID: id}
}
