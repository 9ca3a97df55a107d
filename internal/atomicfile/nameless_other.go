//go:build !linux

package atomicfile

import (
	"errors"
	"os"
)

// nameless is not available here: a draft has a name from the start.
func nameless(Dir) (*os.File, error) { return nil, errors.ErrUnsupported }

func (*File) named(string) error { return errors.ErrUnsupported }
