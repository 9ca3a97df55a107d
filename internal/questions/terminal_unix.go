//go:build unix

package questions

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// filtered is whether the keys of a prompt pass through our own reader before they count.
const filtered = true

// handled is the signals of a conversation: those that end it, which have no event, and those that
// something else is done for.
func handled() map[os.Signal]event {
	return map[os.Signal]event{
		os.Interrupt: 0, syscall.SIGTERM: 0, syscall.SIGHUP: 0, syscall.SIGQUIT: 0,
		syscall.SIGWINCH: changed, syscall.SIGCONT: resumed, syscall.SIGTSTP: suspend,
	}
}

// wait blocks until there is input, or something else to do.
func (s *session) wait() (event, error) {
	woken := int(s.woken.Fd())
	for {
		ready, err := readable(nil, s.in, woken)
		switch {
		case err != nil:
			return 0, ErrClosed
		case ready.IsSet(woken):
			e, err := s.woke()
			if err == nil && e == resumed {
				s.mode() // which a shell may have changed
			}
			return e, err
		case ready.IsSet(s.in):
			return input, nil
		}
	}
}

// readable is which of these there is something to read from, once there is, or when patience ends.
// It is select and not poll because poll does not know terminals on every system.
func readable(patience *time.Duration, descriptors ...int) (*unix.FdSet, error) {
	for {
		set := new(unix.FdSet)
		for _, d := range descriptors {
			set.Set(d)
		}
		var limit *unix.Timeval
		if patience != nil {
			t := unix.NsecToTimeval(int64(*patience))
			limit = &t
		}
		if _, err := unix.Select(slices.Max(descriptors)+1, set, nil, nil, limit); !errors.Is(err, unix.EINTR) {
			return set, err
		}
	}
}

// woke is why a wait was woken: of several reasons the one that counts most.
func (s *session) woke() (event, error) {
	reasons := make([]byte, 64)
	n, err := readInput(s.woken, reasons)
	if err != nil || n == 0 {
		return 0, s.interrupted()
	}
	for _, e := range []event{suspend, resumed} {
		if bytes.Contains(reasons[:n], []byte{byte(e)}) {
			return e, nil
		}
	}
	return changed, nil
}

// stop gives the terminal back and stops this process, or everything that was started with it, as a
// shell expects of Ctrl-Z. Once continued, the terminal is taken over again. Where there is nobody to
// continue it, nothing is stopped.
func (s *session) stop(all bool) {
	leader, err := unix.Getsid(0)
	if err != nil || leader == unix.Getpgrp() || errors.Is(unix.Kill(leader, 0), unix.ESRCH) {
		return
	}
	process := unix.Getpid()
	if all {
		process = 0
	}
	term.Restore(s.in, s.saved)
	unix.Kill(process, unix.SIGSTOP) // and not SIGTSTP, whose handler Go does not take away again
	// That it goes on is told in a moment; nobody waits for what does not come.
	patience := 200 * time.Millisecond
	if ready, err := readable(&patience, int(s.woken.Fd())); err == nil && ready.IsSet(int(s.woken.Fd())) {
		s.woke()
	}
	s.mode()
}

// pending reports whether more input is there already, or comes at once, as the rest of a paste does.
func (s *session) pending() bool {
	patience := 30 * time.Millisecond
	ready, err := readable(&patience, s.in)
	return err == nil && ready.IsSet(s.in)
}

func readInput(f *os.File, p []byte) (int, error) {
	for {
		n, err := unix.Read(int(f.Fd()), p)
		if !errors.Is(err, unix.EINTR) && !errors.Is(err, unix.EAGAIN) {
			return n, err
		}
	}
}

// enter puts the terminal into a mode, and back into it whenever it was lost.
func (s *session) enter(mode func()) {
	s.mode = mode
	mode()
}

// quiet turns off echo and line editing between prompts, so that what is typed too early neither
// shows nor waits for the next prompt as a line. Ctrl-C stays a signal here.
func (s *session) quiet() { s.enter(s.keyByKey) }

func (s *session) keyByKey() {
	s.set(func(t *unix.Termios) {
		t.Lflag &^= unix.ECHO | unix.ECHONL | unix.ICANON
		t.Lflag |= unix.ISIG
		t.Cc[unix.VMIN], t.Cc[unix.VTIME] = 1, 0
	})
}

// cooked lets the terminal edit lines; it echoes if it did when it was found.
func (s *session) cooked() {
	s.enter(func() {
		term.Restore(s.in, s.saved)
		s.set(func(t *unix.Termios) {
			t.Lflag |= unix.ICANON | unix.ISIG
			t.Iflag |= unix.ICRNL
		})
	})
}

func (s *session) set(change func(*unix.Termios)) {
	t, err := unix.IoctlGetTermios(s.in, getTermios)
	if err != nil {
		return
	}
	change(t)
	unix.IoctlSetTermios(s.in, setTermios, t)
}
