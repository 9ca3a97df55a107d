//go:build !linux

package batch

import "os"

// syncfs does what it can: without a call for the whole file system only the names are certain to be on the
// disk, and the system writes the rest in its own time. Resume reads every file again.
func syncfs(folder *os.File) error {
	folder.Sync() // not every system can sync a folder
	return nil
}
