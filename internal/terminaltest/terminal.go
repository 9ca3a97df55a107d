//go:build unix

// Package terminaltest puts a test in front of a terminal, for tests only. What it types goes
// through the kernel's terminal driver, what is drawn goes through an emulator. Its one rule: it
// goes on when it has seen something, never when a time has passed; patience only ends a test that fails.
package terminaltest

import (
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/sys/unix"
)

// What some keys send.
const (
	Up    = "\x1b[A"
	Down  = "\x1b[B"
	Space = " "
	Enter = "\r"
	CtrlC = "\x03"
	CtrlD = "\x04"
)

const patience = 30 * time.Second

// Terminal is a terminal with the test in front of it.
type Terminal struct {
	TTY *os.File // the program's side

	t      testing.TB
	master *os.File
	screen vt10x.Terminal

	mu    sync.Mutex
	seen  strings.Builder // all that was drawn, as sent
	from  int             // what of it was waited for already
	ended bool            // nothing more will be drawn
	more  chan struct{}   // closed when there is more to see
}

// Open is a terminal of that many columns and rows. One of 0 by 0 does not tell its size.
func Open(t testing.TB, cols, rows int) *Terminal {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	p := &Terminal{TTY: tty, t: t, more: make(chan struct{})}
	if cols == 0 {
		p.screen = vt10x.New()
	} else {
		p.screen = vt10x.New(vt10x.WithSize(cols, rows))
	}
	if err := pty.Setsize(tty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		t.Fatal(err)
	}
	fd, err := unix.FcntlInt(master.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err == nil {
		err = unix.SetNonblock(fd, true) // so that closing it ends a read
	}
	if err != nil {
		t.Fatal(err)
	}
	p.master = os.NewFile(uintptr(fd), master.Name())
	t.Cleanup(p.HangUp)
	go p.watch()
	return p
}

// watch reads what is drawn until nobody is left to draw.
func (p *Terminal) watch() {
	buf := make([]byte, 4096)
	for {
		n, err := p.master.Read(buf)
		p.screen.Write(buf[:n])
		p.mu.Lock()
		p.seen.Write(buf[:n])
		p.ended = err != nil
		close(p.more)
		p.more = make(chan struct{})
		p.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// wait waits until done is so, which it asks with the lock held; it reports whether it came to it.
func (p *Terminal) wait(patience time.Duration, done func() bool) bool {
	late := time.After(patience)
	for {
		p.mu.Lock()
		ok, ended, more := done(), p.ended, p.more
		p.mu.Unlock()
		if ok || ended {
			return ok
		}
		select {
		case <-more:
		case <-late:
			return false
		}
	}
}

// comes reports whether a text is drawn behind what was waited for before.
func (p *Terminal) comes(text string, patience time.Duration) bool {
	return p.wait(patience, func() bool {
		i := strings.Index(p.seen.String()[p.from:], text)
		if i >= 0 {
			p.from += i + len(text)
		}
		return i >= 0
	})
}

// See waits until a text is drawn behind what was waited for before.
func (p *Terminal) See(text string) {
	p.t.Helper()
	if !p.comes(text, patience) {
		p.t.Fatalf("%q did not come\n%s", text, p.Screen())
	}
}

// Press types keys as fast as they can be sent.
func (p *Terminal) Press(keys ...string) {
	p.t.Helper()
	if _, err := p.master.WriteString(strings.Join(keys, "")); err != nil {
		p.t.Fatal(err)
	}
}

// Line types a line as a person does: each key alone, and Enter when all of them show.
func (p *Terminal) Line(text string) {
	p.t.Helper()
	for i := range len(text) {
		p.Press(text[i : i+1])
		p.See(text[i : i+1])
	}
	p.Press("\n")
}

// Insist presses keys until a text is drawn: keys that arrive at a moment when nobody listens are lost.
func (p *Terminal) Insist(keys, text string) {
	p.t.Helper()
	for range 200 {
		p.Press(keys)
		if p.comes(text, 100*time.Millisecond) {
			return
		}
	}
	p.t.Fatalf("%q never brings %q\n%s", keys, text, p.Screen())
}

// Leave presses Ctrl-C until the program has let go of the terminal. A terminal that controls no
// process loses one that comes between two prompts, where it would be a signal.
func (p *Terminal) Leave() {
	p.t.Helper()
	for range 200 {
		p.Press(CtrlC)
		if p.over(100 * time.Millisecond) {
			return
		}
	}
	p.t.Fatalf("Ctrl-C does not end it\n%s", p.Screen())
}

// End waits until the program, and whoever else has the program's side open, has let go of it.
func (p *Terminal) End() {
	p.t.Helper()
	if !p.over(patience) {
		p.t.Fatalf("it goes on\n%s", p.Screen())
	}
}

func (p *Terminal) over(patience time.Duration) bool {
	return p.wait(patience, func() bool { return p.ended })
}

// Screen is what stands on the screen now.
func (p *Terminal) Screen() string { return p.screen.String() }

// Cursor reports whether the screen shows its cursor.
func (p *Terminal) Cursor() bool { return p.screen.CursorVisible() }

// Drawn is everything that was drawn, as sent.
func (p *Terminal) Drawn() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.seen.String()
}

// Resize makes the terminal that many columns and rows.
func (p *Terminal) Resize(cols, rows int) {
	p.t.Helper()
	p.screen.Resize(cols, rows)
	conn, err := p.master.SyscallConn() // the program's side may be let go of at any time
	if err != nil {
		p.t.Fatal(err)
	}
	size := unix.Winsize{Col: uint16(cols), Row: uint16(rows)}
	if done := conn.Control(func(fd uintptr) { err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &size) }); done != nil || err != nil {
		p.t.Fatal(done, err)
	}
}

// HangUp takes the terminal away, as when its window is closed.
func (p *Terminal) HangUp() {
	p.TTY.Close()
	p.master.Close()
}
