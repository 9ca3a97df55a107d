//go:build unix

package questions_test

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"

	"backcare/content"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// child asks on its own terminal, as the program does, and exits with 128 and the signal.
func child() int {
	p, err := protocol.Load(content.Files, "en")
	if err != nil {
		return 1
	}
	t := questions.Terminal{In: os.Stdin, Out: os.Stderr, Plain: os.Getenv("BACKCARE_TEST_ASK") == "plain"}
	_, err = questions.Ask(context.Background(), t, p.Words("en"), protocol.NoAnswers(p), triage.Open)
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
		for name, stop := range map[string]func(*exec.Cmd, *os.File){
			"terminate": func(c *exec.Cmd, _ *os.File) { c.Process.Signal(syscall.SIGTERM) },
			"hang up":   func(c *exec.Cmd, _ *os.File) { c.Process.Signal(syscall.SIGHUP) },
			"interrupt": func(c *exec.Cmd, _ *os.File) { c.Process.Signal(syscall.SIGINT) },
			"ctrl-c":    func(_ *exec.Cmd, master *os.File) { master.Write([]byte{3}) },
		} {
			t.Run(mode+"/"+name, func(t *testing.T) {
				c, master, tty := begin(t, mode)
				before, err := term.GetState(int(tty.Fd()))
				if err != nil {
					t.Fatal(err)
				}
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
				readUntil(t, master, drawn[mode])
				stop(c, master)
				c.Wait()
				want := map[string]int{"terminate": 143, "hang up": 129}[name]
				if want == 0 {
					want = 130
				}
				if got := c.ProcessState.ExitCode(); got != want {
					t.Errorf("exit %d, want %d", got, want)
				}
				after, err := term.GetState(int(tty.Fd()))
				if err != nil {
					t.Fatal(err)
				}
				if *before != *after {
					t.Errorf("the terminal was left at %+v, it was at %+v", after, before)
				}
				tty.Close()
				rest, _ := io.ReadAll(master)
				if mode == "lists" && !strings.Contains(string(rest), "\x1b[?25h") {
					t.Errorf("the cursor is left hidden: %q", rest)
				}
			})
		}
	}
}

// When the terminal goes away, so does the program: it never waits on nobody.
func TestAHangUpEndsTheQuestions(t *testing.T) {
	for _, mode := range []string{"lists", "plain"} {
		c, master, tty := begin(t, mode)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		tty.Close()
		readUntil(t, master, drawn[mode])
		master.Close()
		c.Wait()
		// The end of the input and the signal come in either order; the signal may even come when
		// the questions have let go of it already.
		status := c.ProcessState.Sys().(syscall.WaitStatus)
		if got := c.ProcessState.ExitCode(); got != 129 && got != 77 && !(status.Signaled() && status.Signal() == syscall.SIGHUP) {
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
			a, err := questions.Ask(context.Background(), questions.Terminal{In: f, Out: f, Plain: plain}, p.Words("en"), protocol.NoAnswers(p), triage.Open)
			if !errors.Is(err, questions.ErrNoTerminal) || strings.Trim(string(a.Values()), "\x00") != "" {
				t.Errorf("%v, %v", a.Values(), err)
			}
		}
	}
}

// begin readies a child on a terminal of its own.
func begin(t *testing.T, mode string) (c *exec.Cmd, master, tty *os.File) {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { master.Close(); tty.Close() })
	if err := pty.Setsize(tty, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	c = exec.CommandContext(ctx, os.Args[0])
	c.Cancel = func() error {
		tty.Close() // so that a read of the master ends, too
		return c.Process.Kill()
	}
	c.Env = append(os.Environ(), "BACKCARE_TEST_ASK="+mode)
	c.Stdin, c.Stdout, c.Stderr = tty, tty, tty
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	return c, master, tty
}

// drawn is the last text of a first prompt.
var drawn = map[string]string{"lists": "Ctrl-C leaves.", "plain": "\n> "}

func readUntil(t *testing.T, f *os.File, text string) {
	t.Helper()
	var all strings.Builder
	buf := make([]byte, 4096)
	for {
		n, err := f.Read(buf)
		all.Write(buf[:n])
		if strings.Contains(all.String(), text) {
			return
		}
		if err != nil {
			t.Fatalf("%v after %q", err, all.String())
		}
	}
}
