package questions

import (
	"os"
	"syscall"

	"golang.org/x/sys/windows"
	"golang.org/x/term"
)

// filtered is false: survey reads the console itself there, where a pasted text looks like keys.
// The plain conversation is used instead.
const filtered = false

// handled is the signals of a conversation: all of them end it.
func handled() map[os.Signal]event {
	return map[os.Signal]event{os.Interrupt: 0, syscall.SIGTERM: 0, syscall.SIGHUP: 0}
}

func (s *session) wait() (event, error) { return input, s.interrupted() }

func (s *session) stop(bool) {}

func (s *session) pending() bool {
	var n uint32
	return windows.GetNumberOfConsoleInputEvents(windows.Handle(s.in), &n) == nil && n > 1 // 1: Enter being let go
}

func readInput(f *os.File, p []byte) (int, error) { return f.Read(p) }

func (s *session) enter(func()) {}

func (s *session) keyByKey() {}

func (s *session) quiet() {}

func (s *session) cooked() { term.Restore(s.in, s.saved) }

// flush throws away what was typed before it was asked for.
func (s *session) flush() { windows.FlushConsoleInputBuffer(windows.Handle(s.in)) }
