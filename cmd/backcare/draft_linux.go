package main

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// nameless makes a file in a folder that has no name yet. Not every file system can.
func nameless(dir string) (*os.File, error) {
	fd, err := unix.Open(dir, unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, 0o600)
	if err != nil {
		return nil, os.NewSyscallError("open", err)
	}
	f := os.NewFile(uintptr(fd), dir)
	if _, err := os.Lstat(handle(f)); err != nil { // without /proc it could never be given one
		f.Close()
		return nil, err
	}
	return f, nil
}

// named gives such a file a name that no other has.
func named(f *os.File, path string) error {
	return os.NewSyscallError("linkat", unix.Linkat(unix.AT_FDCWD, handle(f), unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW))
}

func handle(f *os.File) string { return fmt.Sprintf("/proc/self/fd/%d", f.Fd()) }
