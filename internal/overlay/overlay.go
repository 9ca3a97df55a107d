// Package overlay lays a clinic's pack over the content. Its one rule: a pack adds. What it may say
// of what is there already is a short list that cannot make an outcome less careful, and all else
// about it is fixed. See docs/content-packs.md.
package overlay

import (
	"io/fs"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// Load loads the content below files with a pack laid over it, unless pack is nil, and the words of
// some languages. The error lists every problem with its file and line.
func Load(files fs.FS, pack *protocol.Folder, langs ...string) (*protocol.Protocol, error) {
	if pack == nil {
		return protocol.Load(files, langs...)
	}
	embedded := protocol.Folder{Files: files}
	content, err := protocol.ReadSpec(embedded, false)
	if err != nil {
		return nil, err
	}
	base, err := protocol.Build(content, nil, embedded.Words)
	if err != nil {
		return nil, err
	}
	v := &validator{base: base, pack: *pack, fixed: fixedItems(base)}
	id := v.identity()
	v.unknownFiles(embedded.Languages())
	added, err := protocol.ReadSpec(*pack, true)
	v.Add(err)
	if err := v.Joined(); err != nil {
		return nil, err
	}
	v.check(added)
	merged := v.merge(content, added)
	if err := v.Joined(); err != nil { // the rest would only be what follows from it
		return nil, err
	}
	p, err := protocol.Build(merged, base, v.words(embedded))
	if err != nil {
		return nil, err
	}
	p.Layers = append(p.Layers, id)
	if err := p.Add(langs...); err != nil {
		return nil, err
	}
	return p, nil
}

// validator holds what a pack says against what is there, and notes what it may not say.
type validator struct {
	protocol.Problems
	base  *protocol.Protocol
	pack  protocol.Folder
	fixed fixed
}

// refuse is all there is to say about something that a pack cannot touch.
func (v *validator) refuse(at yaml.Text, id string) { v.At(at, id, "fixed; add your own") }
