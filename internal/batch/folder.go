package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
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
func claim(path string, resume bool) (*folder, error) {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return nil, asRefused(path+" is a file, not a folder", "give a folder as --out")
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, asBroken(err, "give a folder that can be written to")
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, asBroken(err, "give a folder that can be written to")
	}
	f := &folder{path: path, root: root}
	if err := f.open(resume); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

func (f *folder) open(resume bool) error {
	var err error
	if f.handle, err = f.root.Open("."); err != nil {
		return asBroken(err, "")
	}
	log, err := f.root.OpenFile(journalName, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return asBroken(fmt.Errorf("%s: %w", f.path, err), "give a folder that can be written to")
	}
	f.journal = &journal{file: log}
	switch taken, err := atomicfile.Lock(log); {
	case err != nil:
		return asBroken(fmt.Errorf("%s cannot be locked: %w", f.path, err), "give a folder on another file system")
	case !taken:
		return asBroken(fmt.Errorf("another batch is writing in %s", f.path), "wait until it is done, or give another --out")
	}
	if f.journal, err = readJournal(log); err != nil {
		f.journal = &journal{file: log}
		return asBroken(err, "")
	}
	return f.admit(resume)
}

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
	if _, err := io.Copy(h, r); err != nil {
		return false
	}
	return hex.EncodeToString(h.Sum(nil)) == sum
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

func (f *folder) close() {
	if f.journal != nil && f.journal.file != nil {
		f.journal.file.Close() // gives back the lock
	}
	if f.names != nil {
		f.names.Close()
	}
	if f.handle != nil {
		f.handle.Close()
	}
	f.root.Close()
}
