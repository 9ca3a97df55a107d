//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"backcare/internal/pdf/pdftest"
)

// TestMain lets the test binary be the program itself, so that tests can start it on a terminal.
func TestMain(m *testing.M) {
	if os.Getenv("BACKCARE_BE_THE_PROGRAM") == "1" {
		main()
	}
	os.Exit(m.Run())
}

// person sits at a terminal of their own, in an empty folder, and runs the program on it.
type person struct {
	t    *testing.T
	tty  *os.File
	cmd  *exec.Cmd
	dir  string
	seen bytes.Buffer
	from int // what was seen before the last answer
}

func sitDown(t *testing.T, args ...string) *person {
	t.Helper()
	p := &person{t: t, dir: t.TempDir()}
	p.cmd = exec.Command(os.Args[0], args...)
	p.cmd.Dir = p.dir
	p.cmd.Env = append(os.Environ(), "BACKCARE_BE_THE_PROGRAM=1", "SOURCE_DATE_EPOCH=1795430520", "TERM=xterm", "BACKCARE_LANG=", "BACKCARE_PROFILE=")
	var err error
	if p.tty, err = pty.StartWithSize(p.cmd, &pty.Winsize{Rows: 40, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.cmd.Process.Kill(); p.tty.Close() })
	return p
}

// await reads until a text stands on the screen after the last answer.
func (p *person) await(text string) {
	p.t.Helper()
	found := make(chan error, 1)
	go func() {
		buf := make([]byte, 4096)
		for !strings.Contains(p.seen.String()[p.from:], text) {
			n, err := p.tty.Read(buf)
			p.seen.Write(buf[:n])
			if err != nil {
				found <- err
				return
			}
		}
		found <- nil
	}()
	select {
	case err := <-found:
		if err != nil {
			p.t.Fatalf("waiting for %q: %v\n%s", text, err, p.seen.String())
		}
	case <-time.After(30 * time.Second):
		p.t.Fatalf("no %q on the screen", text)
	}
}

func (p *person) answer(question, keys string) {
	p.t.Helper()
	p.await(question)
	p.await("\n> ")
	for i := range keys { // a person's keys come one at a time
		p.from = p.seen.Len()
		p.tty.WriteString(keys[i : i+1])
		p.await(keys[i : i+1])
	}
	p.from = p.seen.Len()
	if _, err := p.tty.WriteString("\n"); err != nil {
		p.t.Fatal(err)
	}
}

// leave waits for the end of the program and gives its exit code and the files it left.
func (p *person) leave() (code int, files []string) {
	p.t.Helper()
	go func() { // drain, so that the program can end
		buf := make([]byte, 4096)
		for {
			n, err := p.tty.Read(buf)
			p.seen.Write(buf[:n])
			if err != nil {
				return
			}
		}
	}()
	var exit *exec.ExitError
	if err := p.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(p.dir, "*"))
	if err != nil {
		p.t.Fatal(err)
	}
	return p.cmd.ProcessState.ExitCode(), files
}

func TestFromTheFirstQuestionToTheSheet(t *testing.T) {
	p := sitDown(t, "screen", "--plain")
	p.answer("Since this back pain began", "5")
	p.answer("In about the last 2 weeks", "") // an empty line is no answer
	p.answer("Please type", "99")             // nor is a number that is not there
	p.answer("Please type", "10")
	p.answer("Do you have any of these", "13")
	p.answer("fit you or your back", "10")
	p.answer("How old are you", "3")
	p.answer("How long have you had", "2")
	p.answer("getting better", "1")
	p.answer("How bad is the pain", "1")
	p.answer("Did the turn", "2")
	p.answer("change the routine to suit", "4")
	p.answer("Will an adult helper", "2")
	p.answer("Are they right", "1")
	p.await("Name")
	p.tty.WriteString("Ana García\n")
	code, files := p.leave()
	if code != exitDone || len(files) != 1 || filepath.Base(files[0]) != "backcare-sheet-2026-11-23.pdf" {
		t.Fatalf("exit %d, files %v\n%s", code, files, p.seen.String())
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	dump, err := pdftest.Dump(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, must := range []string{"Ana García", "Your lower back routine", "Long breath out", "Front-of-hip stretch"} {
		if !strings.Contains(dump, must) {
			t.Errorf("the sheet lacks %q", must)
		}
	}
}

func TestEmergencyIsSaidBeforeAnyPaperAndWritesNoneUnasked(t *testing.T) {
	p := sitDown(t, "screen", "--plain", "--exit-code")
	p.answer("Since this back pain began", "2")
	p.await("Stop here. Call")
	p.answer("Shall we write a note", "3")
	code, files := p.leave()
	if code != exitEmergency || len(files) != 0 {
		t.Errorf("exit %d, files %v", code, files)
	}
}

func TestCtrlCWritesNothing(t *testing.T) {
	p := sitDown(t, "screen")
	p.await("Since this back pain began")
	p.await("None of these")
	p.tty.WriteString("\x03")
	code, files := p.leave()
	if code != exitInterrupted || len(files) != 0 {
		t.Errorf("exit %d, files %v\n%s", code, files, p.seen.String())
	}
}

// A birth date and an age that do not go together never make a sheet, not even after an emergency
// that was marked by mistake.
func TestAnAgeThatIsNotTheBirthDatesIsAskedAgain(t *testing.T) {
	answers := answersWith(t, "ref: A-102", "name: Ana García", "born: 1940-01-01", "age:", "chest-pain:", "minor-trauma: yes")
	p := sitDown(t, "screen", "--plain", "--exit-code", "--answers", answers)
	p.answer("Since this back pain began", "1")
	p.answer("Shall we write a note", "2") // by mistake
	p.answer("Are they right", "2")
	p.answer("Since this back pain began", "5")
	p.answer("How old are you", "3") // 18 to 49
	p.answer("Are they right", "1")
	p.answer("The birth date given is 1940-01-01.", "6") // You and your pain
	p.answer("How old are you", "5")
	p.answer("How long have you had", "2")
	p.answer("getting better", "1")
	p.answer("How bad is the pain", "1")
	p.answer("Are they right", "1")
	code, files := p.leave()
	if code != exitSameDay || len(files) != 1 || filepath.Base(files[0]) != "backcare-referral-2026-11-23.pdf" {
		t.Fatalf("exit %d, files %v\n%s", code, files, p.seen.String())
	}
}
