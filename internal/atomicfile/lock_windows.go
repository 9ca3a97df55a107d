package atomicfile

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// Lock locks the file for this process alone. The system unlocks it when the process ends, however it ends. It
// locks one byte far behind the end, because Windows would keep others from reading what is locked.
func Lock(f *os.File) (taken bool, err error) {
	far := windows.Overlapped{OffsetHigh: 1 << 30}
	err = windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// movesOpen says whether a file can be moved, and removed, while it is open.
const movesOpen = false
