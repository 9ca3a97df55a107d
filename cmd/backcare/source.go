package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"backcare/content"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
	"backcare/internal/review"
)

func contentFlag() cli.Flag {
	return &cli.StringFlag{Name: "content", Usage: "lay the content pack in `DIR` over the content; see backcare check DIR"}
}

// source is where content comes from: the program itself, with a clinic's pack over it or without.
type source struct{ over *protocol.Layer }

// openSource opens the pack in a folder; an empty name is none.
func openSource(dir string) (source, error) {
	if dir == "" {
		return source{}, nil
	}
	layer, err := protocol.OpenDir(dir)
	if err != nil {
		return source{}, failure{err, exitUsage, "a pack is a folder with pack.yaml in it; see docs/content-packs.md"}
	}
	return source{&layer}, nil
}

// load loads the content with the words of some languages. A pack is checked whole.
func (s source) load(langs ...string) (*protocol.Protocol, error) {
	if s.over == nil {
		p, err := protocol.Load(content.Files, langs...)
		return p, faulty(err, "see backcare check")
	}
	hint := "backcare check " + s.over.Name + " tells all that is wrong"
	p, err := protocol.Lay(content.Files, *s.over, langs...)
	if err != nil {
		return nil, faulty(err, hint)
	}
	return p, faulty(errors.Join(review.Letters(content.Files, s.over, p, slices.Compact(slices.Sorted(slices.Values(langs))), pdf.Missing)...), hint)
}

func faulty(err error, hint string) error {
	if err == nil {
		return nil
	}
	return failure{err, exitUsage, hint}
}

// languages are those the content is whole in: a pack may have words for some only.
func (s source) languages() []string {
	all := protocol.Languages(content.Files)
	if s.over == nil {
		return all
	}
	return slices.DeleteFunc(all, func(lang string) bool {
		_, err := protocol.Lay(content.Files, *s.over, lang)
		return err != nil
	})
}

// files are all that decides what is asked and said.
func (s source) files() fs.FS { return protocol.Stacked(content.Files, s.over) }

// language is the language there are words in that a tag asks for: es for es-MX and ES.
func language(tag string) (string, error) {
	all := protocol.Languages(content.Files)
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if slices.Contains(all, base) {
		return base, nil
	}
	if reason := protocol.UnprintableLanguage(base); reason != "" {
		return "", misuse("there is "+orList(all), "cannot print in %q: %s", tag, reason)
	}
	return "", misuse("there is "+orList(all), "there is no language %q", tag)
}
