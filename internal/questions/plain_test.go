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
	s.press("1, 5\n")
	s.see("Which ones are you not sure about")
	s.see("> ")
	s.press("2\n")
	s.see("Yes: small fall or strain. Not sure: slipped disc")
	s.see("How old are you?")
	s.see("> ")
	s.press("?\n")
	s.see("Some causes are more likely")
	s.see("> ")
	s.press("B\n")
	s.see("1. Sudden, sharp pain")
	s.see("> ")
	s.press("4\n")
	s.see("None of these")
	s.see("How old are you?")
	s.see("> ")
	s.press("3\n")
	s.see("Are they right?")
	s.see("> ")
	s.press("1\n")
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
	for name, c := range map[string]struct{ keys, see string }{
		"enter":         {"\n", "Please type one of these: 1–6, ?, q"},
		"a word":        {"yes\n", "Please type one of these"},
		"zero":          {"0\n", "Please type one of these"},
		"too high":      {"7\n", "Please type one of these"},
		"half wrong":    {"1 x\n", "Please type one of these"},
		"padded":        {"01\n", "Please type one of these"},
		"lines pasted":  {"5\n5\n", "Please type one of these"},
		"back at first": {"b\n", "Please type one of these"},
		"none and more": {"1 5\n", "cannot go with other marks"},
		"cut off":       {"5\x04", "Please type one of these"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, 80, 24)
			s.ask(true)
			s.see("6. Not sure about some")
			s.see("> ")
			s.press(c.keys)
			s.see(c.see)
			s.see("> ")
			s.press("q\n")
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
