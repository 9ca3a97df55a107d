package atomicfile

import (
	"io/fs"
	"os"
	"path/filepath"
)

// Folder is where a file is created: an [os.Root], which stays the same folder wherever it is moved, or a Dir.
type Folder interface {
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	Lstat(name string) (fs.FileInfo, error)
	Link(from, to string) error
	Rename(from, to string) error
	Remove(name string) error
}

// Dir is a folder by its path. It need not be readable.
type Dir string

func (d Dir) path(name string) string { return filepath.Join(string(d), name) }

// OpenFile opens a file as [os.OpenFile] does.
func (d Dir) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	return os.OpenFile(d.path(name), flag, perm)
}

// Lstat describes a file as [os.Lstat] does.
func (d Dir) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(d.path(name)) }

// Link gives a file a second name as [os.Link] does.
func (d Dir) Link(from, to string) error { return os.Link(d.path(from), d.path(to)) }

// Rename moves a file as [os.Rename] does.
func (d Dir) Rename(from, to string) error { return os.Rename(d.path(from), d.path(to)) }

// Remove removes a file as [os.Remove] does.
func (d Dir) Remove(name string) error { return os.Remove(d.path(name)) }

// SamePlace reports whether two paths name one file, now or once they are written.
func SamePlace(a, b string) bool {
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	if errX != nil || errY != nil || x == y {
		return true
	}
	dirX, errX := os.Stat(filepath.Dir(x))
	dirY, errY := os.Stat(filepath.Dir(y))
	if errX == nil && errY == nil && os.SameFile(dirX, dirY) && filepath.Base(x) == filepath.Base(y) {
		return true
	}
	fileX, errX := os.Stat(x)
	fileY, errY := os.Stat(y)
	return errX == nil && errY == nil && os.SameFile(fileX, fileY)
}
