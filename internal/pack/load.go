package pack

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"backcare/internal/figure"
)

// Load reads the content below fsys with the words of the named languages and checks it whole.
// The error lists every problem with its file and line.
func Load(fsys fs.FS, langs ...string) (*Pack, error) {
	p := &Pack{questions: map[string]int{}, words: map[string]*Words{}}
	var list []error
	for _, load := range []func(fs.FS, *[]error) error{p.loadSources, p.loadFigures, p.loadScreening, p.loadRoutine, p.loadMyths} {
		if err := load(fsys, &list); err != nil {
			return nil, joined(append(list, err))
		}
	}
	if len(list) == 0 {
		p.checkLogic(&list)
	}
	for _, lang := range langs {
		if err := p.loadWords(fsys, lang, &list); err != nil {
			list = append(list, err)
		}
	}
	if len(list) > 0 {
		return nil, joined(list)
	}
	return p, nil
}

// Languages lists the languages fsys has words for.
func Languages(fsys fs.FS) []string {
	names, _ := fs.Glob(fsys, "words/*.yaml")
	var out []string
	for _, n := range names {
		out = append(out, strings.TrimSuffix(path.Base(n), ".yaml"))
	}
	slices.Sort(out)
	return out
}

// Words are the words of a language the pack was loaded with; asking for another is a
// mistake of the caller and panics.
func (p *Pack) Words(lang string) *Words {
	w, ok := p.words[lang]
	if !ok {
		panic("pack: not loaded with language " + lang)
	}
	return w
}

const (
	sourcesName = "sources.yaml"
	figuresName = "figures.yaml"
	mythsName   = "myths.yaml"
)

func (p *Pack) loadSources(fsys fs.FS, list *[]error) error {
	var n yaml.Node
	if err := decode(fsys, sourcesName, &n); err != nil {
		return err
	}
	r := report{sourcesName, list}
	m := n.Content[0]
	if m.Kind != yaml.MappingNode {
		return Problem{sourcesName, m.Line, "", "expected `id: citation` lines"}
	}
	for i := 0; i < len(m.Content); i += 2 {
		id, cite := m.Content[i], m.Content[i+1]
		p.checkID(text{id.Value, id.Line}, r)
		if slices.ContainsFunc(p.Sources, func(s Source) bool { return s.ID == id.Value }) {
			r.add(id.Line, id.Value, "a second source with this id")
		}
		if cite.Kind != yaml.ScalarNode || cite.Value == "" {
			r.add(cite.Line, id.Value, "expected a citation: authors, title, year")
		}
		p.Sources = append(p.Sources, Source{id.Value, cite.Value})
	}
	return nil
}

func (p *Pack) loadFigures(fsys fs.FS, _ *[]error) error {
	data, err := fs.ReadFile(fsys, figuresName)
	if err != nil {
		return fmt.Errorf("%s: %w", figuresName, pathless(err))
	}
	p.Figures, err = figure.Parse(figuresName, data)
	return err
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

func (p *Pack) loadMyths(fsys fs.FS, list *[]error) error {
	var f []mythFile
	if err := decode(fsys, mythsName, &f); err != nil {
		return err
	}
	r := report{mythsName, list}
	for _, m := range f {
		p.checkID(m.ID, r)
		if slices.ContainsFunc(p.Myths, func(o Myth) bool { return o.ID == m.ID.s }) {
			r.add(m.ID.line, m.ID.s, "a second myth with this id")
		}
		p.Myths = append(p.Myths, Myth{m.ID.s, p.sourceIDs(m.Sources, m.ID.s, m.ID.line, r)})
	}
	return nil
}
