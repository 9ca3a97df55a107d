package protocol

import (
	"io/fs"

	"backcare/internal/yaml"
)

// Load reads the content below files with the words of the named languages and checks it whole.
// The error lists every problem with its file and line.
func Load(files fs.FS, langs ...string) (*Protocol, error) {
	folder := Folder{Files: files}
	spec, err := ReadSpec(folder, false)
	if err != nil {
		return nil, err
	}
	p, err := Build(spec, nil, folder.Words)
	if err == nil {
		err = p.Add(langs...)
	}
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Reader reads the words of a language as they are written.
type Reader func(lang string) (*yaml.Document, error)

// Build makes a protocol of what is written, with no language yet; words reads each that is added.
// base is what was there before a pack was laid over it: what it has was checked. The error lists
// every problem with its file and line.
func Build(spec Spec, base *Protocol, words Reader) (*Protocol, error) {
	b := &builder{at: map[string]yaml.Text{}, Protocol: &Protocol{
		questions: map[string]int{}, base: base, read: words, written: map[string]*yaml.Document{}, words: map[string]*Words{}}}
	for _, s := range spec.Sources {
		b.addSource(s)
	}
	b.Figures = spec.Figures
	b.addScreening(spec.Screening)
	b.addRoutine(spec.Routine)
	for _, m := range spec.Myths {
		b.addMyth(m)
	}
	if len(b.Problems) == 0 {
		b.checkTogether()
	}
	if err := b.Joined(); err != nil {
		return nil, err
	}
	return b.Protocol, nil
}

// Add loads languages, each that is not loaded yet. It must not run beside anything that uses the
// protocol.
func (p *Protocol) Add(langs ...string) error {
	var bad Problems
	for _, lang := range langs {
		if p.words[lang] == nil {
			bad.Add(p.add(lang))
		}
	}
	return bad.Joined()
}

// Words are the words of a language that is loaded; asking for another is a mistake of the caller
// and panics.
func (p *Protocol) Words(lang string) *Words {
	w, ok := p.words[lang]
	if !ok {
		panic("protocol: not loaded with language " + lang)
	}
	return w
}

// Locate is where the text at a dotted path stands in the words of a loaded language, or the
// nearest part of it that is there.
func (p *Protocol) Locate(lang, path string) yaml.Text { return p.written[lang].Find(path) }

// Languages lists the languages files has words for.
func Languages(files fs.FS) []string { return Folder{Files: files}.Languages() }
