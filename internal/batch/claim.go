package batch

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"backcare/internal/atomicfile"
)

// claim opens the folder for one batch, making it if need be. A folder that holds another batch
// is Refused, unless resume says to go on with it; one in use is Broken.
func claim(path string, resume bool) (_ *folder, err error) {
	const writable = "give a folder that can be written to"
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return nil, asRefused(path+" is a file, not a folder", "give a folder as --out")
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, asBroken(err, writable)
	}
	f := &folder{path: path, journal: &journal{}}
	defer func() {
		if err != nil {
			f.close()
		}
	}()
	if f.root, err = os.OpenRoot(path); err != nil {
		return nil, asBroken(err, writable)
	}
	if f.handle, err = f.root.Open("."); err != nil {
		return nil, asBroken(err, "")
	}
	if f.journal.file, err = f.root.OpenFile(journalName, os.O_RDWR|os.O_CREATE, 0o600); err != nil {
		return nil, asBroken(fmt.Errorf("%s: %w", path, err), writable)
	}
	switch taken, err := atomicfile.Lock(f.journal.file); {
	case err != nil:
		return nil, asBroken(fmt.Errorf("%s cannot be locked: %w", path, err), "give a folder on another file system")
	case !taken:
		return nil, asBroken(fmt.Errorf("another batch is writing in %s", path), "wait until it has finished, or give another --out")
	}
	if err := f.journal.read(); err != nil {
		return nil, asBroken(err, "")
	}
	if err := f.admit(resume); err != nil {
		return nil, err
	}
	return f, nil
}

// admit refuses a folder with which this batch cannot begin or go on.
func (f *folder) admit(resume bool) error {
	j := f.journal
	switch {
	case j.begun == nil && j.damaged:
		return asRefused(fmt.Sprintf("the first line of %s is damaged; nothing was changed", filepath.Join(f.path, journalName)), "restore a copy of it, or give another --out")
	case j.begun == nil:
		name, err := f.findOwn()
		if err == nil && name != "" {
			err = asRefused(fmt.Sprintf("%s contains %s, but no journal of the batch that wrote it", f.path, name), "give an empty folder as --out")
		}
		if info, e := j.file.Stat(); err != nil && e == nil && info.Size() == 0 {
			f.root.Remove(journalName) // made just now
		}
		return err
	case !resume && j.how == "":
		return asRefused(fmt.Sprintf("%s contains an unfinished batch", f.path), "continue it with --resume, or give another --out")
	case !resume:
		return asRefused(fmt.Sprintf("%s contains a finished batch", f.path), "give another --out; --resume checks this one and writes missing papers again")
	}
	return nil
}

// findOwn looks for a file that this batch might want to write.
func (f *folder) findOwn() (string, error) {
	list, err := fs.ReadDir(f.root.FS(), ".")
	for _, e := range list {
		if _, own := rowOf(e.Name()); own || e.Name() == manifestName {
			return e.Name(), nil
		}
	}
	return "", err
}
