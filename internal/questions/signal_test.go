//go:build unix

package questions_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/term"

	"backcare/content"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/terminaltest"
)

// child asks on its own terminal, as the program does, and exits with 128 and the signal.
func child() int {
	p, err := protocol.Load(content.Files, "en")
	if err != nil {
		return 1
	}
	t := questions.Terminal{In: os.Stdin, Out: os.Stderr, Plain: os.Getenv("BACKCARE_TEST_ASK") == "plain"}
	k, err := questions.Begin(context.Background(), t, p.Words("en"), p)
	if err == nil {
		_, err = k.Ask(protocol.NoAnswers(p))
		k.End()
	}
	var why questions.Interrupted
	switch {
	case errors.As(err, &why):
		return 128 + int(why.Signal.(syscall.Signal))
	case errors.Is(err, questions.ErrClosed):
		return 77
	case errors.Is(err, questions.ErrNoTerminal):
		return 78
	}
	return 0
}

func TestEndedByASignalTheTerminalIsAsItWas(t *testing.T) {
	for _, mode := range []string{"lists", "plain"} {
		for name, stop := range map[string]func(*exec.Cmd, *terminaltest.Terminal){
			"terminate": func(c *exec.Cmd, _ *terminaltest.Terminal) { c.Process.Signal(syscall.SIGTERM) },
			"hang up":   func(c *exec.Cmd, _ *terminaltest.Terminal) { c.Process.Signal(syscall.SIGHUP) },
			"interrupt": func(c *exec.Cmd, _ *terminaltest.Terminal) { c.Process.Signal(syscall.SIGINT) },
			"quit":      func(c *exec.Cmd, _ *terminaltest.Terminal) { c.Process.Signal(syscall.SIGQUIT) },
			"ctrl-\\":   func(_ *exec.Cmd, term *terminaltest.Terminal) { term.Press("\x1c") },
			"ctrl-c":    func(_ *exec.Cmd, term *terminaltest.Terminal) { term.Press(terminaltest.CtrlC) },
		} {
			t.Run(mode+"/"+name, func(t *testing.T) {
				author, c := terminaltest.Open(t, 80, 24), asking(mode)
				before, err := term.GetState(int(author.TTY.Fd()))
				if err != nil {
					t.Fatal(err)
				}
				author.Start(c)
				author.See(drawn[mode])
				stop(c, author)
				want := map[string]int{"terminate": 143, "hang up": 129, "quit": 131}[name]
				switch {
				case name == "ctrl-\\" && mode == "plain":
					want = 131
				case want == 0:
					want = 130
				}
				if got := author.Exit(c).ExitStatus(); got != want {
					t.Errorf("exit %d, want %d", got, want)
				}
				after, err := term.GetState(int(author.TTY.Fd()))
				if err != nil {
					t.Fatal(err)
				}
				if *before != *after {
					t.Errorf("the terminal was left at %+v, it was at %+v", after, before)
				}
				author.TTY.Close()
				author.End()
				if strings.Contains(author.Drawn(), "goroutine") {
					t.Errorf("a stack trace: %q", author.Drawn())
				}
				if !author.Cursor() {
					t.Errorf("the cursor is left hidden: %q", author.Drawn())
				}
			})
		}
	}
}

// When the terminal goes away, so does the program: it never waits on nobody.
func TestAHangUpEndsTheQuestions(t *testing.T) {
	for _, mode := range []string{"lists", "plain"} {
		author, c := terminaltest.Open(t, 80, 24), asking(mode)
		author.Start(c)
		author.See(drawn[mode])
		author.HangUp()
		// The end of the input and the signal come in either order; the signal may even come when
		// the questions have let go of it already.
		status := author.Exit(c)
		if got := status.ExitStatus(); got != 129 && got != 77 && !(status.Signaled() && status.Signal() == syscall.SIGHUP) {
			t.Errorf("%s: %v, want exit 129 or 77, or the signal itself", mode, c.ProcessState)
		}
	}
}

func TestAPipeIsNobodyToAsk(t *testing.T) {
	p := whole(t)
	in, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	w.WriteString("5\n5\n5\n")
	w.Close()
	for _, plain := range []bool{false, true} {
		for _, f := range []*os.File{in, nil} {
			_, err := questions.Begin(context.Background(), questions.Terminal{In: f, Out: f, Plain: plain}, p.Words("en"), p)
			if !errors.Is(err, questions.ErrNoTerminal) {
				t.Error(err)
			}
		}
	}
}

// asking is this test binary as a child that asks.
func asking(mode string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "BACKCARE_TEST_ASK="+mode)
	return c
}

// drawn is the last text of a first prompt.
var drawn = map[string]string{"lists": lastKey, "plain": "\n> "}
