package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// ErrBusy means that another program is writing the same file.
var ErrBusy = errors.New("another program is writing it")

// Claim creates a file with the temporary name part that is locked until it is in its place, so that no two
// programs write it at once. What a killed program left there is removed, never written to: by now it may be
// anything.
func Claim(in Folder, part string) (*File, error) {
	for range 100 {
		file, err := in.OpenFile(part, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			if err := clear(in, part); err != nil {
				return nil, err
			}
			continue
		}
		if err != nil {
			return nil, err
		}
		f := &File{File: file, in: in, part: part}
		if f.held, err = file.Stat(); err != nil {
			f.Drop()
			return nil, err
		}
		switch taken, err := Lock(file); {
		case err != nil:
			f.Drop()
			return nil, fmt.Errorf("%s cannot be locked: %w", part, err)
		case taken && f.ours():
			return f, nil
		}
		file.Close() // another was faster
	}
	return nil, ErrBusy
}

// clear removes what nobody holds.
func clear(in Folder, part string) error {
	if info, err := in.Lstat(part); err == nil && info.Mode().IsRegular() {
		f, err := in.OpenFile(part, os.O_RDWR, 0)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		defer f.Close()
		if taken, err := Lock(f); err != nil {
			return fmt.Errorf("%s cannot be locked: %w", part, err)
		} else if !taken {
			return ErrBusy
		}
		if !movesOpen {
			f.Close()
		}
	}
	if err := in.Remove(part); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
