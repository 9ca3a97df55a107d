package questions

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// datePattern is a date with the year first, and a time behind it that is ignored.
var datePattern = regexp.MustCompile(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$`)

// yearLast is how most spreadsheets write a date, some with the day first and some with the month.
var yearLast = regexp.MustCompile(`^\d{1,2}[-/. ]+\d{1,2}[-/. ]+(?:\d{2}|\d{4})(?:[T ,]+\d{1,2}:.*)?$`)

// earliest is the first year a date may be in.
const earliest = 1900

// realDate reads a date that can be read in one way only, the year first, and writes it as
// YYYY-MM-DD.
func realDate(s string) (string, error) {
	if d, err := time.Parse(time.DateOnly, s); err == nil && d.Year() >= earliest {
		return s, nil
	}
	wrong := &Problem{Text: fmt.Sprintf("not a date since %d; write year-month-day, such as 1980-04-02", earliest),
		hint: "in a spreadsheet, format the column as text, or as yyyy-mm-dd, before typing: else it turns 1980-04-02 into 4/2/1980 when it saves"}
	if yearLast.MatchString(s) {
		wrong.Text = "the year does not come first, so day and month could be mixed up; write year-month-day, such as 1980-04-02"
		return "", wrong
	}
	m := datePattern.FindStringSubmatch(s)
	if m == nil || m[2] != m[4] {
		return "", wrong
	}
	var n [3]int
	for i, part := range []string{m[1], m[3], m[5]} {
		n[i], _ = strconv.Atoi(part)
	}
	d := time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	if d.Year() != n[0] || int(d.Month()) != n[1] || d.Day() != n[2] || d.Year() < earliest {
		return "", wrong
	}
	return d.Format(time.DateOnly), nil
}
