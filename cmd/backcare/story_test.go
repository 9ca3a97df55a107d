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
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"backcare/internal/pdf/pdftest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const storyFolder = "../../testdata"

// A story is one run of the program: testdata/NAME.txtar. Above its exit stands what goes in: a
// sentence that says what must happen, the arguments, and files. The exit and what follows is what
// must come out; what is not there must not come out. A file that went in comes out only where check has
// marked it. Two files are written for the story:
// answers.yaml from the section answers, people.csv from the section people.
type story struct {
	says string
	in   []txtar.File
	out  []txtar.File
}

const exitSection = "exit"

func parseStory(data []byte) (story, error) {
	a := txtar.Parse(data)
	s := story{says: strings.TrimSpace(string(a.Comment)), in: a.Files}
	if i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == exitSection }); i >= 0 {
		s.in, s.out = a.Files[:i], a.Files[i:]
	}
	if s.says == "" {
		return s, errors.New("no sentence on top says what must happen")
	}
	if section(s.in, "args") == nil {
		return s, errors.New("no args")
	}
	return s, nil
}

func readStory(t testing.TB, path string) story {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := parseStory(data)
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	return s
}

func (s story) args() []string { return strings.Fields(string(section(s.in, "args"))) }

func (s story) format() []byte {
	return txtar.Format(&txtar.Archive{Comment: []byte(s.says + "\n"), Files: slices.Concat(s.in, s.out)})
}

func section(files []txtar.File, name string) []byte {
	for _, f := range files {
		if f.Name == name {
			return append([]byte{}, f.Data...) // not nil, even when empty
		}
	}
	return nil
}

// retold is the story with what came out now. A story never changes its exit code by itself, so
// that no paper turns into an error unseen.
func (s story) retold(out []txtar.File) (story, error) {
	was, is := section(s.out, exitSection), section(out, exitSection)
	if was != nil && !bytes.Equal(was, is) {
		return s, fmt.Errorf("the exit code was %s and is %s; if that is meant, write it into the story first", bytes.TrimSpace(was), bytes.TrimSpace(is))
	}
	s.out = out
	return s, nil
}

func TestStories(t *testing.T) {
	folder, err := filepath.Abs(storyFolder)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no stories", err)
	}
	heads := map[string][]byte{}
	for _, name := range spoken {
		s := readStory(t, filepath.Join(folder, name+".txtar"))
		out, _ := play(t, s.args(), written(t, s.in))
		heads[name] = section(out, "stderr")
	}
	dumps := slices.Clone(dumped)
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		i := slices.Index(dumps, name)
		if i >= 0 {
			dumps = slices.Delete(dumps, i, i+1)
		}
		t.Run(name, func(t *testing.T) { tell(t, path, i >= 0, heads) })
	}
	if len(dumps) > 0 {
		t.Errorf("no story, or two dumps of one: %v", dumps)
	}
	there, err := filepath.Glob(filepath.Join(folder, "*.dump"))
	if err != nil || len(there) != len(dumped) {
		t.Errorf("%d dumps for the %d that are listed: %v", len(there), len(dumped), err)
	}
}

// spoken are the stories that hold in full what is said with each outcome. The others only name
// them, so that a change of these words changes one story.
var spoken = strings.Fields("emergency-after-fall same-day-shovelling-foot-drop two-weeks-weight-loss planned-leg-pain sheet-lifting-ache")

// tell runs a story and holds what comes out against it.
func tell(t *testing.T, path string, dump bool, heads map[string][]byte) {
	s := readStory(t, path)
	files := written(t, s.in)
	out, pdf := play(t, s.args(), files)
	failed := bytes.TrimSpace(section(out, "stderr"))
	for i, f := range out {
		for _, name := range spoken {
			if rest, ok := bytes.CutPrefix(f.Data, heads[name]); ok && f.Name == "stderr" && filepath.Base(path) != name+".txtar" {
				out[i].Data = append([]byte("(as in "+name+")\n"), rest...)
			}
		}
	}
	if string(section(out, exitSection)) != fmt.Sprintln(exitUsage) {
		if line := outcomeOf(t, s.args(), files); line != "" {
			out = append(out, txtar.File{Name: "outcome", Data: []byte(line + "\n")})
		}
	}
	again, err := s.retold(out)
	if err != nil {
		t.Fatalf("%v\n%s", err, failed)
	}
	golden(t, path, string(again.format()))
	if dump {
		golden(t, strings.TrimSuffix(path, ".txtar")+".dump", evened(pdf))
	}
}

// play runs the program in an empty folder that holds the files, and gives all that came out and
// the dump of the PDF, if one did.
func play(t *testing.T, args []string, files map[string]string) (out []txtar.File, dump string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, stdout, stderr := alone(t, args...)
	add := func(name, text string) {
		if text != "" && !strings.HasSuffix(text, "\n") {
			t.Errorf("the last line of %s does not end", name)
		}
		if text != "" {
			out = append(out, txtar.File{Name: name, Data: []byte(evened(text))})
		}
	}
	add(exitSection, fmt.Sprintln(code))
	add("stdout", stdout)
	add("stderr", stderr)
	err := filepath.WalkDir(".", func(name string, f fs.DirEntry, err error) error {
		if err != nil || f.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		old, given := files[filepath.ToSlash(name)]
		if given && old == string(data) {
			return nil
		}
		if given && args[0] != "check" { // which marks translations
			t.Errorf("%s was changed", name)
			return nil
		}
		if info, err := f.Info(); err == nil && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v; health data is for its owner only", name, info.Mode())
		}
		text := string(data)
		if strings.HasSuffix(name, ".html") {
			text = drawn.ReplaceAllString(text, "")
		}
		if strings.HasSuffix(name, ".pdf") {
			lines, err := pdftest.Lines(data)
			if err != nil {
				return err
			}
			if dump, err = pdftest.Dump(data); err != nil {
				return err
			}
			text = fmt.Sprintf("pages: %d\n", lines[len(lines)-1].Page)
			if args[0] == "form" { // of which there is no text but this
				text += words(lines)
			}
		}
		add(filepath.ToSlash(name), text)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out, dump
}

// drawn is the look of a page, which no story tells: its style and the lines of its figures.
var drawn = regexp.MustCompile(`(?s)<style>.*?</style>\n|<path [^>]*>`)

// words are the lines of a PDF without their places.
func words(runs []pdftest.Line) string {
	var b strings.Builder
	for i, run := range runs {
		if i > 0 && (run.Page != runs[i-1].Page || run.Y != runs[i-1].Y) {
			b.WriteString("\n")
		}
		b.WriteString(run.Text)
	}
	return strings.ReplaceAll(b.String()+"\n", " \n", "\n")
}

// golden holds a text against a file; -update writes it there.
func golden(t *testing.T, path, got string) {
	t.Helper()
	want, err := os.ReadFile(path)
	if err == nil && string(want) == got {
		return
	}
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Errorf("%v; look at what comes out, then run with -update", err)
		return
	}
	t.Errorf("%s differs:\n%s", filepath.Base(path), firstDifference(string(want), got))
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

// alone runs the program without a terminal and gives all that came out.
func alone(t *testing.T, args ...string) (code int, out, stderr string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), append([]string{"backcare"}, args...), streams{
		in: strings.NewReader(""), out: &o, err: &e,
		env: func(k string) string { return map[string]string{"SOURCE_DATE_EPOCH": "1795430520"}[k] }, // 2026-11-23 10:42 UTC
		now: func() time.Time { t.Error("asked for the time"); return time.Time{} },
	})
	return code, o.String(), e.String()
}

func TestUpdateNeverTurnsAPaperIntoAnError(t *testing.T) {
	s, err := parseStory([]byte("A sheet.\n-- args --\nscreen\n-- exit --\n0\n-- stdout --\nsheet.pdf\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.retold([]txtar.File{{Name: exitSection, Data: []byte("2\n")}, {Name: "stderr", Data: []byte("no\n")}}); err == nil || section(got.out, "stdout") == nil {
		t.Errorf("%v\n%s", err, got.format())
	}
	if got, err := s.retold([]txtar.File{{Name: exitSection, Data: []byte("0\n")}, {Name: "stdout", Data: []byte("note.pdf\n")}}); err != nil || string(section(got.out, "stdout")) != "note.pdf\n" {
		t.Errorf("%v\n%s", err, got.format())
	}
	for _, bad := range []string{"-- args --\nscreen\n", "Something.\n-- exit --\n0\n"} {
		if _, err := parseStory([]byte(bad)); err == nil {
			t.Errorf("a story without a sentence or arguments: %q", bad)
		}
	}
}
