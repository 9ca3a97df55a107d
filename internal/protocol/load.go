package protocol

import (
	"io/fs"

	"backcare/internal/yaml"
)

// Load reads the content in files with the words of the named languages and checks all of it.
// The error lists every problem with its file and line.
func Load(files fs.FS, langs ...string) (*Protocol, error) {
	return Folder{Files: files}.Load(langs...)
}

// Load is the function Load for the content in a folder.
func (f Folder) Load(langs ...string) (*Protocol, error) {
	spec, err := ReadSpec(f, false)
	if err != nil {
		return nil, err
	}
	p, err := Build(spec, nil, f.Words)
	if err == nil {
		err = p.Add(langs...)
	}
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Reader reads the words of a language, unchecked.
type Reader func(lang string) (*yaml.Document, error)

// Build checks a Spec and makes a Protocol of it, without any language; words reads each language
// that is added later. base is the checked content beneath a pack, or nil. The error lists every
// problem with its file and line.
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

// Add loads those of the languages that are not loaded yet. Nothing else may use the protocol at the
// same time.
func (p *Protocol) Add(langs ...string) error {
	var bad Problems
	for _, lang := range langs {
		if p.words[lang] == nil {
			bad.Add(p.add(lang))
		}
	}
	return bad.Joined()
}

// Words returns the words of a loaded language. It panics if the language is not loaded.
func (p *Protocol) Words(lang string) *Words {
	w, ok := p.words[lang]
	if !ok {
		panic("protocol: not loaded with language " + lang)
	}
	return w
}

// Locate returns the position of the text at a dotted path in the words of a loaded language, or of
// its nearest parent that exists.
func (p *Protocol) Locate(lang, path string) yaml.Text { return p.written[lang].Find(path) }

// Languages lists the languages files has words for.
func Languages(files fs.FS) []string { return Folder{Files: files}.Languages() }
