package questions

import (
	"os"

	"golang.org/x/sys/windows"
)

// filtered is false: survey reads the console itself there, where a pasted text looks like keys.
// The plain conversation is used instead.
const filtered = false

func (s *session) wait() error { return s.interrupted() }

func (s *session) pending() bool {
	var n uint32
	return windows.GetNumberOfConsoleInputEvents(windows.Handle(s.in), &n) == nil && n > 1 // 1: Enter being let go
}

func readInput(f *os.File, p []byte) (int, error) { return f.Read(p) }

func (s *session) quiet() {}

// flush throws away what was typed before it was asked for.
func (s *session) flush() { windows.FlushConsoleInputBuffer(windows.Handle(s.in)) }
