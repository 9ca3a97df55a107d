// Package lint tells editors of the content what is wrong with it: it compares every language with the
// English, every letter with the font, and every paper with what people can read. Its one rule: it
// reports and changes nothing.
package lint

import (
	"errors"
	"slices"
	"strings"

	"backcare/internal/overlay"
	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// Report is what is wrong with the content, and how hard its papers are to read.
type Report struct {
	Protocol *protocol.Protocol // in the languages of Langs; nil when the content does not load
	Langs    []string           // those without problems of their own
	Problems []error            // each is "file:line: id: what is wrong"
	Notes    []string           // worth knowing, but not wrong
	Readings []reading
}

// Content checks the content in a folder, with a pack over it unless pack is nil. missing returns the
// letters of a text that the font lacks.
func Content(content protocol.Folder, pack *protocol.Folder, missing func(string) []rune) Report {
	p, err := load(content, pack)
	if err != nil {
		return Report{Problems: each(err)}
	}
	r := Report{Protocol: p}
	for _, id := range p.Idle() {
		r.Notes = append(r.Notes, id+": no rule and no step looks at its answer, so it changes nothing; add a rule, or mark it as `history: true`")
	}
	r.languages(content.Languages(), pack)
	for _, lang := range r.Langs {
		e := editor{&r, lang}
		e.letters(missing)
		if lang != protocol.Original && slices.Contains(r.Langs, protocol.Original) {
			e.translation()
		}
		if lang != protocol.Original {
			e.stale(folder(content, pack))
			if pack != nil {
				e.halfway(*pack)
			}
		}
		e.readings()
	}
	for _, l := range p.Layers {
		for _, c := range missing(l.Name + l.ReviewedBy) {
			r.Problems = append(r.Problems, protocol.Problem{File: pack.Path("pack.yaml"), Text: lacks(c)})
		}
	}
	return r
}

func load(content protocol.Folder, pack *protocol.Folder) (*protocol.Protocol, error) {
	if pack == nil {
		return content.Load()
	}
	return overlay.Load(content.Files, pack)
}

// folder is the one whose words an editor writes.
func folder(content protocol.Folder, pack *protocol.Folder) protocol.Folder {
	if pack == nil {
		return content
	}
	return *pack
}

// languages loads each language. A pack may lack some.
func (r *Report) languages(all []string, pack *protocol.Folder) {
	var (
		closed []string
		owed   error // what the last of them is missing
	)
	for _, lang := range all {
		switch err := r.Protocol.Add(lang); {
		case err == nil:
			r.Langs = append(r.Langs, lang)
		case pack != nil && len(pack.Languages()) > 0 && !slices.Contains(pack.Languages(), lang):
			closed, owed = append(closed, lang), each(err)[0]
		default:
			r.Problems = append(r.Problems, each(err)...)
		}
	}
	if len(closed) > 0 {
		r.Notes = append(r.Notes, "not available with this pack: "+strings.Join(closed, ", ")+" (its additions are untranslated: "+owed.Error()+")")
	}
}

// Letters reports every letter in the words of some languages that the font lacks.
func Letters(p *protocol.Protocol, langs []string, missing func(string) []rune) error {
	r := Report{Protocol: p}
	for _, lang := range langs {
		editor{&r, lang}.letters(missing)
	}
	return errors.Join(r.Problems...)
}

// each splits joined errors.
func each(err error) []error {
	var many interface{ Unwrap() []error }
	if errors.As(err, &many) {
		return many.Unwrap()
	}
	return []error{err}
}

// editor checks the words of one language.
type editor struct {
	*Report
	lang string
}

func (e editor) words() *protocol.Words { return e.Protocol.Words(e.lang) }

// wrong adds a problem with the text at a dotted path, or with the file if the path is empty.
func (e editor) wrong(path, format string, args ...any) {
	var bad protocol.Problems
	at := e.Protocol.Locate(e.lang, path)
	if path == "" {
		at = yaml.Text{File: at.File}
	}
	bad.At(at, path, format, args...)
	e.Problems = append(e.Problems, bad...)
}
