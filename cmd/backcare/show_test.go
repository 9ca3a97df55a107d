//go:build unix

package main

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// viewer is the program that shows a file on this system.
func viewer() string {
	if runtime.GOOS == "darwin" {
		return "open"
	}
	return "xdg-open"
}

// standIns are programs in a folder of their own that write down their arguments, a line each, and
// then do what is told in the shell's words.
func standIns(t *testing.T, does string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for _, name := range []string{"lp", viewer()} {
		text := "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$0.part\"\n/bin/mv \"$0.part\" \"$0.args\"\n" + does + "\n"
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// told are the arguments that a stand-in was given; nil if it was not run.
func told(t *testing.T, folder, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name+".args"))
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

// along runs the program in an empty folder, with only the programs of a folder within reach.
func along(t *testing.T, path string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	t.Chdir(t.TempDir())
	var out, talk bytes.Buffer
	code = run(t.Context(), append([]string{"backcare"}, args...), streams{in: strings.NewReader(""), out: &out, err: &talk,
		env: func(name string) string { return map[string]string{"PATH": path}[name] },
		now: func() time.Time { return time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC) }})
	return code, out.String(), talk.String()
}

func TestPapersArePrintedInTheirSizeAndCardsOnOneSide(t *testing.T) {
	answers, ill := answersWith(t, "name: Ana García"), answersWith(t, "name: Ana García", "foot-drop: yes")
	for _, c := range []struct {
		args, want string // the file's name is the last argument
	}{
		{"screen --print --answers " + answers, "sides=two-sided-long-edge media=A4 backcare-sheet-2026-11-23.pdf"},
		{"screen --print --answers " + ill, "sides=two-sided-long-edge media=A4 backcare-referral-2026-11-23.pdf"},
		{"screen --printer ward-3 --paper letter --large-print --answers " + answers, "sides=two-sided-long-edge media=Letter ward-3 backcare-sheet-2026-11-23.pdf"},
		{"screen --print --printer ward-3 --out -s.pdf --answers " + answers, "sides=two-sided-long-edge media=A4 ward-3 -s.pdf"},
		{"form --print", "sides=two-sided-long-edge media=A4 backcare-form.pdf"},
		{"form --card --print", "sides=one-sided media=A4 backcare-card.pdf"},
		{"form --card --large-print --printer ward-3 --paper letter", "sides=one-sided media=Letter ward-3 backcare-card.pdf"},
	} {
		folder := standIns(t, "echo request id is ward-3-17")
		code, stdout, stderr := along(t, folder, strings.Fields(c.args)...)
		want := strings.Fields(c.want)
		paper, _ := filepath.Abs(want[len(want)-1])
		line := []string{"-t", "backcare", "-o", want[0], "-o", "print-scaling=none", "-o", want[1]}
		if len(want) == 4 {
			line = append(line, "-d", want[2])
		}
		if got := told(t, folder, "lp"); !slices.Equal(got, append(line, paper)) {
			t.Errorf("%s: lp was told %q", c.args, got)
		}
		if told(t, folder, viewer()) != nil {
			t.Errorf("%s: shown, too", c.args)
		}
		if _, err := os.Stat(paper); code != exitDone || err != nil || stdout != filepath.Base(paper)+"\n" {
			t.Errorf("%s: exit %d, %v: %s%s", c.args, code, err, stdout, stderr)
		}
		if !strings.Contains(stderr, "request id is ward-3-17\n") || !strings.Contains(stderr, "keeps a copy") || strings.Contains(stderr, "Ana") {
			t.Errorf("%s: said %s", c.args, stderr)
		}
	}
}

func TestPapersAreShownWithTheViewerOfTheSystem(t *testing.T) {
	answers := answersWith(t)
	for _, c := range [][]string{
		{"backcare-sheet-2026-11-23.pdf", "screen", "--open", "--answers", answers}, {"backcare-sheet-2026-11-23.html", "screen", "--open", "--format", "html", "--answers", answers},
		{"backcare-card.html", "form", "--card", "--open", "--format", "html"}, {"; touch x", "form", "--open", "--out", "; touch x"},
	} {
		folder := standIns(t, "echo chatter; echo chatter >&2")
		code, stdout, stderr := along(t, folder, c[1:]...)
		paper, _ := filepath.Abs(c[0])
		if got := told(t, folder, viewer()); code != exitDone || !slices.Equal(got, []string{paper}) || told(t, folder, "lp") != nil {
			t.Errorf("%q: exit %d, shown %q: %s", c, code, got, stderr)
		}
		if stdout != c[0]+"\n" || strings.Contains(stderr, "chatter") {
			t.Errorf("%q: %s%s", c, stdout, stderr)
		}
		if left, _ := os.ReadDir("."); len(left) != 1 {
			t.Errorf("%q left %v", c, left)
		}
	}
}

// Whatever the system cannot do, the paper is there, and it is said.
func TestWhatCannotBePrintedOrShownIsWrittenAllTheSame(t *testing.T) {
	broken, empty := standIns(t, "echo 'lp: no such printer' >&2; exit 3"), t.TempDir()
	here := "." // a program in the folder one is in is nobody's lp
	ill := answersWith(t, "foot-drop: yes")
	for _, c := range []struct {
		path, want, hint string
		args             []string
	}{
		{empty, `cannot print "backcare-form.pdf": there is no lp on this system`, "both sides, flip on the long edge", []string{"form", "--print"}},
		{"", `cannot print "backcare-form.pdf": there is no lp on this system`, "both sides, flip on the long edge", []string{"form", "--printer", "x"}},
		{here, `cannot print "backcare-card.pdf": there is no lp on this system`, "one side", []string{"form", "--card", "--print"}},
		{empty, `cannot show "backcare-form.pdf": there is no ` + viewer() + " on this system", "by hand", []string{"form", "--open"}},
		{broken, `cannot print "backcare-form.pdf": lp: no such printer`, "lpstat -e", []string{"form", "--printer", "ward-3"}},
		{broken, `cannot show "backcare-form.pdf": ` + viewer() + ": exit status 3", "by hand", []string{"form", "--open"}},
		{broken, `cannot print "backcare-referral-2026-11-23.pdf": lp: no such printer`, "both sides, flip on the long edge", []string{"screen", "--exit-code", "--print", "--answers", ill}},
	} {
		code, stdout, stderr := along(t, c.path, c.args...)
		paper := strings.TrimSuffix(stdout, "\n")
		if data, err := os.ReadFile(paper); err != nil || !bytes.HasPrefix(data, []byte("%PDF")) {
			t.Errorf("%q: no paper: %v", c.args, err)
		}
		_, said, _ := strings.Cut(stderr, "backcare: error: ")
		wrong, hint, _ := strings.Cut(said, "\nbackcare: hint: the paper is written; ")
		if code != exitFailed || wrong != c.want || !strings.Contains(hint, c.hint) {
			t.Errorf("%q: exit %d: %s", c.args, code, stderr)
		}
	}
}

// What can be neither printed nor shown is told before anything is asked or written, an emergency first.
func TestNothingIsPrintedOrShownThatIsNoPaper(t *testing.T) {
	folder := standIns(t, "")
	answers, chest := answersWith(t), answersWith(t, "chest-pain: yes")
	for _, c := range []struct{ args, want string }{
		{"screen --open --out -", "--open cannot be used with --out -"},
		{"screen --print --out - --answers " + answers, "--print cannot be used with --out -"},
		{"screen --printer x --out - --answers " + answers, "--printer cannot be used with --out -"},
		{"form --print --out -", "--print cannot be used with --out -"},
		{"screen --open --format text --answers " + answers, "--open cannot be used with --format text"},
		{"screen --open --format json --out x.json --answers " + answers, "--open cannot be used with --format json"},
		{"screen --print --format text --out x.txt --answers " + answers, "--print cannot be used with --format text"},
		{"screen --print --format html --answers " + answers, "--print cannot be used with --format html"},
		{"form --printer x --format html", "--printer cannot be used with --format html"},
		{"screen --print --format html --answers " + chest, "--print cannot be used with --format html"},
	} {
		code, stdout, stderr := along(t, folder, strings.Fields(c.args)...)
		before, said, _ := strings.Cut(stderr, "backcare: error: ")
		if code != exitUsage || stdout != "" || !strings.HasPrefix(said, c.want+"\nbackcare: hint: ") {
			t.Errorf("%s: exit %d: %s%s", c.args, code, stdout, stderr)
		}
		if alarm := strings.HasSuffix(c.args, chest); alarm != strings.HasPrefix(before, "Stop here. Call") {
			t.Errorf("%s: told %q first", c.args, before)
		}
		if left, _ := os.ReadDir("."); len(left) != 0 {
			t.Errorf("%s left %v", c.args, left)
		}
	}
	if told(t, folder, "lp") != nil || told(t, folder, viewer()) != nil {
		t.Error("a program was run")
	}
}

// A printer that does not answer is not waited for after the first Ctrl-C, and what is written stays.
func TestTheFirstSignalEndsTheWaitForAPrinter(t *testing.T) {
	for _, option := range []string{"--print", "--open"} {
		folder := standIns(t, "exec /bin/sleep 600")
		cmd, _, out, said := start(t, "PATH="+folder+"; export PATH;", "form", option)
		if paper, err := bufio.NewReader(out).ReadString('\n'); err != nil || paper != "backcare-form.pdf\n" {
			t.Fatal(paper, err)
		}
		for began := time.Now(); told(t, folder, "lp") == nil && told(t, folder, viewer()) == nil; time.Sleep(10 * time.Millisecond) {
			if time.Since(began) > time.Minute {
				t.Fatal("nothing is waited for")
			}
		}
		cmd.Process.Signal(os.Interrupt)
		if code, by := ended(t, cmd); code != exitInterrupted || by != 0 || !strings.Contains(said.String(), `"backcare-form.pdf": interrupted`) {
			t.Errorf("%s: exit %d, %v: %s", option, code, by, said)
		}
		if _, err := os.Stat(filepath.Join(cmd.Dir, "backcare-form.pdf")); err != nil {
			t.Error(err)
		}
	}
}
