// Package overlay extends the content by a clinic's pack. Its one rule: a pack adds. The few things it may
// change about existing ids cannot make an outcome less careful; everything else is fixed. See
// docs/content-packs.md.
package overlay

import (
	"io/fs"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// Load loads the content in files with a pack over it, unless pack is nil, and the words of some
// languages. The error lists every problem with its file and line.
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
	if err := v.Joined(); err != nil { // anything further would only follow from these
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

// validator compares a pack with the content beneath it and collects what it may not say.
type validator struct {
	protocol.Problems
	base  *protocol.Protocol
	pack  protocol.Folder
	fixed fixed
}

// refuse reports something that a pack cannot change.
func (v *validator) refuse(at yaml.Text, id string) { v.At(at, id, "fixed; add your own") }
