//go:build unix

package questions_test

import (
	"context"
	"os"
	"strings"
	"syscall"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/terminaltest"
)

// stage is a terminal on which this process asks.
type stage struct {
	*terminaltest.Terminal
	t     *testing.T
	p     *protocol.Protocol
	ended chan struct{}
	err   error
	got   protocol.Answers
}

const (
	up    = terminaltest.Up
	down  = terminaltest.Down
	space = terminaltest.Space
	enter = terminaltest.Enter
	home  = "\x1b[H"
	end   = "\x1b[F"

	lastKey = "Ctrl-C\u00a0leaves" // the end of a list that is drawn whole
)

// TestMain plays the child that is sent signals, and keeps colours out of what is compared.
func TestMain(m *testing.M) {
	os.Setenv("NO_COLOR", "1")
	if os.Getenv("BACKCARE_TEST_ASK") != "" {
		os.Exit(child())
	}
	os.Exit(m.Run())
}

func newStage(t *testing.T, cols, rows int) *stage {
	t.Helper()
	return &stage{Terminal: terminaltest.Open(t, cols, rows), t: t, p: whole(t), ended: make(chan struct{})}
}

// ask begins a conversation from answers given by id.
func (s *stage) ask(plain bool, given ...string) {
	s.run(plain, s.answers(given...), (*questions.Talk).Ask)
}

func (s *stage) run(plain bool, a protocol.Answers, talk func(*questions.Talk, protocol.Answers) (protocol.Answers, error)) {
	t := questions.Terminal{In: s.TTY, Out: s.TTY, Plain: plain}
	k, err := questions.Begin(context.Background(), t, s.p.Words("en"), s.p)
	if err != nil {
		s.t.Fatal(err)
	}
	go func() {
		defer close(s.ended)
		s.got, s.err = talk(k, a)
		k.End()
		s.TTY.Close()
	}()
}

func (s *stage) answers(given ...string) protocol.Answers {
	s.t.Helper()
	a := protocol.NoAnswers(s.p)
	for _, g := range given {
		id, option, _ := strings.Cut(g, "=")
		var err error
		if a, err = a.With(id, option); err != nil {
			s.t.Fatal(err)
		}
	}
	return a
}

// baseline is every answer that worries least, but for those named, which are missing.
func (s *stage) baseline(without ...string) (given []string) {
	for _, q := range s.p.Questions {
		missing := false
		for _, id := range without {
			missing = missing || id == q.ID
		}
		if !missing {
			given = append(given, q.ID+"="+q.Option(q.Baseline))
		}
	}
	return given
}

// resize makes the terminal another size. The system tells the programs whose terminal it is, but this
// one only sits at it.
func (s *stage) resize(cols, rows int) {
	s.t.Helper()
	s.Resize(cols, rows)
	if err := syscall.Kill(os.Getpid(), syscall.SIGWINCH); err != nil {
		s.t.Fatal(err)
	}
}

// settled waits until everything sent before has been read: it asks for the reason until that is
// shown, because keys that arrive together with a pasted text are dropped with it.
func (s *stage) settled() {
	s.t.Helper()
	s.Insist("?", "Why we ask")
}

// leave presses Ctrl-C until it is taken.
func (s *stage) leave() (protocol.Answers, error) {
	s.t.Helper()
	s.Leave()
	<-s.ended
	return s.got, s.err
}

// end waits for the conversation to end and gives what came of it.
func (s *stage) end() (protocol.Answers, error) {
	s.t.Helper()
	s.End()
	<-s.ended
	return s.got, s.err
}
