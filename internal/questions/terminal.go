package questions

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"

	"golang.org/x/term"
)

// Terminal is where a person is asked.
type Terminal struct {
	In, Out *os.File
	Plain   bool // numbered lines, no escape codes: for screen readers and simple terminals
}

// ErrInterrupted is that the person, or the system, ended the questions. Errors of type
// Interrupted are this one.
var ErrInterrupted = errors.New("interrupted; nothing was saved")

// ErrClosed is that the terminal went away or its input ended before the last answer.
var ErrClosed = errors.New("the input ended before the last answer")

// ErrNoTerminal is that there is nobody to ask: a pipe and a file do not count as a person.
var ErrNoTerminal = errors.New("cannot ask: this is not a terminal")

// Interrupted tells what ended the questions: os.Interrupt for Ctrl-C and for leaving by choice.
type Interrupted struct {
	Signal os.Signal // nil when the context ended
}

func (i Interrupted) Error() string { return ErrInterrupted.Error() }

// Is makes every Interrupted an ErrInterrupted.
func (i Interrupted) Is(target error) bool { return target == ErrInterrupted }

// session holds the terminal for one conversation. It is left as it was found, whatever happens.
type session struct {
	Terminal
	in      int // descriptor
	saved   *term.State
	mode    func() // puts the terminal into the mode of the moment
	signals chan os.Signal
	done    chan struct{} // closed to end the watch
	ended   chan struct{} // closed when the watch has ended
	waker   *os.File      // written to wake a read, and closed to end it
	woken   *os.File

	mu    sync.Mutex
	cause error
}

// event is what ends a wait.
type event byte

const (
	input   event = 'i'
	changed event = 'c' // the terminal has another size
	resumed event = 'r' // the program was stopped, and the terminal somebody else's
	suspend event = 's' // the program is to stop until it is continued: the reader calls stop
)

// open takes the terminal over. Until close, the signals that end or stop a program end or stop the
// conversation instead, so that the terminal can be put back first.
func open(ctx context.Context, t Terminal) (*session, error) {
	for _, f := range []*os.File{t.In, t.Out} {
		if f == nil || !term.IsTerminal(int(f.Fd())) {
			return nil, ErrNoTerminal
		}
	}
	s := &session{Terminal: t, in: int(t.In.Fd()), signals: make(chan os.Signal, 8), done: make(chan struct{}), ended: make(chan struct{})}
	var err error
	if s.saved, err = term.GetState(s.in); err != nil {
		return nil, fmt.Errorf("terminal: %w", err)
	}
	if s.woken, s.waker, err = os.Pipe(); err != nil {
		return nil, fmt.Errorf("terminal: %w", err)
	}
	s.mode = s.keyByKey
	for sig := range handled() {
		if !signal.Ignored(sig) { // as under nohup
			signal.Notify(s.signals, sig)
		}
	}
	go s.watch(ctx)
	return s, nil
}

// watch turns signals and the end of the context into the end of the wait that is under way.
func (s *session) watch(ctx context.Context) {
	defer close(s.ended)
	defer s.waker.Close()
	events := handled()
	for {
		var cause error
		select {
		case sig := <-s.signals:
			if e := events[sig]; e != 0 {
				s.waker.Write([]byte{byte(e)})
				continue
			}
			cause = Interrupted{sig}
		case <-ctx.Done():
			cause = Interrupted{}
		case <-s.done:
			return
		}
		s.mu.Lock()
		s.cause = cause
		s.mu.Unlock()
		return
	}
}

func (s *session) interrupted() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cause
}

// close gives the terminal back.
func (s *session) close() {
	signal.Stop(s.signals)
	close(s.done)
	<-s.ended
	s.woken.Close()
	term.Restore(s.in, s.saved)
}

// read waits for input, or for another event. The end of the input is ErrClosed.
func (s *session) read(p []byte) (n int, e event, err error) {
	e, err = s.wait()
	if err != nil || e != input {
		return 0, e, err
	}
	n, err = readInput(s.In, p)
	if cause := s.interrupted(); cause != nil {
		return 0, input, cause
	}
	if err != nil || n == 0 {
		return 0, input, ErrClosed
	}
	return n, input, nil
}

func (s *session) height() int {
	_, h := s.size()
	return h
}

// width is how many columns text may take: less than the terminal has, so that it never breaks a
// line itself, and no more than is easy to read.
func (s *session) width() int {
	w, _ := s.size()
	return min(w-1, 79)
}

// print writes lines.
func (s *session) print(lines []string) {
	io.WriteString(s.Out, strings.Join(lines, "\n")+"\n")
}

func (s *session) size() (width, height int) {
	width, height, err := term.GetSize(int(s.Out.Fd()))
	if err != nil || width <= 0 {
		width = 80
	}
	if err != nil || height <= 0 {
		height = 24
	}
	return max(width, 20), height
}

// left is that the person left by their own choice.
func left() error { return Interrupted{os.Interrupt} }
