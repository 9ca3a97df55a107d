package atomicfile

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

// names are those of a folder's files.
func names(t *testing.T, dir string) string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range list {
		out = append(out, f.Name())
	}
	return strings.Join(out, " ")
}

// makers make a file in each of the ways there are.
func makers(t *testing.T) map[string]func(dir string) (*File, error) {
	return map[string]func(dir string) (*File, error){
		"draft": func(dir string) (*File, error) { return Draft(Dir(dir)) },
		"draft with a name": func(dir string) (*File, error) {
			f, err := os.CreateTemp(dir, draftPattern)
			if err != nil {
				return nil, err
			}
			return &File{File: f, in: Dir(dir), part: filepath.Base(f.Name())}, nil
		},
		"part": func(dir string) (*File, error) { return Create(Dir(dir), "part") },
		"part in a root": func(dir string) (*File, error) {
			root, err := os.OpenRoot(dir)
			if err != nil {
				return nil, err
			}
			t.Cleanup(func() { root.Close() })
			return Create(root, "part")
		},
		"claim": func(dir string) (*File, error) { return Claim(Dir(dir), "part") },
	}
}

// TestAFileIsWrittenWholeAndAlone writes over and beside files, with and without force, and gives one up.
func TestAFileIsWrittenWholeAndAlone(t *testing.T) {
	for kind, create := range makers(t) {
		dir := t.TempDir()
		path := filepath.Join(dir, "a")
		write := func(commit func(f *File) error, want string) {
			t.Helper()
			f, err := create(dir)
			if err != nil {
				t.Fatal(err)
			}
			if kind == "draft" && runtime.GOOS == "linux" && f.part == "" && strings.Contains(names(t, dir), "draft") {
				t.Errorf("a draft can be seen: %s", names(t, dir))
			}
			f.WriteString("new")
			before, _ := os.ReadFile(path)
			if err := commit(f); err != nil {
				t.Errorf("%s: %v", kind, err)
			}
			f.Drop()
			got, _ := os.ReadFile(path)
			if string(got) != want || want != "new" && string(before) != want {
				t.Errorf("%s: it holds %q, before %q, want %q", kind, got, before, want)
			}
			if want != "" && names(t, dir) != "a" || want == "" && names(t, dir) != "" {
				t.Errorf("%s left %s", kind, names(t, dir))
			}
			if info, err := os.Stat(path); want == "new" && (err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600) {
				t.Errorf("%s: %v %v", kind, info.Mode(), err)
			}
		}
		write(func(*File) error { return nil }, "") // given up
		write(func(f *File) error { return f.Commit("a", false) }, "new")
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		write(func(f *File) error {
			if err := f.Commit("a", false); !errors.Is(err, fs.ErrExist) {
				t.Errorf("%s: written over: %v", kind, err)
			}
			return nil
		}, "old")
		write(func(f *File) error { return f.Commit("a", true) }, "new")
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
	f, err := Draft(Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Commit("a", false); err != nil {
		t.Error(err)
	}
	f.Drop()
	if got := names(t, dir); got != ".backcare-draft-new .backcare-journal a" {
		t.Error(got)
	}
}

// TestNoTwoProgramsWriteOneFile claims a file that is claimed, and takes away one that is.
func TestNoTwoProgramsWriteOneFile(t *testing.T) {
	dir := Dir(t.TempDir())
	first, err := Claim(dir, "part")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Claim(dir, "part"); !errors.Is(err, ErrBusy) {
		t.Errorf("%v", err)
	}
	if runtime.GOOS == "windows" { // where nobody can take it away
		first.Drop()
		return
	}
	if err := dir.Rename("part", "away"); err != nil {
		t.Fatal(err)
	}
	second, err := Claim(dir, "part")
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Commit("a", true); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the second's is in the first's place: %v", err)
	}
	first.Drop()
	if err := second.Commit("a", true); err != nil {
		t.Errorf("the first has removed the second's: %v", err)
	}
	second.Drop()
	if got := names(t, string(dir)); got != "a away" {
		t.Error(got)
	}
}
