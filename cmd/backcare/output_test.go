package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestLinkStaysAndItsFileIsWritten writes through links, and refuses those that lead to no file.
func TestLinkStaysAndItsFileIsWritten(t *testing.T) {
	dir := t.TempDir()
	file, link, nowhere := filepath.Join(dir, "file"), filepath.Join(dir, "link"), filepath.Join(dir, "nowhere")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Symlink("file", link), os.Symlink("gone", nowhere)); err != nil {
		t.Skip(err)
	}
	if err := writeFile(link, []byte("new"), true); err != nil {
		t.Error(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if got, _ := os.ReadFile(file); string(got) != "new" {
		t.Errorf("the file holds %q", got)
	}
	for _, path := range []string{nowhere, "/dev/stdout", "/proc/self/fd/1"} {
		if _, err := os.Lstat(path); err != nil {
			continue
		}
		if err := writeFile(path, []byte("new"), true); !errors.As(err, new(failure)) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
