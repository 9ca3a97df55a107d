package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"backcare/internal/pdf/pdftest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// What a case folder holds: what goes in, and what must come out.
var inputs = []string{"answers.yaml", "answers.json", "args", "clinic.yaml", "there.pdf", "people.csv"}

// TestGolden runs every folder of testdata that has args or answers.yaml. Without args the answers
// are screened three times: to a PDF, as text and as JSON.
func TestGolden(t *testing.T) {
	cases, err := filepath.Glob("../../testdata/*")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, dir := range cases {
		if !exists(filepath.Join(dir, "args")) && !exists(filepath.Join(dir, "answers.yaml")) {
			continue
		}
		dir, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(dir), func(t *testing.T) { golden(t, dir) })
	}
}

func golden(t *testing.T, dir string) {
	got := map[string]string{}
	if args, err := os.ReadFile(filepath.Join(dir, "args")); err == nil {
		play(t, dir, "", lines(args), got)
	} else {
		play(t, dir, "", []string{"screen", "--answers", "answers.yaml"}, got)
		if !strings.HasPrefix(filepath.Base(dir), "bad-") {
			play(t, dir, "text-", []string{"screen", "--answers", "answers.yaml", "--format", "text"}, got)
			play(t, dir, "json-", []string{"screen", "--answers", "answers.yaml", "--format", "json"}, got)
		}
	}
	compare(t, dir, got)
}

func lines(b []byte) []string {
	s := strings.TrimSuffix(string(b), "\n")
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// play runs the program in a folder of its own that holds the inputs, and keeps all that came out.
func play(t *testing.T, dir, prefix string, args []string, got map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range inputs {
		if data, err := os.ReadFile(filepath.Join(dir, name)); err == nil && name != "args" {
			if err := os.WriteFile(name, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out, stderr bytes.Buffer
	env := map[string]string{"SOURCE_DATE_EPOCH": "1795430520"} // 2026-11-23 10:42 UTC
	code := run(context.Background(), append([]string{"backcare"}, args...), streams{
		in: strings.NewReader(""), out: &out, err: &stderr,
		env: func(k string) string { return env[k] },
		now: func() time.Time { t.Error("asked for the time"); return time.Time{} },
	})
	if prefix == "" {
		got["exit"] = fmt.Sprintln(code)
		got["stderr"] = stderr.String()
	}
	got[prefix+"stdout"] = out.String()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		switch old, err := os.ReadFile(filepath.Join(dir, f.Name())); {
		case slices.Contains(inputs, f.Name()):
			if err != nil || !bytes.Equal(old, data) {
				t.Errorf("%s was changed", f.Name())
			}
		case strings.HasSuffix(f.Name(), ".pdf"):
			dump, err := pdftest.Dump(data)
			if err != nil {
				t.Fatal(err)
			}
			got[f.Name()+".dump"] = dump
		default:
			got[f.Name()] = string(data)
		}
		if info, err := f.Info(); err == nil && !slices.Contains(inputs, f.Name()) && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v; health data is for its owner only", f.Name(), info.Mode())
		}
	}
}

// compare holds what came out against the case's files; one too many is as wrong as one missing.
func compare(t *testing.T, dir string, got map[string]string) {
	t.Helper()
	have, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range have {
		if _, ok := got[f.Name()]; !ok && !slices.Contains(inputs, f.Name()) {
			if *update {
				os.Remove(filepath.Join(dir, f.Name()))
				continue
			}
			t.Errorf("%s did not come out", f.Name())
		}
	}
	for name, text := range got {
		path := filepath.Join(dir, name)
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s has no golden file; look at it, then run with -update", name)
		} else if string(want) != text {
			t.Errorf("%s differs:\n%s", name, firstDifference(string(want), text))
		}
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		x, y := at(a, i), at(b, i)
		if x != y {
			return fmt.Sprintf("line %d\n want %q\n  got %q", i+1, x, y)
		}
	}
	return "nothing"
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "(end)"
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
