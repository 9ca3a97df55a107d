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
	"sync"

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

	naming sync.Mutex
	names  *os.File // nil until the first paper
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

// put writes a file whole or not at all. Worker keeps the files being written at the same time apart.
func (f *folder) put(worker int, name string, data []byte) error {
	err := f.mean(name)
	if err == nil {
		err = f.write(strconv.Itoa(worker), name, func(to *os.File) error {
			_, err := to.Write(data)
			return err
		})
	}
	if err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	return nil
}

// write writes a file, and puts it in its place when fill is done.
func (f *folder) write(part, name string, fill func(to *os.File) error) error {
	to, err := atomicfile.Create(f.root, temporaryPrefix+part)
	if err != nil {
		return err
	}
	defer to.Drop()
	if err := fill(to.File); err != nil {
		return err
	}
	return to.Commit(name, true)
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

// done notes in the journal that a row is done. Now and then it looks whether the folder is still there.
func (f *folder) done(t *rowJob) error {
	if err := f.journal.addRow(t.hash, t.entry.line()); err != nil || f.journal.done%256 > 0 {
		return err
	}
	if err := f.journal.flush(); err != nil {
		return err
	}
	return f.still()
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
	if err == nil {
		err = f.forget()
	}
	if err == nil {
		err = f.write("manifest", manifestName, func(to *os.File) error {
			if err := rows.manifest(to); err != nil {
				return err
			}
			return syncfs(f.handle)
		})
	}
	if err == nil {
		err = syncfs(f.handle)
	}
	return err
}

// close gives the folder back, and with the journal its lock.
func (f *folder) close() {
	for _, file := range []*os.File{f.journal.file, f.names, f.handle} {
		file.Close() // a nil file has no effect but an error
	}
	if f.root != nil {
		f.root.Close()
	}
}
