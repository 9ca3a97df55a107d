//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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

func sitAt(t *testing.T, author *terminaltest.Terminal, args ...string) *person {
	t.Helper()
	p := &person{author, exec.Command(os.Args[0], args...)}
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
	p.See("Name:")
	p.See("Name: ") // the question itself: what is typed before it is thrown away
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

// One person after another: each begins anew, their papers are told apart, and nothing of one is on
// the screen of the next.
func TestOnePersonAfterAnother(t *testing.T) {
	p := sitDown(t, "screen", "--next")
	for n := range 2 {
		for _, step := range healthy {
			p.See(step.prompt)
			for _, key := range step.keys {
				p.See("Ctrl-C")
				p.Press(key)
			}
		}
		p.See("Name:")
		p.See("Name: ")
		p.Press([]string{"Ana García\n", "\n"}[n])
		p.See([]string{"backcare-sheet-2026-11-23.pdf", "backcare-sheet-2026-11-23-2.pdf"}[n])
		p.See("Is there another person?")
		p.See("Ctrl-C")
		if n == 0 {
			p.Press(down, enter)
			p.See("Hello.")
			if screen := p.Screen(); strings.Contains(screen, "Ana García") || strings.Contains(screen, "another person") {
				t.Fatalf("the screen still shows:\n%s", screen)
			}
		}
	}
	p.Press(end, enter)
	if code, files := p.leave(t); code != exitDone || len(files) != 2 {
		t.Errorf("exit %d, files %v\n%s", code, files, p.Drawn())
	}
}

func TestOnePersonAfterAnotherKeepsNothing(t *testing.T) {
	for _, args := range [][]string{{"--save-answers", "a.yaml"}, {"--answers", "a.yaml"}, {"--force"}, {"--exit-code"}, {"--out", "-", "--format", "text"}} {
		p := sitDown(t, append([]string{"screen", "--next"}, args...)...)
		p.See("--next")
		if code, files := p.leave(t); code != exitUsage || len(files) != 0 {
			t.Errorf("%v: exit %d, files %v\n%s", args, code, files, p.Drawn())
		}
	}
}

func TestAnswersThatAreTooOldAreAskedAgain(t *testing.T) {
	p := sitDown(t, "screen", "--answers", answersWith(t, "name: Ana García", "answered-on: 2026-11-15"))
	p.See("The answers in the file are from 2026-11-15.")
	p.See("First of all")
	p.See("Ctrl-C")
	p.Press("\x03")
	if code, files := p.leave(t); code != exitInterrupted || len(files) != 0 {
		t.Errorf("exit %d, files %v", code, files)
	}
}

func TestANameThatIsTooLongIsAskedForAgain(t *testing.T) {
	p := sitDown(t, "screen", "--plain", "--answers", answersWith(t, "age:"))
	p.answer("How old are you", "3")
	p.answer("Are they right", "1")
	p.See("Name: ")
	p.See("Name: ")
	p.Press(strings.Repeat("x", 61) + "\n")
	p.See("At most 60 letters")
	p.See("Name: ")
	p.Press("漢\n")
	p.See("cannot be printed whole")
	p.See("Name: ")
	p.Press(strings.Repeat("x", 60) + "\n")
	if code, files := p.leave(t); code != exitDone || len(files) != 1 {
		t.Errorf("exit %d, files %v\n%s", code, files, p.Screen())
	}
}

// A language chosen at the first question is that of everything after it, the paper included.
func TestALanguageChosenIsThatOfEverything(t *testing.T) {
	p := sitDown(t, "screen", "--plain")
	p.answer("First of all", "l")
	p.answer("Which language", "1")
	p.See("Guten Tag.")
	p.answer("Nichts davon", "1")
	p.See("Der Grund ist Ihre Antwort: Brustschmerz")
	p.answer("Sollen wir einen Brief", "1")
	code, files := p.leave(t)
	if code != exitDone || len(files) != 1 {
		t.Fatalf("exit %d, files %v\n%s", code, files, p.Drawn())
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if dump, err := pdftest.Dump(data); err != nil || !strings.Contains(dump, "Brust") {
		t.Error("the note is not in German", err)
	}
}

// What the environment says about the terminal decides how it is asked.
func TestHowItIsAskedFollowsTheEnvironment(t *testing.T) {
	for env, want := range map[string]struct{ plain, colour bool }{
		"TERM=xterm": {false, true}, "TERM=": {true, false}, "TERM=dumb": {true, false}, "NO_COLOR=1": {false, false},
		"ACCESSIBLE=1": {true, false}, "ACCESSIBLE=true": {true, false}, "ACCESSIBLE=yes": {true, false}, "ACCESSIBLE=": {false, true}, "ACCESSIBLE=0": {false, true}, "ACCESSIBLE=false": {false, true},
	} {
		p := &person{terminaltest.Open(t, 80, 40), exec.Command(os.Args[0])}
		p.cmd.Dir = t.TempDir()
		p.cmd.Env = append(os.Environ(), "BACKCARE_BE_THE_PROGRAM=1", "TERM=xterm", "BACKCARE_LANG=", "BACKCARE_PROFILE=", "ACCESSIBLE=", "NO_COLOR=", env)
		p.Start(p.cmd)
		p.TTY.Close()
		p.See("why")
		p.Press("\x03")
		p.See("Nothing was saved.")
		p.leave(t)
		p.End()
		drawn := p.Drawn()
		if plain := !strings.Contains(drawn, "\x1b"); plain != want.plain {
			t.Errorf("%s: plain %v", env, plain)
		}
		if colour := regexp.MustCompile("\x1b\\[[0-9;]*3[0-7][0-9;]*m").MatchString(drawn); colour != want.colour {
			t.Errorf("%s: colour %v", env, colour)
		}
	}
}

// Over a slow line a sequence comes in pieces, and several keys come at once.
func TestASlowLineLosesNoKey(t *testing.T) {
	p := sitDown(t, "screen")
	p.See("> [ ] Chest pain")
	p.See("Ctrl-C")
	for _, piece := range []string{"\x1b", "[", "B"} {
		p.Press(piece)
	}
	p.See("> [ ] Very bad pain")
	p.See("Ctrl-C")
	p.Press(down + down + " ")
	p.See("> [x] Pregnant")
	p.See("Ctrl-C")
	p.Press("\x03")
	if code, _ := p.leave(t); code != exitInterrupted {
		t.Errorf("exit %d", code)
	}
}

func TestOnlyAYesAcceptsATranslation(t *testing.T) {
	dir := copied(t, examplePack)
	if code, _, stderr := alone(t, "check", "--accept", "es", dir, "--force"); code != exitDone {
		t.Fatal(stderr)
	}
	file := filepath.Join(dir, "words/es.yaml")
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	swap(t, filepath.Join(dir, "words/en.yaml"), `"Walk again"`, `"Walk once more"`)
	for _, c := range []struct {
		last string
		code int
		kept bool
	}{{"no", exitDone, true}, {"\x03", exitInterrupted, true}, {"\x04", exitFailed, true}, {"Yes", exitDone, false}} {
		p := sitDown(t, "check", "--accept", "es", dir)
		for _, typed := range []string{"", "y", c.last} {
			p.See("Type yes or no: ")
			if p.Press(typed); len(typed) != 1 || typed[0] >= ' ' {
				p.Press("\n")
			}
		}
		code := p.Exit(p.cmd).ExitStatus()
		after, err := os.ReadFile(file)
		if err != nil || code != c.code || (string(after) == string(before)) != c.kept {
			t.Errorf("%q: %v, exit %d\n%s", c.last, err, code, p.Drawn())
		}
	}
}
