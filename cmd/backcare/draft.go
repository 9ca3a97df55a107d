package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// draft is a file on its way to its place. It has no name until it is whole where the system can do
// that, so that a program that is killed leaves nothing of anybody behind.
type draft struct {
	*os.File
	name string // empty for none
}

const draftPattern = ".backcare-draft-*"

// newDraft makes an empty draft in a folder, which only its owner can read, and removes what is left of
// drafts there that had a name when their program was killed.
func newDraft(dir string) (*draft, error) {
	left, _ := filepath.Glob(filepath.Join(dir, draftPattern)) // where the folder's own name is a pattern, nothing
	for _, name := range left {
		if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > time.Hour {
			os.Remove(name)
		}
	}
	if f, err := nameless(dir); err == nil {
		return &draft{f, ""}, nil
	}
	f, err := os.CreateTemp(dir, draftPattern) // made 0600
	if err != nil {
		return nil, err
	}
	return &draft{f, f.Name()}, nil
}

// drop gives the draft up.
func (d *draft) drop() {
	d.Close()
	if d.name != "" {
		os.Remove(d.name)
	}
}

// place puts a draft that is whole where it belongs. Without force, a file that is there is kept, and
// the error is fs.ErrExist.
func (d *draft) place(path string, force bool) error {
	if d.name == "" {
		err := named(d.File, path)
		if !errors.Is(err, fs.ErrExist) || !force {
			return err
		}
		for n := 0; errors.Is(err, fs.ErrExist) && n < 100; n++ {
			d.name = filepath.Join(filepath.Dir(path), fmt.Sprintf(".backcare-draft-%d-%d", os.Getpid(), n))
			err = named(d.File, d.name)
		}
		if err != nil {
			d.name = ""
			return err
		}
	}
	if !force {
		if err := os.Link(d.name, path); err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	err := os.Rename(d.name, path)
	if err == nil {
		d.name = ""
	}
	return err
}

// writeFile makes a file whole or not at all: beside its target, synced, then put in its place.
// Without force, a file that came to exist in the meantime is kept.
func writeFile(path string, data []byte, force bool) (err error) {
	defer func() {
		if err != nil && !errors.As(err, new(failure)) {
			err = fmt.Errorf("cannot write %q: %w", path, bare(err))
		}
	}()
	if err := free(path, force); err != nil {
		return err
	}
	real, err := target(path)
	if err != nil {
		return err
	}
	d, err := newDraft(filepath.Dir(real))
	if err != nil {
		return err
	}
	defer d.drop()
	if _, err = d.Write(data); err == nil {
		err = d.Sync()
	}
	if err == nil {
		err = d.settle()
	}
	if err == nil {
		err = d.place(real, force)
	}
	if errors.Is(err, fs.ErrExist) {
		return misuse("use --force to write over it, or another name", "%q is there already", path)
	}
	return err
}

// settle closes a draft that has a name: some systems move no file that is open.
func (d *draft) settle() error {
	if d.name == "" {
		return nil
	}
	return d.Close()
}
