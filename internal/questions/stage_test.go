//go:build unix

package questions_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	expect "github.com/Netflix/go-expect"
	"github.com/creack/pty"
	"github.com/hinshun/vt10x"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// A real terminal, but for the person: what is typed goes through the kernel's terminal driver,
// and what is drawn through an emulator.
type stage struct {
	t      *testing.T
	p      *protocol.Protocol
	c      *expect.Console
	screen vt10x.Terminal
	ended  chan struct{}
	err    error
	got    protocol.Answers
}

const (
	up    = "\x1b[A"
	down  = "\x1b[B"
	space = " "
	enter = "\r"
	ctrlC = "\x03"
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
	s := &stage{t: t, p: whole(t), ended: make(chan struct{}), screen: vt10x.New(vt10x.WithSize(max(cols, 80), max(rows, 24)))}
	var err error
	s.c, err = expect.NewConsole(expect.WithStdout(s.screen), expect.WithDefaultTimeout(20*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.c.Close() })
	if err := pty.Setsize(s.c.Tty(), &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		t.Fatal(err)
	}
	return s
}

// line types a line as a person does: each key alone, and Enter when the others show.
func (s *stage) line(text string) {
	s.t.Helper()
	for i := range text {
		s.press(text[i : i+1])
		s.see(text[i : i+1])
	}
	s.press("\n")
}

// ask begins a conversation from answers given by id.
func (s *stage) ask(plain bool, given ...string) {
	s.run(plain, s.answers(given...), questions.Ask)
}

func (s *stage) run(plain bool, a protocol.Answers, talk func(context.Context, questions.Terminal, *protocol.Words, protocol.Answers, func(protocol.Answers) []int) (protocol.Answers, error)) {
	t := questions.Terminal{In: s.c.Tty(), Out: s.c.Tty(), Plain: plain}
	go func() {
		defer close(s.ended)
		s.got, s.err = talk(context.Background(), t, s.p.Words("en"), a, triage.Open)
		s.c.Tty().Close()
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

func (s *stage) see(text string) {
	s.t.Helper()
	if _, err := s.c.ExpectString(text); err != nil {
		s.t.Fatalf("%q did not come: %v\n%s", text, err, s.screen.String())
	}
}

func (s *stage) press(keys ...string) {
	s.t.Helper()
	if _, err := s.c.Send(strings.Join(keys, "")); err != nil {
		s.t.Fatal(err)
	}
}

// settled waits until everything sent before has been read: it asks for the reason until that is
// shown, because keys that arrive together with a pasted text are dropped with it.
func (s *stage) settled() {
	s.t.Helper()
	for range 200 {
		s.press("?")
		if _, err := s.c.Expect(expect.String("Why we ask"), expect.WithTimeout(100*time.Millisecond)); err == nil {
			return
		}
	}
	s.t.Fatalf("no answer to ?\n%s", s.screen.String())
}

// leave presses Ctrl-C until it is taken. This terminal controls no process, so a Ctrl-C in the
// moment between two prompts, which would be a signal, goes nowhere here.
func (s *stage) leave() (protocol.Answers, error) {
	s.t.Helper()
	for range 200 {
		s.press(ctrlC)
		if _, err := s.c.Expect(expect.EOF, expect.PTSClosed, expect.WithTimeout(100*time.Millisecond)); err == nil {
			<-s.ended
			return s.got, s.err
		}
	}
	s.t.Fatalf("Ctrl-C does not end it\n%s", s.screen.String())
	panic("not reached")
}

// end waits for the conversation to end and gives what came of it.
func (s *stage) end() (protocol.Answers, error) {
	s.t.Helper()
	if _, err := s.c.Expect(expect.EOF, expect.PTSClosed); err != nil {
		s.t.Fatalf("it goes on: %v\n%s", err, s.screen.String())
	}
	<-s.ended
	return s.got, s.err
}
