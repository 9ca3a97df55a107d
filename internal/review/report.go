package review

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"backcare/internal/protocol"
)

// Report is what is wrong with the content, and how hard its papers are to read.
type Report struct {
	Protocol *protocol.Protocol // in the languages of Langs; nil when the content does not load
	Langs    []string           // those that are whole
	Problems []error            // each reads "file:line: id: what is wrong"
	Notes    []string           // what is worth knowing and not wrong
	Readings []Reading
}

// Content reads the content below files, with a pack laid over it unless over is nil. missing
// names the letters of a text that the font does not have.
func Content(files fs.FS, over *protocol.Layer, missing func(string) []rune) Report {
	var r Report
	if _, err := load(files, over, nil); err != nil {
		r.Problems = each(err)
		return r
	}
	var (
		closed []string // languages that are not whole and need not be
		owed   error    // what the last of them lacks
	)
	for _, lang := range protocol.Languages(files) {
		_, err := load(files, over, []string{lang})
		switch {
		case err == nil:
			r.Langs = append(r.Langs, lang)
		case over != nil && needless(*over, lang):
			closed, owed = append(closed, lang), each(err)[0]
		default:
			r.Problems = append(r.Problems, each(err)...)
		}
	}
	if len(closed) > 0 {
		r.Notes = append(r.Notes, "with this pack nobody can ask for "+strings.Join(closed, ", ")+", because it has no words there for what it adds: "+owed.Error())
	}
	var err error
	if r.Protocol, err = load(files, over, r.Langs); err != nil { // each loaded by itself, so all do
		r.Problems = append(r.Problems, err)
		return r
	}
	for _, lang := range r.Langs {
		desk := newEditor(&r, files, over, lang)
		desk.letters(missing)
		if lang != protocol.Original && slices.Contains(r.Langs, protocol.Original) {
			desk.translation()
		}
		if lang != protocol.Original && over == nil {
			desk.stale()
		}
		desk.readings()
	}
	for _, l := range r.Protocol.Layers {
		for _, c := range missing(l.Name + l.ReviewedBy) {
			r.Problems = append(r.Problems, protocol.Problem{File: over.Name + "/pack.yaml", Text: lacks(c)})
		}
	}
	return r
}

// Letters names every letter of the words of some languages that the font does not have.
func Letters(files fs.FS, over *protocol.Layer, p *protocol.Protocol, langs []string, missing func(string) []rune) []error {
	r := Report{Protocol: p, Langs: langs}
	for _, lang := range langs {
		newEditor(&r, files, over, lang).letters(missing)
	}
	return r.Problems
}

// needless reports whether a pack need not be whole in a language: it has words for others, and
// none for this one.
func needless(over protocol.Layer, lang string) bool {
	own := over.Languages()
	return len(own) > 0 && !slices.Contains(own, lang)
}

func load(files fs.FS, over *protocol.Layer, langs []string) (*protocol.Protocol, error) {
	if over == nil {
		return protocol.Load(files, langs...)
	}
	return protocol.Lay(files, *over, langs...)
}

// each takes joined errors apart.
func each(err error) []error {
	var many interface{ Unwrap() []error }
	if errors.As(err, &many) {
		return many.Unwrap()
	}
	return []error{err}
}
