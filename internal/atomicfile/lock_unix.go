//go:build unix

package atomicfile

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// Lock locks the file for this process alone. The system unlocks it when the process ends, however it ends, so
// a killed batch never leaves a folder locked.
func Lock(f *os.File) (taken bool, err error) {
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// movesOpen says whether a file can be moved, and removed, while it is open.
const movesOpen = true
