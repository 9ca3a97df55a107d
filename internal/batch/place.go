package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"backcare/internal/atomicfile"
	"backcare/internal/pdf"
)

// checkSpool refuses a print job that could not be written when all rows are done, or that would
// write over what it must not.
func (j *Job) checkSpool() error {
	if j.Spool == "" {
		return nil
	}
	const another = "give another --spool"
	refuse := func(format string, args ...any) error {
		return asRefused(j.Spool+" "+fmt.Sprintf(format, args...), another)
	}
	folder, name := filepath.Split(filepath.Clean(j.Spool))
	if folder == "" {
		folder = "."
	}
	ours := j.Out != "" && atomicfile.SamePlace(folder, j.Out)
	there, err := os.Lstat(j.Spool)
	switch {
	case os.IsPathSeparator(j.Spool[len(j.Spool)-1]), err == nil && there.IsDir():
		return refuse("is a folder; a print job is a file")
	case j.Out != "" && within(j.Out, j.Spool):
		return refuse("cannot be both the print job and the folder of the papers")
	case ours && ownsName(name):
		return refuse("is a name that the batch uses itself")
	case err == nil && !there.Mode().IsRegular():
		return refuse("is not a plain file")
	case err == nil && j.isTable(there):
		return refuse("is the table itself")
	case err == nil && !j.mayReplace():
		return asRefused(fmt.Sprintf("%s already exists", j.Spool), another+", or --force to replace it")
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return refuse("cannot be accessed: %v", err)
	}
	switch in, err := os.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist) && ours:
		return nil // the batch makes it
	case errors.Is(err, fs.ErrNotExist):
		return asRefused(fmt.Sprintf("the folder of %s does not exist", j.Spool), "make it, or "+another)
	case err != nil:
		return refuse("cannot be written: %v", err)
	case !in.IsDir():
		return refuse("is inside a file, not a folder")
	case j.DryRun:
		return nil
	}
	p, err := claimSpool(j.Spool)
	var busy *Error
	switch {
	case errors.As(err, &busy) && busy.Kind == Broken:
		return busy
	case err != nil:
		return asRefused(fmt.Sprintf("%s cannot be written: %v", j.Spool, err), "make its folder writable, or "+another)
	}
	p.Drop()
	return nil
}

// mayReplace reports whether what stands in the print job's place may go: if that was asked for,
// or when it is a print job like this one, which is made again.
func (j *Job) mayReplace() bool {
	if j.Force || !j.Resume {
		return j.Force
	}
	f, err := os.Open(j.Spool)
	if err != nil {
		return false
	}
	defer f.Close()
	return pdf.IsJob(f, j.Author.Words.Spool.Title)
}

// isTable reports whether a file is the table that is read, or what stdin reads, which may be the
// table in a wrapping.
func (j *Job) isTable(info fs.FileInfo) bool {
	for _, in := range []io.Reader{j.In, j.Stdin} {
		if f, table := regular(in); f != nil && os.SameFile(table, info) {
			return true
		}
	}
	return false
}

// within reports whether a path is, or lies below, another.
func within(path, top string) bool {
	path, err := filepath.Abs(path)
	top, err2 := filepath.Abs(top)
	rel, err3 := filepath.Rel(top, path)
	return errors.Join(err, err2, err3) == nil && filepath.IsLocal(rel)
}
