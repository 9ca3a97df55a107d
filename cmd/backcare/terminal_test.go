//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"backcare/internal/pdf/pdftest"
	"backcare/internal/terminaltest"
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
	*terminaltest.Terminal
	cmd *exec.Cmd
}

func sitDown(t *testing.T, args ...string) *person {
	t.Helper()
	return sitAt(t, terminaltest.Open(t, 80, 40), args...)
}

func sitAt(t *testing.T, desk *terminaltest.Terminal, args ...string) *person {
	t.Helper()
	p := &person{desk, exec.Command(os.Args[0], args...)}
	p.cmd.Dir = t.TempDir()
	p.cmd.Env = append(os.Environ(), "BACKCARE_BE_THE_PROGRAM=1", "SOURCE_DATE_EPOCH=1795430520", "TERM=xterm", "BACKCARE_LANG=", "BACKCARE_PROFILE=")
	p.Start(p.cmd)
	p.TTY.Close() // the program has it
	return p
}

func (p *person) answer(question, keys string) {
	p.See(question)
	p.See("\n> ")
	p.Line(keys)
}

// leave waits for the end of the program and gives its exit code and the files it left.
func (p *person) leave(t *testing.T) (code int, files []string) {
	t.Helper()
	code = p.Exit(p.cmd).ExitStatus()
	files, err := filepath.Glob(filepath.Join(p.cmd.Dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return code, files
}

func TestFromTheFirstQuestionToTheSheet(t *testing.T) {
	p := sitDown(t, "screen", "--plain")
	p.answer("Since this back pain began", "5")
	p.answer("In about the last 2 weeks", "") // an empty line is no answer
	p.answer("Please type", "99")             // nor is a number that is not there
	p.answer("Please type", "10")
	p.answer("How old are you", "3")
	p.answer("How long have you had", "2")
	p.answer("getting better", "1")
	p.answer("How bad is the pain", "1")
	p.answer("Do you have any of these", "16")
	p.answer("fit you or your back", "13")
	p.answer("Did the turn", "2")
	p.answer("change the routine to suit", "4")
	p.answer("Will an adult helper", "2")
	p.answer("Are they right", "1")
	p.See("Name")
	p.Press("Ana García\n")
	code, files := p.leave(t)
	if code != exitDone || len(files) != 1 || filepath.Base(files[0]) != "backcare-sheet-2026-11-23.pdf" {
		t.Fatalf("exit %d, files %v\n%s", code, files, p.Drawn())
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
	p.See("Stop here. Call")
	p.answer("Shall we write a note", "3")
	code, files := p.leave(t)
	if code != exitEmergency || len(files) != 0 {
		t.Errorf("exit %d, files %v", code, files)
	}
}

func TestCtrlCWritesNothing(t *testing.T) {
	p := sitDown(t, "screen")
	p.See("Since this back pain began")
	p.See("None of these")
	p.Press("\x03")
	code, files := p.leave(t)
	if code != exitInterrupted || len(files) != 0 {
		t.Errorf("exit %d, files %v\n%s", code, files, p.Drawn())
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
	p.answer("Which part", "1")
	p.answer("Since this back pain began", "5")
	p.answer("How old are you", "3") // 18 to 49
	p.answer("Are they right", "1")
	p.answer("The birth date given is 1940-01-01.", "2")
	p.answer("Which part", "3") // You and your pain
	p.answer("How old are you", "5")
	p.answer("How long have you had", "2")
	p.answer("getting better", "1")
	p.answer("How bad is the pain", "1")
	p.answer("Are they right", "1")
	code, files := p.leave(t)
	if code != exitSameDay || len(files) != 1 || filepath.Base(files[0]) != "backcare-referral-2026-11-23.pdf" {
		t.Fatalf("exit %d, files %v\n%s", code, files, p.Drawn())
	}
}

// On a narrow terminal the bar of a batch takes one line, and nothing of it is left at the end.
func TestTheBarOfABatchFitsANarrowTerminal(t *testing.T) {
	people := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(people, []byte(peopleOver(t, "ref\n"+strings.Repeat("A\n", 300))), 0o600); err != nil {
		t.Fatal(err)
	}
	p := sitAt(t, terminaltest.Open(t, 24, 12), "batch", people, "--dry-run")
	p.See("%")
	if code, _ := p.leave(t); code != exitDone {
		t.Errorf("exit %d", code)
	}
	p.End()
	if screen := p.Screen(); !strings.Contains(screen, "300 rows: 300 sheets") || strings.ContainsAny(screen, "[]%") {
		t.Errorf("left on the screen:\n%s", screen)
	}
}
