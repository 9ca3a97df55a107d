// Package atomicfile writes files that appear whole or not at all. Its one rule: until Commit, whatever had the
// file's name is untouched, and a file that is given up leaves nothing behind.
package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// File is a file on its way to its place, which only its owner can read.
type File struct {
	*os.File
	in   Folder
	part string      // temporary name; empty if it has none
	held fs.FileInfo // the file, if it is locked
}

// Create creates a file with the temporary name part. An existing file of that name is overwritten, so the
// caller must have the folder to itself.
func Create(in Folder, part string) (*File, error) {
	f, err := in.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, err
	}
	return &File{File: f, in: in, part: part}, nil
}

const draftPattern = ".backcare-draft-*"

// Draft creates a file that has no name until Commit, where the system can do that, so that a program that is
// killed leaves nobody's data behind. It removes old drafts that had a name when their program was killed.
func Draft(in Dir) (*File, error) {
	left, _ := filepath.Glob(in.path(draftPattern)) // where the folder's own name is a pattern, nothing
	for _, name := range left {
		if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > time.Hour {
			os.Remove(name)
		}
	}
	if f, err := nameless(in); err == nil {
		return &File{File: f, in: in}, nil
	}
	f, err := os.CreateTemp(string(in), draftPattern) // made 0600
	if err != nil {
		return nil, err
	}
	return &File{File: f, in: in, part: filepath.Base(f.Name())}, nil
}

// Commit closes the file, if it is still open, and puts it in its place. Without force an existing file is
// kept, and the error is fs.ErrExist. It does not wait for the disk; call Sync first where that matters.
func (f *File) Commit(name string, force bool) error {
	if f.part == "" {
		if err := f.named(name); !errors.Is(err, fs.ErrExist) || !force {
			return err
		}
		if err := f.call(); err != nil { // nothing without a name can be put over another
			return err
		}
	}
	if f.held != nil && !f.ours() { // another's would be put there
		return &fs.PathError{Op: "commit", Path: f.part, Err: fs.ErrNotExist}
	}
	if f.held == nil || !movesOpen { // else the lock is held until it is there
		if err := f.Close(); err != nil && !errors.Is(err, fs.ErrClosed) {
			return err
		}
	}
	if err := f.move(name, force); err != nil {
		return err
	}
	f.part = ""
	return nil
}

// call gives a file a name that no other has.
func (f *File) call() (err error) {
	for n := range 100 {
		part := fmt.Sprintf(".backcare-draft-%d-%d", os.Getpid(), n)
		if err = f.named(part); err == nil {
			f.part = part
		}
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return err
}

func (f *File) move(name string, force bool) error {
	if !force {
		err := f.in.Link(f.part, name)
		if err == nil {
			return f.in.Remove(f.part)
		}
		if _, there := f.in.Lstat(name); errors.Is(err, fs.ErrExist) || there == nil {
			return fs.ErrExist
		}
	}
	return f.in.Rename(f.part, name) // also where there are no links
}

// Drop closes the file, and removes it if it is not in its place.
func (f *File) Drop() {
	if f.part != "" && (f.held == nil || f.ours()) {
		defer f.in.Remove(f.part)
	}
	f.Close()
}

// ours reports whether a locked file still has its temporary name.
func (f *File) ours() bool {
	there, err := f.in.Lstat(f.part)
	return err == nil && os.SameFile(there, f.held)
}
