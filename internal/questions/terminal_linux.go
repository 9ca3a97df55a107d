package questions

import "golang.org/x/sys/unix"

const (
	getTermios = unix.TCGETS
	setTermios = unix.TCSETS
)

// flush throws away what was typed before it was asked for.
func (s *session) flush() { unix.IoctlSetInt(s.in, unix.TCFLSH, unix.TCIFLUSH) }
