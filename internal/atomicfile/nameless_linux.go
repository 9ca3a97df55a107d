package atomicfile

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// nameless makes a file in a folder that has no name yet. Not every file system can.
func nameless(in Dir) (*os.File, error) {
	fd, err := unix.Open(string(in), unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, 0o600)
	if err != nil {
		return nil, os.NewSyscallError("open", err)
	}
	f := os.NewFile(uintptr(fd), string(in))
	if _, err := os.Lstat(handle(f)); err != nil { // without /proc it could never be given one
		f.Close()
		return nil, err
	}
	return f, nil
}

// named gives such a file a name that no other has.
func (f *File) named(name string) error {
	in, _ := f.in.(Dir) // there is none elsewhere
	return os.NewSyscallError("linkat", unix.Linkat(unix.AT_FDCWD, handle(f.File), unix.AT_FDCWD, in.path(name), unix.AT_SYMLINK_FOLLOW))
}

func handle(f *os.File) string { return fmt.Sprintf("/proc/self/fd/%d", f.Fd()) }
