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
	s.See("Yes: small fall or strain. Not sure: slipped disc")
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

func TestPlainLinesAnswerNothingByThemselves(t *testing.T) {
	for name, c := range map[string]struct {
		keys, see string
		pasted    bool
	}{
		"enter":         {"\n", "Please type one of these: 1–6, ?, q", false},
		"a word":        {"yes\n", "Please type one of these", false},
		"zero":          {"0\n", "Please type one of these", false},
		"too high":      {"7\n", "Please type one of these", false},
		"half wrong":    {"1 x\n", "Please type one of these", false},
		"padded":        {"01\n", "Please type one of these", false},
		"lines pasted":  {"5\n5\n", "Please type one of these", true},
		"a line pasted": {"5\n", "Please type one of these", true},
		"back at first": {"b\n", "Please type one of these", false},
		"none and more": {"1 5\n", "cannot go with other choices", false},
		"cut off":       {"5\x04", "Please type one of these", false},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, 80, 24)
			s.ask(true)
			s.See("6. Not sure about some")
			s.See("> ")
			if text, typed := strings.CutSuffix(c.keys, "\n"); typed && !c.pasted {
				s.Line(text)
			} else {
				s.Press(c.keys)
			}
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
