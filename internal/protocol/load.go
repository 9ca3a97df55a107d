package protocol

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"backcare/internal/figure"
	"backcare/internal/yaml"
)

// Load reads the content below fsys with the words of the named languages and checks it whole.
// The error lists every problem with its file and line.
func Load(fsys fs.FS, langs ...string) (*Protocol, error) { return lay(fsys, nil, langs) }

// Lay is Load with a clinic's pack laid over the content: what the pack says is added, and refused
// where it would make the content less safe. See docs/content-packs.md.
func Lay(fsys fs.FS, over Layer, langs ...string) (*Protocol, error) { return lay(fsys, &over, langs) }

func lay(fsys fs.FS, over *Layer, langs []string) (*Protocol, error) {
	embedded := Layer{Files: fsys}
	content, err := embedded.logic()
	if err != nil {
		return nil, err
	}
	b := build(content, nil)
	b.checkFigures(embedded, content.figures)
	if err := b.joined(); err != nil {
		return nil, err
	}
	if over != nil {
		if b, err = laid(content, b.Protocol, *over, Languages(fsys)); err != nil {
			return nil, err
		}
	}
	for _, lang := range langs {
		b.loadWords(embedded, over, lang)
	}
	if err := b.joined(); err != nil {
		return nil, err
	}
	return b.Protocol, nil
}

// laid builds the content with a pack over it, once the pack says nothing that it may not.
func laid(content logic, base *Protocol, over Layer, langs []string) (*builder, error) {
	c := censor{base: base, over: over}
	id, err := over.identity()
	c.add(err)
	c.problems = append(c.problems, over.strangers(langs)...)
	added, err := over.logic()
	c.add(err)
	if err := c.joined(); err != nil {
		return nil, err
	}
	c.check(added)
	merged := content.with(added, &c.problems)
	if err := c.joined(); err != nil { // the rest would only be what follows from it
		return nil, err
	}
	b := build(merged, base)
	b.Layers = append(b.Layers, id)
	b.checkFigures(over, added.figures)
	return b, b.joined()
}

// logic reads everything but the words. A pack needs to have only what differs.
func (l Layer) logic() (c logic, err error) {
	var bad problems
	read := func(name string, into any) {
		if l.depth() == 0 || l.has(name) {
			bad.add(decode(l, name, into))
		}
	}
	var sources yaml.Node
	read(sourcesName, &sources)
	c.sources = l.sources(&sources, &bad)
	read(screeningName, &c.screening)
	read(routineName, &c.routine)
	read(mythsName, &c.myths)
	if l.depth() == 0 || l.has(figuresName) {
		data, err := l.read(figuresName)
		if err == nil {
			c.figures, err = figure.Parse(l.path(figuresName), data)
		}
		bad.add(err)
	}
	return c, bad.joined()
}

type sourceFile struct{ ID, Citation text }

func (l Layer) sources(n *yaml.Node, bad *problems) (out []sourceFile) {
	if n.IsZero() {
		return nil
	}
	file := l.path(sourcesName)
	m := n.Content[0]
	if m.Kind != yaml.MappingNode {
		bad.at(text{file: file, line: m.Line}, "", "expected `id: citation` lines")
		return nil
	}
	for i := 0; i < len(m.Content); i += 2 {
		id, cite := m.Content[i], m.Content[i+1]
		out = append(out, sourceFile{text{id.Value, file, l.depth(), id.Line}, text{cite.Value, file, l.depth(), cite.Line}})
	}
	return out
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
func (p *Protocol) Words(lang string) *Words {
	w, ok := p.words[lang]
	if !ok {
		panic("pack: not loaded with language " + lang)
	}
	return w
}

// add takes an error with all it joins.
func (l *problems) add(err error) {
	var many interface{ Unwrap() []error }
	switch {
	case err == nil:
	case errors.As(err, &many):
		*l = append(*l, many.Unwrap()...)
	default:
		*l = append(*l, err)
	}
}
