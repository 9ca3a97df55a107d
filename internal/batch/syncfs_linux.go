package batch

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncfs waits until everything written in the folder is on the disk. One call for the whole
// file system costs less than one for each of many small files.
func syncfs(folder *os.File) error {
	return os.NewSyscallError("syncfs", unix.Syncfs(int(folder.Fd())))
}
