//go:build unix && !linux

package questions

import "golang.org/x/sys/unix"

const (
	getTermios = unix.TIOCGETA
	setTermios = unix.TIOCSETA
)

// flush throws away what was typed before it was asked for.
func (s *session) flush() {
	const input = 1 // FREAD: the queue of what was typed
	unix.IoctlSetPointerInt(s.in, unix.TIOCFLUSH, input)
}
