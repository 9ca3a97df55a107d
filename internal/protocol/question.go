package protocol

import (
	"fmt"
	"slices"
	"strings"
)

// Kind says what an answer to a question can do. It follows from the rules and from when the question is asked.
type Kind string

const (
	Stop       Kind = "stop"       // a positive answer alone refers
	CautionIf  Kind = "caution"    // a positive answer changes the sheet; asked of everyone, as with others it may refer
	Precaution Kind = "precaution" // a positive answer changes the sheet; asked only while it is one
	Course     Kind = "course"     // a choice, or an answer that alone fires no rule
)

// The answers of every question that is not a choice. Unsure counts as the worrying one in every rule.
const (
	Yes    = "yes"    // the worrying one, unless the question says otherwise
	No     = "no"     // the calm one, unless the question says otherwise
	Unsure = "unsure" // not sure, or rather not say
)

// mostChoices is how many options a question may have: a Term keeps them in 16 bits.
const mostChoices = 12

// Reserved reports whether no question may have an id, because files and tables tell by it who
// somebody is, or what comes with their answers.
func Reserved(id string) bool {
	switch id {
	case "ref", "name", "born", "phone", "site", "lang", "answered-by", "answered-on", "note", "answers", "ignore":
		return true
	}
	return false
}

// Answer is the position of an answer among the options of its question, from 1; 0 is no answer.
type Answer uint8

// Section is a group of questions asked together.
type Section struct {
	ID        string
	SheetOnly bool  // asked only while the outcome is still a sheet
	Questions []int // indexes in Protocol.Questions
}

// Question is one thing that is asked.
type Question struct {
	ID       string
	Index    int      // in Protocol.Questions and in every set of answers
	Section  int      // index in Protocol.Sections
	Kind     Kind     // derived from the rules
	History  bool     // reported to the professional as background
	Sign     Answer   // the answer that may come true tomorrow; 0 if none does
	Warned   bool     // the warning on every paper names the sign
	With     []Term   // the people the sign can happen to: any of these holds; everybody when empty
	Worst    bool     // a referral without an answer counts the one that is most urgent
	Options  []string // yes, no, unsure; or the choices, in order
	Ages     []int    // age in years at which each choice begins, ascending; nil unless the choices are ages
	Worrying string   // yes or no, whichever is the worrying answer; empty for a choice
	Baseline Answer   // the least worrying answer
	Was      []string // ids it had in earlier versions of the content
	Sources  []string
	Rules    []*Rule // whose conditions look at its answer, in order

	said map[string]Answer // by the words of the paper form, of every loaded language
}

// Choice reports whether the question has values of its own instead of yes, no and unsure.
func (q *Question) Choice() bool { return q.Worrying == "" }

// Answer finds an option by its name.
func (q *Question) Answer(option string) (Answer, error) {
	i := slices.Index(q.Options, option)
	if i < 0 {
		return 0, fmt.Errorf("%q is not an answer to %s; use %s", option, q.ID, OneOf(q.Options))
	}
	return Answer(i + 1), nil
}

// Option returns the name of an answer; empty for no answer.
func (q *Question) Option(a Answer) string {
	if a == 0 || int(a) > len(q.Options) {
		return ""
	}
	return q.Options[a-1]
}

// Positive reports whether the answer is the worrying one of a question that is not a choice.
// Unsure is not.
func (q *Question) Positive(a Answer) bool { return !q.Choice() && q.Option(a) == q.Worrying }

// IsUnsure reports whether the answer is "not sure, or rather not say".
func (q *Question) IsUnsure(a Answer) bool { return !q.Choice() && q.Option(a) == Unsure }

// OneOf lists what is allowed: "yes, no or unsure".
func OneOf(list []string) string {
	last := len(list) - 1
	if last < 1 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:last], ", ") + " or " + list[last]
}
