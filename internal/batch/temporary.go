package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// temporary is a file that becomes another when it is whole, beside its place. Whoever holds it has it
// locked, so that two batches never write one file.
type temporary struct {
	file *os.File
	path string // what it becomes
}

// claimTemporary makes the temporary file of a path. What a killed batch left there is removed, never written on:
// the name may be anything by now. A temporary file that another batch holds is Broken.
func claimTemporary(path string) (*temporary, error) {
	name := temporaryName(path)
	for range 100 {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		left := errors.Is(err, fs.ErrExist)
		if left {
			f, err = os.OpenFile(name, os.O_RDWR, 0)
		}
		if left && errors.Is(err, fs.ErrNotExist) {
			if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
				os.Remove(name) // it leads nowhere
			}
			continue
		}
		if err != nil {
			return nil, err
		}
		p := &temporary{f, path}
		taken, err := lock(f)
		switch {
		case err != nil:
			f.Close()
			return nil, fmt.Errorf("%s cannot be locked: %w", name, err)
		case !taken && left:
			f.Close()
			return nil, asBroken(fmt.Errorf("another batch is writing %s", path), "wait until it is done, or give another --spool")
		case taken && !left && p.ours():
			return p, nil
		case taken && left && movesOpen:
			err = os.Remove(name) // while it is locked
		case taken && left:
			f.Close()
			err = os.Remove(name) // unless another batch holds it meanwhile
		}
		f.Close()
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return nil, asBroken(fmt.Errorf("another batch is writing %s", path), "wait until it is done, or give another --spool")
}

// ours reports whether the file is still where it was made.
func (p *temporary) ours() bool {
	there, err := os.Lstat(p.file.Name())
	mine, err2 := p.file.Stat()
	return err == nil && err2 == nil && os.SameFile(there, mine)
}

// drop gives the file up.
func (p *temporary) drop() {
	if p.ours() {
		defer os.Remove(p.file.Name())
	}
	p.file.Close()
}

// place puts the file where it belongs, once all of it is on the disk. What stands there is
// replaced only if replace says so.
func (p *temporary) place(replace func() bool) error {
	if err := p.file.Sync(); err != nil {
		return err
	}
	name := p.file.Name()
	if !p.ours() {
		return asBroken(fmt.Errorf("%s was taken away while the batch ran: %s is not there", p.path, name), "bring its folder back, "+resumeHint)
	}
	if !movesOpen {
		p.file.Close()
	}
	if err := os.Link(name, p.path); err == nil {
		return os.Remove(name)
	}
	if _, err := os.Lstat(p.path); err == nil && !replace() { // and where there are no links, nothing may be there
		return asBroken(fmt.Errorf("%s came to be while the batch ran", p.path), "give another --spool, or --force to replace it")
	}
	return os.Rename(name, p.path)
}

func temporaryName(path string) string {
	return filepath.Join(filepath.Dir(path), temporaryPrefix+filepath.Base(path))
}
