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
	before := filesOf(t, top)
	for _, c := range []struct {
		spool, out    string
		resume, force bool
		want          string
	}{
		{spool: at("none/job.pdf"), want: "does not exist"},
		{spool: at("notes.txt/job.pdf"), want: "cannot be looked at"},
		{spool: at("folder"), force: true, want: "is a folder"},
		{spool: at("new") + "/", want: "is a folder"},
		{spool: "/proc/job.pdf", want: "/proc/job.pdf"},
		{spool: at(strings.Repeat("a", 250)), want: "cannot be written"},
		{spool: at("pipe"), force: true, resume: true, want: "is not a plain file"},
		{spool: at("link"), force: true, want: "is not a plain file"},
		{spool: at("device"), force: true, want: "is not a plain file"},
		{spool: at("people.csv"), force: true, want: "is the table itself"},
		{spool: at("same"), force: true, want: "is the table itself"},
		{spool: at("out"), out: at("out"), want: "a file and the folder"},
		{spool: at("out"), out: at("out/below"), want: "a file and the folder"},
		{spool: at("out/manifest.csv"), out: at("out"), force: true, want: "writes itself"},
		{spool: at("folder/Manifest.CSV"), out: at("folder"), want: "writes itself"},
		{spool: at("out/../out/.backcare-journal"), out: at("out"), want: "writes itself"},
		{spool: at("out/000002-sheet.pdf"), out: at("out"), want: "writes itself"},
		{spool: at("old.pdf"), want: "exists"},
		{spool: at("notes.txt"), resume: true, want: "exists"},
		{spool: at("empty"), resume: true, want: "exists"},
	} {
		in, err := os.Open(at("people.csv"))
		if err != nil {
			t.Fatal(err)
		}
		j := testJob(t, in, c.out)
		j.Spool, j.Resume, j.Force = c.spool, c.resume, c.force
		_, err = Run(t.Context(), j)
		in.Close()
		var refused *Refused
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), c.want) || refused.Try == "" {
			t.Errorf("%+v: %v", c, err)
		}
		if c.want == "exists" && !strings.Contains(refused.Hint(), "--force") {
			t.Errorf("%+v: hint %s", c, refused.Hint())
		}
	}
	same(t, filesOf(t, top), before)
	for _, ok := range []Job{{Spool: at("old.pdf"), Resume: true}, {Spool: at("notes.txt"), Force: true}, {Spool: at("out/job.pdf"), Out: at("out")}} {
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
	defer func(was *os.File) { os.Stdin = was }(os.Stdin)
	os.Stdin = in
	j := testJob(t, io.NopCloser(in), "")
	j.Spool, j.Force = path, true
	refusal(t, j, "is the table itself")
}
