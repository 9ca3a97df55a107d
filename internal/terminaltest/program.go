//go:build unix

package terminaltest

import (
	"os/exec"
	"syscall"
	"time"
)

// Start starts a program whose terminal this is.
func (p *Terminal) Start(c *exec.Cmd) {
	p.t.Helper()
	c.Stdin, c.Stdout, c.Stderr = p.TTY, p.TTY, p.TTY
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { c.Process.Kill() })
}

// Exit waits for the end of the program and gives its status.
func (p *Terminal) Exit(c *exec.Cmd) syscall.WaitStatus {
	p.t.Helper()
	late := time.AfterFunc(patience, func() { c.Process.Kill() })
	c.Wait() // its status says more than the error
	if !late.Stop() {
		p.t.Fatalf("the program goes on\n%s", p.Screen())
	}
	return c.ProcessState.Sys().(syscall.WaitStatus)
}
