package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"backcare/internal/atomicfile"
)

// terminal reports whether a stream is one a person sits at.
func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// textWidth is the width of text that goes to no terminal, in columns.
const textWidth = 80

// columns is the width to wrap at: the terminal's, within what reads well.
func columns(stream io.Writer) int {
	const widest, narrowest = 100, 30
	return max(narrowest, min(terminalWidth(stream), widest))
}

// terminalWidth is the width of a terminal in columns; textWidth when it does not tell, or is none.
func terminalWidth(stream io.Writer) int {
	if f, ok := stream.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return n
		}
	}
	return textWidth
}

// deliver writes a product to a path, whole or not at all, or to stdout for "-".
// The path is printed on stdout, for scripts.
func (s streams) deliver(path string, data []byte, force bool) error {
	if path == "-" {
		_, err := s.out.Write(data)
		return err
	}
	if err := writeFile(path, data, force); err != nil {
		return err
	}
	_, err := fmt.Fprintln(s.out, path)
	return err
}

// writeFile makes a file whole or not at all. Without force, a file that came to exist in the meantime is kept.
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
	f, err := atomicfile.Draft(atomicfile.Dir(filepath.Dir(real)))
	if err != nil {
		return err
	}
	defer f.Drop()
	if _, err = f.Write(data); err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = f.Commit(filepath.Base(real), force)
	}
	if errors.Is(err, fs.ErrExist) {
		return misuse("use --force to overwrite it, or choose another name", "%q already exists", path)
	}
	return err
}

// refusePDF keeps a binary out of a terminal.
func (s streams) refusePDF(path string) error {
	if path == "-" && terminal(s.out) {
		return misuse("give a file with --out, or pipe it on", "a PDF cannot be shown on a terminal")
	}
	return nil
}

// free checks early that a file may be written, so that nobody answers 40 questions in vain.
func free(path string, force bool) error {
	if path == "" || path == "-" {
		return nil
	}
	if _, err := target(path); err != nil {
		return err
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return misuse("name a file in it", "%q is a folder", path)
	case err == nil && !info.Mode().IsRegular():
		return misuse("to write to stdout, give -", "%q is not an ordinary file", path)
	case err == nil && !force:
		return misuse("use --force to overwrite it, or choose another name", "%q already exists", path)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("cannot write %q: %w", path, bare(err))
	}
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return misuse("create it first", "there is no folder %q", dir)
	}
	probe, err := atomicfile.Draft(atomicfile.Dir(dir))
	if err != nil {
		return fmt.Errorf("cannot write in %q: %w", dir, bare(err))
	}
	probe.Drop()
	return nil
}

// target resolves a path to the file to write. A symbolic link is kept, and what it leads to is written;
// the links by which a system names its streams are refused.
func target(path string) (string, error) {
	if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return path, nil
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		if dir, err = filepath.Abs(dir); err == nil && (dir == "/dev" || strings.HasPrefix(dir, "/proc/")) {
			return "", misuse("to write to stdout, give -", "%q is not an ordinary file", path)
		}
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", misuse("give the file itself", "%q is a link that leads nowhere", path)
	}
	return real, nil
}

// bare takes the operation and path out of a file error; the message names the path itself.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
