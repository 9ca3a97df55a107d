package questions

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"backcare/internal/protocol"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Person is who a screening is about and who answered; every field may be empty.
type Person struct {
	Ref        string // the clinic's or the programme's own reference
	Name       string
	Born       string // YYYY-MM-DD
	Phone      string // printed on a note and on the list of people to ring, nowhere else
	AnsweredBy string // self, helper or staff
	AnsweredOn string // YYYY-MM-DD, the day of the answers
	Note       string // one line to this person, on a sheet; it raises no dose
	Site       string // where the papers go, in a batch
	Lang       string // the person's language, in a batch
}

// PersonFields are the names of a person's fields in files and tables, in the order they are written.
func PersonFields() []string {
	return []string{"ref", "name", "born", "phone", "answered-by", "answered-on", "note", "site", "lang"}
}

var answerers = []string{"self", "helper", "staff"}

// Answerers are the values of a person's answered-by.
func Answerers() []string { return slices.Clone(answerers) }

// The longest texts that fit where they are printed, in characters.
const (
	longestName = 60
	longestRef  = 40
	longestNote = 200
)

// Get is the value of a field by its name.
func (p Person) Get(field string) string {
	if at := p.at(field); at != nil {
		return *at
	}
	return ""
}

// Set checks a value and puts it in the field of that name, trimmed and in normal form. A blank
// value empties the field. The error never holds the value.
func (p *Person) Set(field, value string) error {
	at := p.at(field)
	if at == nil {
		return &Problem{Text: quoted(field) + " is not known; use " + protocol.OneOf(PersonFields())}
	}
	s, err := line(value)
	if err != nil {
		return err
	}
	if isText(field) {
		err = undamaged(field, s)
	}
	if s != "" && err == nil {
		switch field {
		case "ref":
			err = atMost(s, longestRef)
		case "name", "site":
			err = atMost(s, longestName)
		case "note":
			err = atMost(s, longestNote)
		case "phone":
			err = phoneNumber(s)
		case "born", "answered-on":
			s, err = realDate(s)
		case "answered-by":
			if s = lower(s); !slices.Contains(answerers, s) {
				err = &Problem{Text: "expected " + protocol.OneOf(answerers)}
			}
		case "lang":
			s, err = languageTag(s)
		}
	}
	if err != nil {
		return err
	}
	*at = s
	return nil
}

func (p *Person) at(field string) *string {
	switch field {
	case "ref":
		return &p.Ref
	case "name":
		return &p.Name
	case "born":
		return &p.Born
	case "phone":
		return &p.Phone
	case "answered-by":
		return &p.AnsweredBy
	case "answered-on":
		return &p.AnsweredOn
	case "note":
		return &p.Note
	case "site":
		return &p.Site
	case "lang":
		return &p.Lang
	}
	return nil
}

// line trims a text of one line, brings it to NFC and refuses what does not show on paper as it
// was written: control characters, and those that turn the direction of the text around.
func line(s string) (string, error) {
	if !utf8.ValidString(s) { // before norm, which is only safe on valid text
		return "", &Problem{Text: "not valid UTF-8", hint: "save the file as UTF-8"}
	}
	s = norm.NFC.String(strings.TrimSpace(s))
	for _, r := range s {
		if invisible(r) {
			return "", &Problem{Text: fmt.Sprintf("has a character that cannot be printed, U+%04X", r), hint: "type it again instead of pasting it"}
		}
	}
	return s, nil
}

func invisible(r rune) bool {
	if r >= ' ' && r <= '~' {
		return false
	}
	const nonJoiner, joiner = 0x200C, 0x200D // part of how some scripts are spelt
	if r == nonJoiner || r == joiner {
		return false
	}
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

func atMost(s string, n int) error {
	if have := utf8.RuneCountInString(s); have > n {
		return &Problem{Text: fmt.Sprintf("%d characters long; %d fit on the paper", have, n)}
	}
	return nil
}

// phoneNumber takes what people write for a number: digits with spaces, dots, hyphens, brackets, a
// plus, and letters for an extension.
func phoneNumber(s string) error {
	digits := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits < 3 || utf8.RuneCountInString(s) > longestRef {
		return &Problem{Text: fmt.Sprintf("not a phone number: expected at least 3 digits and at most %d characters", longestRef)}
	}
	return nil
}

// Day is the day of the answers; zero when it was not given.
func (p Person) Day() time.Time {
	t, _ := time.Parse(time.DateOnly, p.AnsweredOn) // Set has checked it
	return t
}

// languageTag writes a tag the usual way: en, pt-BR, zh-Hant. Some programs write pt_BR.
func languageTag(s string) (string, error) {
	tag, err := language.Raw.Parse(s)
	if err != nil {
		return "", &Problem{Text: "not a language tag; write one such as en or pt-BR"}
	}
	return tag.String(), nil
}
