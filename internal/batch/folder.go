package batch

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"backcare/internal/atomicfile"
)

const (
	manifestName    = "manifest.csv"
	temporaryPrefix = ".backcare-part-"
)

// folder is a folder of papers, opened once and held by this batch alone. Every name below is
// inside it, even when somebody moves the folder meanwhile.
type folder struct {
	path    string
	root    *os.Root
	handle  *os.File // of the folder itself
	journal *journal
}

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
		return nil, asBroken(fmt.Errorf("another batch is writing in %s", path), "wait until it is done, or give another --out")
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
		return asRefused(fmt.Sprintf("the head of %s cannot be read; it is left as it is", filepath.Join(f.path, journalName)), "bring back a copy of it, or give another --out")
	case j.begun == nil:
		name, err := f.findOwn()
		if err == nil && name != "" {
			err = asRefused(fmt.Sprintf("%s holds %s, and no journal of the batch it came from", f.path, name), "give an empty folder as --out")
		}
		if info, e := j.file.Stat(); err != nil && e == nil && info.Size() == 0 {
			f.root.Remove(journalName) // made just now
		}
		return err
	case !resume && j.how == "":
		return asRefused(fmt.Sprintf("%s holds a batch that was not finished", f.path), "--resume goes on with it; or give another --out")
	case !resume:
		return asRefused(fmt.Sprintf("%s holds a finished batch", f.path), "give another --out; --resume checks this one and mends what is missing")
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

// tidy removes what a batch that did not finish left behind: files that were not in their places yet.
func (f *folder) tidy() error {
	left, err := fs.Glob(f.root.FS(), temporaryPrefix+"*")
	for _, name := range left {
		err = errors.Join(err, f.root.Remove(name))
	}
	return err
}

// write writes a file that is to be put in its place later; part keeps apart those that are on the way.
func (f *folder) write(part string, fill func(to io.Writer) error) (*atomicfile.File, error) {
	to, err := atomicfile.Create(f.root, temporaryPrefix+part)
	if err != nil {
		return nil, err
	}
	if err = fill(to); err == nil {
		err = to.Close()
	}
	if err != nil {
		to.Drop()
		return nil, err
	}
	return to, nil
}

// put writes the paper of a row.
func (f *folder) put(t *rowJob, data []byte) (err error) {
	t.file, err = f.write(strconv.Itoa(t.record.row), func(to io.Writer) error {
		_, err := to.Write(data)
		return err
	})
	if err != nil {
		err = fmt.Errorf("%s: %w", f.path, err)
	}
	return err
}

// place puts the papers of rows in their places, once the journal vouches for them: what lies in the folder and
// is not in the journal is another's.
func (f *folder) place(rows []*rowJob) error {
	for _, t := range rows {
		if t.earlier == "" {
			if err := f.journal.addRow(t.hash, t.entry.line()); err != nil {
				return err
			}
		}
	}
	err := f.journal.flush()
	if err == nil {
		err = f.still()
	}
	for _, t := range rows {
		if err == nil && t.file != nil {
			err = t.file.Commit(t.entry.File, true)
		}
	}
	return err
}

// holds reports whether the file is there with the bytes that have this SHA-256.
func (f *folder) holds(name, sum string) bool {
	r, err := f.root.Open(name)
	if err != nil {
		return false
	}
	defer r.Close()
	h := sha256.New()
	_, err = io.Copy(h, r)
	return err == nil && fmt.Sprintf("%x", h.Sum(nil)) == sum
}

// still reports whether the folder is where it was: not removed, nor another in its place.
func (f *folder) still() error {
	there, err := os.Stat(filepath.Join(f.path, journalName))
	if err == nil {
		var ours os.FileInfo
		if ours, err = f.journal.file.Stat(); err == nil && !os.SameFile(there, ours) {
			err = errors.New("is not the folder it was")
		}
	}
	if err != nil {
		return asBroken(fmt.Errorf("%s was taken away while the batch ran: %w", f.path, err), "bring it back, "+resumeHint)
	}
	return nil
}

// commit ends a batch: the journal says how, everything is on the disk, and only then the manifest
// appears.
func (f *folder) commit(hash, how string) error {
	rows := f.journal.reader()
	err := f.still()
	if err == nil {
		err = f.journal.addEnd(hash, how)
	}
	if err != nil {
		return err
	}
	manifest, err := f.write("manifest", rows.manifest)
	if err != nil {
		return err
	}
	defer manifest.Drop()
	if err = syncfs(f.handle); err == nil {
		err = manifest.Commit(manifestName, true)
	}
	return errors.Join(err, syncfs(f.handle))
}

// close gives the folder back, and with the journal its lock.
func (f *folder) close() {
	for _, file := range []*os.File{f.journal.file, f.handle} {
		file.Close() // a nil file has no effect but an error
	}
	if f.root != nil {
		f.root.Close()
	}
}
