//go:build unix

package main

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// start runs the program by itself, in an empty folder, with its streams at hand.
func start(t *testing.T, shell string, args ...string) (cmd *exec.Cmd, in io.WriteCloser, out io.ReadCloser, said *bytes.Buffer) {
	t.Helper()
	cmd = exec.Command("sh", append([]string{"-c", shell + ` exec "$0" "$@"`, os.Args[0]}, args...)...)
	cmd.Dir, said = t.TempDir(), new(bytes.Buffer)
	cmd.Env = append(os.Environ(), "BACKCARE_BE_THE_PROGRAM=1", "BACKCARE_LANG=", "BACKCARE_PROFILE=")
	cmd.Stderr = said
	in, err := cmd.StdinPipe()
	if err == nil {
		out, err = cmd.StdoutPipe()
	}
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd, in, out, said
}

const ill = "ref,chest-pain\nA-1,yes\n"

// ended waits for the end and gives the exit code, or the signal that killed it.
func ended(t *testing.T, cmd *exec.Cmd) (code int, by syscall.Signal) {
	t.Helper()
	late := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	defer late.Stop()
	cmd.Wait()
	status := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if status.Signaled() {
		return 0, status.Signal()
	}
	return status.ExitStatus(), 0
}

func TestWhoMustBeRungIsToldWhenNobodyReadsTheRest(t *testing.T) {
	cmd, in, out, said := start(t, "", "batch", "-", "--out", "papers", "--json")
	io.WriteString(in, ill)
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || !strings.Contains(line, `"A-1"`) {
		t.Fatal(line, err)
	}
	out.Close()
	io.WriteString(in, strings.Repeat("A-2,yes\n", 3))
	in.Close()
	if code, by := ended(t, cmd); code != exitFailed || by != 0 || !strings.Contains(said.String(), "Ring these people now") || !strings.Contains(said.String(), "hint: ") {
		t.Errorf("exit %d, %v: %s", code, by, said)
	}
}

func TestAClosedTerminalStopsABatchUnlessToldNotTo(t *testing.T) {
	for _, c := range []struct {
		shell string
		code  int
	}{{"", exitInterrupted}, {"trap '' HUP;", exitDone}} {
		cmd, in, out, said := start(t, c.shell, "batch", "-", "--out", "papers", "--json")
		io.WriteString(in, ill)
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Fatal(err)
		}
		cmd.Process.Signal(syscall.SIGHUP)
		if c.code == exitDone {
			in.Close()
		}
		if code, by := ended(t, cmd); code != c.code || by != 0 || !strings.Contains(said.String(), "A-1") {
			t.Errorf("%q: exit %d, %v: %s", c.shell, code, by, said)
		}
		in.Close()
	}
}

// TestTheFirstSignalEndsAnyWaitForInput waits for a pipe that nobody opens, and for one that says nothing.
func TestTheFirstSignalEndsAnyWaitForInput(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"batch", pipe, "--dry-run"}, {"screen", "--answers", pipe}, {"batch", "-", "--dry-run"}, {"screen", "--answers", "-"}} {
		cmd, in, _, said := start(t, "", args...)
		time.Sleep(time.Second) // so that it gets as far as there
		cmd.Process.Signal(os.Interrupt)
		if code, by := ended(t, cmd); code != exitInterrupted || by != 0 || !strings.Contains(said.String(), "interrupted") {
			t.Errorf("%q: exit %d, %v: %s", args, code, by, said)
		}
		in.Close()
	}
}

// TestASecondSignalEndsWhatTheFirstCannot writes to a pipe that nobody reads.
func TestCtrlBackslashShowsNoStackTrace(t *testing.T) {
	cmd, in, out, said := start(t, "", "batch", "-", "--out", "papers", "--json")
	defer in.Close()
	io.WriteString(in, ill)
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	cmd.Process.Signal(syscall.SIGQUIT)
	if code, by := ended(t, cmd); code != exitInterrupted || by != 0 || strings.Contains(said.String(), "goroutine") || !strings.Contains(said.String(), "A-1") {
		t.Errorf("exit %d, %v: %s", code, by, said)
	}
}

func TestASecondSignalEndsWhatTheFirstCannot(t *testing.T) {
	table := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(table, []byte("ref,chest-pain\n"+strings.Repeat("A-1,yes\n", 10_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd, _, _, _ := start(t, "", "batch", table, "--dry-run", "--json")
	done := make(chan struct{})
	var by syscall.Signal
	go func() {
		_, by = ended(t, cmd)
		close(done)
	}()
	time.Sleep(time.Second) // so that it gets as far as there
	for range 600 {
		cmd.Process.Signal(os.Interrupt)
		select {
		case <-done:
			if by != syscall.SIGINT {
				t.Errorf("ended by %v", by)
			}
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
}
