//go:build unix

package main

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"backcare/internal/terminaltest"
)

// shell is a person at a shell that can stop programs and continue them.
func shell(t *testing.T) *person {
	t.Helper()
	p := &person{terminaltest.Open(t, 80, 40), exec.Command("sh", "-i")}
	p.cmd.Dir = t.TempDir()
	p.cmd.Env = append(os.Environ(), "BACKCARE_BE_THE_PROGRAM=1", "SOURCE_DATE_EPOCH=1795430520", "TERM=xterm", "PS1=shell> ", "ENV=", "BACKCARE_LANG=", "BACKCARE_PROFILE=", "BC="+os.Args[0])
	p.Start(p.cmd)
	p.TTY.Close()
	p.See("shell> ")
	return p
}

// Stopped and continued, a conversation goes on where it was, and in between the shell has the
// terminal as it wants it.
func TestStoppedAndContinuedItGoesOn(t *testing.T) {
	for name, stop := range map[string]func(p *person, pid int){
		"ctrl-z":       func(p *person, _ int) { p.Press("\x1a") },
		"from outside": func(_ *person, pid int) { syscall.Kill(pid, syscall.SIGTSTP) },
		"by force":     func(_ *person, pid int) { syscall.Kill(pid, syscall.SIGSTOP) },
	} {
		for _, mode := range []string{"", "--plain"} {
			if name == "by force" && mode == "" {
				continue // nothing can give a shell its echo back then
			}
			t.Run(name+mode, func(t *testing.T) {
				p := shell(t)
				p.Line(`sh -c 'echo pid:$$: ; exec "$BC" screen ` + mode + `'`)
				p.See("pid:")
				p.See("First of all")
				pid := process(t, p.Drawn(), "pid:")
				ready := map[string]string{"": "Ctrl-C", "--plain": "\n> "}[mode]
				p.See(ready)
				if mode == "" {
					p.Press(down, down)
					p.See("> [ ] Pain since a crash")
					p.See(ready)
				}
				for range 2 {
					stop(p, pid)
					p.See("shell> ")
					if !p.Cursor() {
						t.Fatal("the cursor is left hidden")
					}
					p.Line("fg") // which the terminal echoes
					p.See("First of all")
					p.See(ready)
				}
				if mode == "" {
					p.Press(" ")
					p.See("> [x] Pain since a crash")
					p.See(ready)
					p.Press(enter)
				} else {
					p.Press("3\n")
				}
				p.See("Stop here.")
				p.See("Pain since a crash")
				p.See(ready)
				p.Press("\x03")
				p.See("Nothing was saved.")
			})
		}
	}
}

// process is the number that stands between a label and a colon.
func process(t *testing.T, text, label string) int {
	t.Helper()
	for _, part := range strings.Split(text, label)[1:] {
		digits, _, _ := strings.Cut(part, ":")
		if n, err := strconv.Atoi(digits); err == nil {
			return n
		}
	}
	t.Fatalf("no number behind %q in %q", label, text)
	return 0
}
