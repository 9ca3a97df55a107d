//go:build unix

package questions

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// filtered is whether the keys of a prompt pass through our own reader before survey sees them.
const filtered = true

// wait blocks until there is input, or until the conversation is to end. It is select and not
// poll because poll does not know terminals on every system.
func (s *session) wait() error {
	woken := int(s.woken.Fd())
	for {
		var set unix.FdSet
		set.Set(s.in)
		set.Set(woken)
		_, err := unix.Select(max(s.in, woken)+1, &set, nil, nil, nil)
		switch {
		case errors.Is(err, unix.EINTR):
		case err != nil:
			return ErrClosed
		case set.IsSet(woken):
			return s.interrupted()
		default:
			return nil
		}
	}
}

// pending reports whether more input is there already.
func (s *session) pending() bool {
	var set unix.FdSet
	set.Set(s.in)
	n, err := unix.Select(s.in+1, &set, nil, nil, &unix.Timeval{})
	return err == nil && n > 0
}

func readInput(f *os.File, p []byte) (int, error) {
	for {
		n, err := unix.Read(int(f.Fd()), p)
		if !errors.Is(err, unix.EINTR) && !errors.Is(err, unix.EAGAIN) {
			return n, err
		}
	}
}

// quiet turns off echo and line editing between prompts, so that what is typed too early neither
// shows nor waits for the next prompt as a line. Ctrl-C stays a signal here.
func (s *session) quiet() {
	t, err := unix.IoctlGetTermios(s.in, getTermios)
	if err != nil {
		return
	}
	t.Lflag &^= unix.ECHO | unix.ECHONL | unix.ICANON
	t.Lflag |= unix.ISIG
	t.Cc[unix.VMIN], t.Cc[unix.VTIME] = 1, 0
	unix.IoctlSetTermios(s.in, setTermios, t)
}
