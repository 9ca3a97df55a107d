package questions

import (
	"fmt"
	"time"

	"backcare/internal/protocol"
)

// Plausible holds the day of the answers and a person's birth date against the day of the screening,
// and the birth date against the age they gave: one of the two is wrong, or the answers are another
// person's. The error is a *Problem.
func Plausible(a protocol.Answers, who Person, on time.Time) error {
	if day := a.Day(); !day.IsZero() && a.DaysBefore(on) < -1 { // a day, for time zones
		return &Problem{ID: "answered-on", Text: fmt.Sprintf("%s is later than the day of the screening, %s", day.Format(time.DateOnly), on.Format(time.DateOnly)), hint: "write the day on which the answers were given"}
	}
	if who.Born == "" {
		return nil
	}
	born, err := time.Parse(time.DateOnly, who.Born)
	if err != nil {
		return &Problem{ID: "born", Text: "not a date"}
	}
	years := on.Year() - born.Year()
	if on.Month() < born.Month() || on.Month() == born.Month() && on.Day() < born.Day() {
		years--
	}
	if years < 0 {
		return &Problem{ID: "born", Text: "later than the day of the screening", hint: "write year-month-day, such as 1980-04-02"}
	}
	for i := range a.Protocol().Questions {
		q := &a.Protocol().Questions[i]
		if given := a.Get(i); q.Ages != nil && given != 0 && given != ageOf(q, years) {
			return &Problem{ID: q.ID, Text: fmt.Sprintf("%s contradicts the birth date (%s)", q.Option(given), q.Option(ageOf(q, years))),
				hint: "check which of the two is right, and whether the answers are this person's"}
		}
	}
	return nil
}

// ageOf is the choice of a question about age for somebody so many years old.
func ageOf(q *protocol.Question, years int) (a protocol.Answer) {
	for i, from := range q.Ages {
		if years >= from {
			a = protocol.Answer(i + 1)
		}
	}
	return a
}
