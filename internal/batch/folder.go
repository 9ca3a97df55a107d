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

// place puts the papers of rows in their places, once the journal vouches for them: a file in the folder that
// is not in the journal is somebody else's.
func (f *folder) place(rows []*rowJob) error {
	for _, t := range rows {
		if t.earlier == "" {
			if err := f.journal.add("row", t.hash+" "+t.entry.line()); err != nil {
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
			err = errors.New("another folder is in its place")
		}
	}
	if err != nil {
		return asBroken(fmt.Errorf("%s was moved or deleted while the batch was running: %w", f.path, err), "put it back, "+resumeHint)
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

// close releases the folder, and with the journal its lock.
func (f *folder) close() {
	for _, file := range []*os.File{f.journal.file, f.handle} {
		file.Close() // a nil file has no effect but an error
	}
	if f.root != nil {
		f.root.Close()
	}
}
