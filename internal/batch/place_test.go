//go:build unix

package batch

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPrintJobsPlaceIsCheckedFirst gives places where no print job can or may be written. None of
// them may be a real device: were the check ever lost, the test would replace it.
func TestPrintJobsPlaceIsCheckedFirst(t *testing.T) {
	top := t.TempDir()
	at := func(name string) string { return filepath.Join(top, name) }
	for name, text := range map[string]string{"people.csv": people(t, 3, 0), "notes.txt": "mine", "old.pdf": "%PDF-1.7 old", "table.pdf": people(t, 3, 0), "empty": ""} {
		if err := os.WriteFile(at(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Mkdir(at("folder"), 0o700), syscall.Mkfifo(at("pipe"), 0o600), os.Symlink(at("old.pdf"), at("link")), os.Symlink("/dev/null", at("device")), os.Link(at("people.csv"), at("same"))); err != nil {
		t.Fatal(err)
	}
	j := testJob(t, strings.NewReader(people(t, 1, 0)), at("papers"))
	mustRun(t, j)
	if err := os.Rename(at("papers/000002-P-00001-sheet.pdf"), at("sheet.pdf")); err != nil { // a paper of ours is no print job
		t.Fatal(err)
	}
	before := filesOf(t, top)
	for _, c := range []struct {
		spool, out    string
		resume, force bool
		want          string
	}{
		{spool: at("none/job.pdf"), want: "does not exist"},
		{spool: at("notes.txt/job.pdf"), want: "cannot be accessed"},
		{spool: at("folder"), force: true, want: "is a folder"},
		{spool: at("new") + "/", want: "is a folder"},
		{spool: "/proc/job.pdf", want: "/proc/job.pdf"},
		{spool: at(strings.Repeat("a", 250)), want: "cannot be written"},
		{spool: at("pipe"), force: true, resume: true, want: "is not a plain file"},
		{spool: at("link"), force: true, want: "is not a plain file"},
		{spool: at("device"), force: true, want: "is not a plain file"},
		{spool: at("people.csv"), force: true, want: "is the table itself"},
		{spool: at("same"), force: true, want: "is the table itself"},
		{spool: at("out"), out: at("out"), want: "both the print job and the folder"},
		{spool: at("out"), out: at("out/below"), want: "both the print job and the folder"},
		{spool: at("out/manifest.csv"), out: at("out"), force: true, want: "uses itself"},
		{spool: at("folder/Manifest.CSV"), out: at("folder"), want: "uses itself"},
		{spool: at("out/../out/.backcare-journal"), out: at("out"), want: "uses itself"},
		{spool: at("out/000002-sheet.pdf"), out: at("out"), want: "uses itself"},
		{spool: at("old.pdf"), want: "exists"},
		{spool: at("notes.txt"), resume: true, want: "exists"},
		{spool: at("empty"), resume: true, want: "exists"},
		{spool: at("old.pdf"), resume: true, want: "exists"},
		{spool: at("sheet.pdf"), resume: true, want: "exists"},
	} {
		in, err := os.Open(at("people.csv"))
		if err != nil {
			t.Fatal(err)
		}
		j := testJob(t, in, c.out)
		j.Spool, j.Resume, j.Force = c.spool, c.resume, c.force
		_, err = Run(t.Context(), j)
		in.Close()
		var refused *Error
		if !errors.As(err, &refused) || refused.Kind != Refused || !strings.Contains(err.Error(), c.want) || refused.Try == "" {
			t.Errorf("%+v: %v", c, err)
		}
		if c.want == "exists" && !strings.Contains(refused.Hint(), "--force") {
			t.Errorf("%+v: hint %s", c, refused.Hint())
		}
	}
	same(t, filesOf(t, top), before)
	for _, ok := range []Job{{Spool: at("notes.txt"), Force: true}, {Spool: at("notes.txt"), Resume: true}, {Spool: at("out/job.pdf"), Out: at("out")}, {Spool: at("more/manifest"), Out: at("more")}, {Spool: at("yet/2"), Out: at("yet")}} {
		j := testJob(t, strings.NewReader(people(t, 3, 0)), ok.Out)
		j.Spool, j.Resume, j.Force = ok.Spool, ok.Resume, ok.Force
		mustRun(t, j)
		if b, err := os.ReadFile(ok.Spool); err != nil || len(b) < 1000 || !isPDF(ok.Spool) {
			t.Errorf("%s: %d bytes, %v", ok.Spool, len(b), err)
		}
	}
}

// filesOf are the plain files of a folder that holds others too.
func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range list {
		out[e.Name()] = e.Type().String()
		if e.Type().IsRegular() {
			b, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			out[e.Name()] = string(b)
		}
	}
	return out
}

func TestTableOnStdinIsNotWrittenOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(path, []byte(people(t, 3, 0)), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	j := testJob(t, io.NopCloser(in), "")
	j.Spool, j.Force, j.Stdin = path, true, in
	refusal(t, j, "is the table itself")
}

// TestTwoPrintJobsNeverShareAFile begins a second print job while one is being made, and puts a file
// in the place of another.
func TestTwoPrintJobsNeverShareAFile(t *testing.T) {
	table := people(t, 6, 0)
	half := len(table) / 2
	run := func(do func(path string)) (string, error) {
		path := filepath.Join(t.TempDir(), "job.pdf")
		j := testJob(t, &vanish{[]string{table[:half], table[half:]}, func() { do(path) }}, "")
		j.Spool = path
		_, err := Run(t.Context(), j)
		return path, err
	}
	path, err := run(func(path string) {
		j := testJob(t, strings.NewReader(table), "")
		j.Spool, j.Resume = path, true
		_, err := Run(t.Context(), j)
		var system *Error
		if !errors.As(err, &system) || system.Kind != Broken || !strings.Contains(err.Error(), "another batch is writing") || system.Try == "" {
			t.Errorf("%v", err)
		}
	})
	if err != nil || !isPDF(path) {
		t.Errorf("%v", err)
	}
	path, err = run(func(path string) { os.WriteFile(path, []byte("mine"), 0o600) })
	if b, _ := os.ReadFile(path); err == nil || string(b) != "mine" || !strings.Contains(err.Error(), "was created while the batch was running") {
		t.Errorf("%v: %.20s", err, b)
	}
	path, err = run(func(path string) { os.Rename(partIn(path), path+".moved") })
	if err == nil || isPDF(path) {
		t.Errorf("a part that was taken away: %v", err)
	}
	if list, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".backcare-*")); len(list) > 0 {
		t.Errorf("%v is left", list)
	}
}

// TestWhatAKilledPrintJobLeftIsNeverWrittenOn plants files where the next one is made.
func TestWhatAKilledPrintJobLeftIsNeverWrittenOn(t *testing.T) {
	dir := t.TempDir()
	path, other := filepath.Join(dir, "job.pdf"), filepath.Join(dir, "other")
	for _, plant := range []func() error{
		func() error { return os.Symlink(other, partIn(path)) },
		func() error { return os.Symlink(other+"-none", partIn(path)) },
		func() error { return os.Link(other, partIn(path)) },
		func() error { return os.WriteFile(partIn(path), []byte("half a file"), 0o666) },
	} {
		os.Remove(path)
		if err := errors.Join(os.WriteFile(other, []byte("mine"), 0o666), plant()); err != nil {
			t.Fatal(err)
		}
		j := testJob(t, strings.NewReader(people(t, 2, 0)), "")
		j.Spool = path
		mustRun(t, j)
		info, err := os.Lstat(path)
		if b, _ := os.ReadFile(other); err != nil || string(b) != "mine" || !isPDF(path) || info.Mode() != 0o600 {
			t.Errorf("%v %v %q", err, info.Mode(), b)
		}
		if _, err := os.Lstat(partIn(path)); err == nil {
			t.Error("the part is left")
		}
	}
}

// partIn is where a print job is while it is made.
func partIn(path string) string { return filepath.Join(filepath.Dir(path), partOf(path)) }
