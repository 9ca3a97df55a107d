//go:build !linux

package batch

import "os"

// syncfs asks for what it can: without a call for the whole file system only the names are sure
// to be on the disk, and the system writes the rest when it likes. Resume reads every file again.
func syncfs(folder *os.File) error {
	folder.Sync() // not every system can sync a folder
	return nil
}
