package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestAFileIsWrittenWholeAndAlone writes over and beside files, with and without force, by drafts with a name and without.
func TestAFileIsWrittenWholeAndAlone(t *testing.T) {
	for _, withName := range []bool{false, true} {
		dir := t.TempDir()
		draft := func() *draft {
			d, err := newDraft(dir)
			if err != nil {
				t.Fatal(err)
			}
			if withName {
				d.drop()
				if d.File, err = os.CreateTemp(dir, draftPattern); err != nil {
					t.Fatal(err)
				}
				d.name = d.File.Name()
			}
			d.WriteString("new")
			return d
		}
		path := filepath.Join(dir, "a")
		d := draft()
		if list, _ := os.ReadDir(dir); !withName && runtime.GOOS == "linux" && d.name == "" && len(list) > 0 {
			t.Errorf("a draft can be seen: %v", list)
		}
		if err := d.place(path, false); err != nil {
			t.Error(err)
		}
		d.drop()
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		d = draft()
		if err := d.place(path, false); !errors.Is(err, fs.ErrExist) {
			t.Errorf("written over: %v", err)
		}
		d.drop()
		if got, _ := os.ReadFile(path); string(got) != "old" {
			t.Errorf("it holds %q", got)
		}
		d = draft()
		if err := d.place(path, true); err != nil {
			t.Error(err)
		}
		d.drop()
		if got, _ := os.ReadFile(path); string(got) != "new" {
			t.Errorf("it holds %q", got)
		}
		if list, _ := os.ReadDir(dir); len(list) != 1 {
			t.Errorf("left: %v", list)
		}
	}
}

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

// TestDraftsThatWereLeftAreRemoved keeps those that may still be written, and what only looks like one.
func TestDraftsThatWereLeftAreRemoved(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * time.Hour)
	for _, name := range []string{".backcare-draft-old", ".backcare-draft-new", ".backcare-journal"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "new") {
			os.Chtimes(path, old, old)
		}
	}
	if err := writeFile(filepath.Join(dir, "a"), []byte("x"), false); err != nil {
		t.Fatal(err)
	}
	var names []string
	list, _ := os.ReadDir(dir)
	for _, f := range list {
		names = append(names, f.Name())
	}
	if got := strings.Join(names, " "); got != ".backcare-draft-new .backcare-journal a" {
		t.Error(got)
	}
}
