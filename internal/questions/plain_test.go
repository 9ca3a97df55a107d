//go:build unix

package questions_test

import (
	"errors"
	"strings"
	"testing"

	"backcare/internal/questions"
)

func TestPlainLinesHoldTheSameConversation(t *testing.T) {
	s := newStage(t, 80, 60)
	s.ask(true, s.baseline("minor-trauma", "weak-bones", "disc-herniation", "twist-sharp")...)
	s.See("1. Sudden, sharp pain")
	s.See("> ")
	s.Line("1, 5")
	s.See("Which ones are you not sure about")
	s.See("> ")
	s.Line("2")
	s.See("Yes: Sudden, sharp pain")
	s.See("Not sure: A slipped (herniated) disc")
	s.See("Did the turn give sharp pain")
	s.See("> ")
	s.Line("?")
	s.See("A slow turn should feel safe")
	s.See("> ")
	s.Line("B")
	s.See("1. Sudden, sharp pain")
	s.See("> ")
	s.Line("4")
	s.See("None of these")
	s.See("Did the turn give sharp pain")
	s.See("> ")
	s.Line("2")
	s.See("Are they right?")
	s.See("> ")
	s.Line("1")
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=no", "weak-bones=no", "disc-herniation=no", "twist-sharp=no")
	if strings.Contains(s.Screen(), "\x1b") {
		t.Error("an escape code in plain lines")
	}
}

// A terminal that sends whole lines, as that of an editor or of dictation, is answered like one that
// sends each key.
func TestALineThatArrivesWholeIsTaken(t *testing.T) {
	s := newStage(t, 80, 60)
	s.ask(true, s.baseline("minor-trauma", "weak-bones", "age")...)
	for _, c := range [][2]string{{"How old are you?", "3\n"}, {"Sudden, sharp pain", "n\n"}, {"Are they right?", "1\n"}} {
		s.See(c[0])
		s.See("> ")
		s.Press(c[1])
	}
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=no", "weak-bones=no", "age=18-49")
}

func TestPlainLinesAnswerNothingByThemselves(t *testing.T) {
	const bad = "Please type one of these: 1–6, n, ?, q"
	for name, c := range map[string]struct{ keys, see string }{
		"enter":         {"\n", bad},
		"a word":        {"yes\n", bad},
		"zero":          {"0\n", bad},
		"too high":      {"7\n", bad},
		"half wrong":    {"1 x\n", bad},
		"padded":        {"01\n", bad},
		"an arrow":      {"\x1b[A\n", bad},
		"a click":       {"\x1b[<0;10;3M\n", bad},
		"lines pasted":  {"5\n5\n", "nothing was taken"},
		"back at first": {"b\n", bad},
		"none and more": {"1 5\n", "cannot go with other choices"},
		"cut off":       {"5\x04", "nothing was taken"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, 80, 24)
			s.ask(true)
			s.See("6. Not sure about some")
			s.See("> ")
			s.Press(c.keys)
			s.See(c.see)
			s.See("> ")
			s.Line("q")
			a, err := s.end()
			if !errors.Is(err, questions.ErrInterrupted) || strings.Trim(string(a.Values()), "\x00") != "" {
				t.Error(a.Values(), err)
			}
		})
	}
}

// What waits before a question is shown is no answer to it.
func TestALineTypedTooEarlyIsThrownAway(t *testing.T) {
	s := newStage(t, 80, 24)
	s.Press("5\n1\n")
	s.ask(true)
	s.See("6. Not sure about some")
	s.See("> ")
	s.Line("q")
	if a, err := s.end(); !errors.Is(err, questions.ErrInterrupted) || strings.Trim(string(a.Values()), "\x00") != "" {
		t.Error(a.Values(), err)
	}
}

func TestTheEndOfTheInputIsNoAnswer(t *testing.T) {
	s := newStage(t, 80, 24)
	s.ask(true)
	s.See("6. Not sure about some")
	s.See("> ")
	s.Press("\x04")
	if a, err := s.end(); !errors.Is(err, questions.ErrClosed) || strings.Trim(string(a.Values()), "\x00") != "" {
		t.Error(a.Values(), err)
	}
}
