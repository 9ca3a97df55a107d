package main

import (
	"io/fs"
	"os"
	"slices"

	"github.com/urfave/cli/v2"
	bcp47 "golang.org/x/text/language"

	"backcare/content"
	"backcare/internal/lint"
	"backcare/internal/overlay"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
)

func contentFlag() cli.Flag {
	return &cli.StringFlag{Name: "content", Usage: "use the content pack in `DIR`; see backcare check DIR"}
}

// source is where content comes from: the program itself, with a clinic's pack over it or without.
type source struct{ pack *protocol.Folder }

// openSource opens the pack in a folder; an empty name is none.
func openSource(dir string) (source, error) {
	if dir == "" {
		return source{}, nil
	}
	const hint = "a pack is a folder with pack.yaml in it; see docs/content-packs.md"
	if info, err := os.Stat(dir); err == nil && !info.IsDir() { // a pipe would be waited for
		return source{}, misuse(hint, "%s: is not a folder", dir)
	}
	pack, err := overlay.Open(dir)
	if err != nil {
		return source{}, failure{err, exitUsage, hint}
	}
	return source{&pack}, nil
}

// load loads the content with the words of some languages. A pack is checked whole.
func (s source) load(langs ...string) (*protocol.Protocol, error) {
	p, err := overlay.Load(content.Files, s.pack)
	if err != nil {
		return nil, failure{err, exitUsage, s.hint()}
	}
	return p, s.add(p, langs...)
}

// add loads more languages. Words of a pack must be of letters that can be printed.
func (s source) add(p *protocol.Protocol, langs ...string) error {
	err := p.Add(langs...)
	if err == nil && s.pack != nil {
		err = lint.Letters(p, slices.Compact(slices.Sorted(slices.Values(langs))), pdf.Missing)
	}
	if err != nil {
		return failure{err, exitUsage, s.hint()}
	}
	return nil
}

func (s source) hint() string {
	if s.pack == nil {
		return "see backcare check"
	}
	return "backcare check " + s.pack.Name + " lists everything that is wrong"
}

// files are all that decides what is asked and said.
func (s source) files() fs.FS { return overlay.Stacked(content.Files, s.pack) }

// language maps a tag to a language there are words for: es for es-MX and ES. From is where the tag was
// written, for the error.
func language(from, tag string) (string, error) {
	all := protocol.Languages(content.Files)
	if parsed, err := bcp47.Parse(tag); err == nil {
		if base, _ := parsed.Base(); slices.Contains(all, base.String()) {
			return base.String(), nil
		}
	}
	if reason := protocol.UnprintableLanguage(tag); reason != "" {
		return "", misuse("use "+protocol.OneOf(all), "%s: cannot print in %q: %s", from, tag, reason)
	}
	return "", misuse("use "+protocol.OneOf(all), "%s: unknown language %q", from, tag)
}
