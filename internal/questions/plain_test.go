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
	s.ask(true, s.baseline("minor-trauma", "weak-bones", "disc-herniation", "age")...)
	s.see("1. Sudden, sharp pain")
	s.see("> ")
	s.line("1, 5")
	s.see("Which ones are you not sure about")
	s.see("> ")
	s.line("2")
	s.see("Yes: small fall or strain. Not sure: slipped disc")
	s.see("How old are you?")
	s.see("> ")
	s.line("?")
	s.see("Some causes are more likely")
	s.see("> ")
	s.line("B")
	s.see("1. Sudden, sharp pain")
	s.see("> ")
	s.line("4")
	s.see("None of these")
	s.see("How old are you?")
	s.see("> ")
	s.line("3")
	s.see("Are they right?")
	s.see("> ")
	s.line("1")
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=no", "weak-bones=no", "disc-herniation=no", "age=18-49")
	if strings.Contains(s.screen.String(), "\x1b") {
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
			s.see("6. Not sure about some")
			s.see("> ")
			if text, typed := strings.CutSuffix(c.keys, "\n"); typed && !c.pasted {
				s.line(text)
			} else {
				s.press(c.keys)
			}
			s.see(c.see)
			s.see("> ")
			s.line("q")
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
	s.see("6. Not sure about some")
	s.see("> ")
	s.press("\x04")
	if a, err := s.end(); !errors.Is(err, questions.ErrClosed) || strings.Trim(string(a.Values()), "\x00") != "" {
		t.Error(a.Values(), err)
	}
}
