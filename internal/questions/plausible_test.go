package questions_test

import (
	"testing"
	"time"

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

func TestABirthDateMustGoWithTheAge(t *testing.T) {
	on := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		born, age string
		right     bool
	}{
		{"", "18-49", true}, {"1990-01-01", "", true},
		{"2010-11-24", "under-16", true}, {"2010-11-24", "16-17", false}, // 16 tomorrow
		{"2010-11-23", "under-16", false}, {"2010-11-23", "16-17", true}, // 16 today
		{"2008-11-23", "18-49", true}, {"2008-11-24", "18-49", false},
		{"1976-11-23", "50-69", true}, {"1976-11-24", "50-69", false},
		{"1956-11-23", "70-plus", true}, {"1920-02-29", "70-plus", true}, {"1956-11-24", "70-plus", false},
		{"2015-01-01", "18-49", false}, {"2026-11-24", "", false}, {"2026-11-23", "under-16", true}, {"2999-01-01", "18-49", false},
	} {
		a := protocol.NoAnswers(whole(t))
		if c.age != "" {
			var err error
			if a, err = a.With("age", c.age); err != nil {
				t.Fatal(err)
			}
		}
		if err := questions.Plausible(a, questions.Person{Born: c.born}, on); (err == nil) != c.right {
			t.Errorf("born %q, age %q: %v", c.born, c.age, err)
		}
	}
}
