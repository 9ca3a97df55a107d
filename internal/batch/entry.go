package batch

import (
	"encoding/csv"
	"encoding/json"
	"iter"
	"strconv"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// entry is what became of one row: a line of the manifest and of the JSON.
type entry struct {
	Row     int      `json:"row"`
	Ref     string   `json:"ref"`
	Outcome string   `json:"outcome"` // sheet, referral, go-on or rejected
	Urgency string   `json:"urgency"` // of a referral, or of a rejected row that is an emergency all the same
	Rules   []string `json:"rules"`   // every rule that fired, most urgent first
	File    string   `json:"file"`
	SHA256  string   `json:"sha256"`
	Error   string   `json:"error"` // of a rejected row
}

// newEntry says what an outcome is and what it came from.
func newEntry(row int, ref string, o triage.Outcome) entry {
	e := entry{Row: row, Ref: ref, Outcome: string(handout.SheetKind)}
	var fired []triage.Fired
	switch o := o.(type) {
	case triage.Referral:
		e.Outcome, e.Urgency, fired = string(handout.ReferralKind), o.Urgency.String(), o.Fired
	case triage.Routine:
		fired = o.Cautions()
	}
	for _, f := range fired {
		e.Rules = append(e.Rules, f.Rule.ID)
	}
	return e
}

// The outcomes of a row without a paper.
const (
	rejected = "rejected"
	goOn     = "go-on" // the first leaf is answered and refers nobody; the second is still to be given out
)

const manifestHeader = "row,ref,outcome,urgency,rules,file,sha256,error\n"

// line is the entry in the manifest. It holds no line break, so a manifest can be sorted and
// joined line by line, and nothing in it is a formula in any spreadsheet.
func (e *entry) line() string {
	cells := []string{strconv.Itoa(e.Row), escapeFormula(e.Ref), e.Outcome, e.Urgency, strings.Join(e.Rules, " "), e.File, e.SHA256, escapeFormula(oneLine(e.Error))}
	for i, c := range cells {
		if strings.ContainsAny(c, `",`) {
			cells[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
	}
	return strings.Join(cells, ",") + "\n"
}

// parseEntry reads a line that line has written.
func parseEntry(s string) (entry, bool) {
	in := csv.NewReader(strings.NewReader(s))
	in.FieldsPerRecord = 8
	cells, err := in.Read()
	if err != nil {
		return entry{}, false
	}
	row, err := strconv.Atoi(cells[0])
	return entry{row, unescapeFormula(cells[1]), cells[2], cells[3], strings.Fields(cells[4]), cells[5], cells[6], unescapeFormula(cells[7])}, err == nil
}

// json is the entry as one line of JSON.
func (e *entry) json() ([]byte, error) {
	out := *e
	if out.Rules == nil {
		out.Rules = []string{}
	}
	b, err := json.Marshal(out)
	return append(b, '\n'), err
}

// urgency is that of a referral, or of a rejected row that is an emergency all the same; 0 if there is none.
func (e *entry) urgency() protocol.Urgency {
	for u := protocol.Emergency; u > 0; u-- {
		if u.String() == e.Urgency {
			return u
		}
	}
	return 0
}

func (e *entry) emergency() bool { return e.Urgency == protocol.Emergency.String() }

// today reports a referral for the same day.
func (e *entry) today() bool { return e.Outcome != rejected && e.Urgency == protocol.SameDay.String() }

// paper reports whether there is a paper.
func (e *entry) paper() bool { return e.Outcome != rejected && e.Outcome != goOn }

func (e *entry) sheet() bool { return e.Outcome == string(handout.SheetKind) }

// escapeFormula puts an apostrophe where a spreadsheet would begin a formula: before = + - @ (full width
// too). An apostrophe that stood there is doubled, so that unescapeFormula is exact.
func escapeFormula(s string) string {
	const begins = "=+-@＝＋－＠'"
	if !strings.ContainsAny(s, begins) {
		return s
	}
	var b strings.Builder
	for r, first := range firsts(s) {
		if first && strings.ContainsRune(begins, r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// unescapeFormula takes the apostrophes away again.
func unescapeFormula(s string) string {
	var b strings.Builder
	for r, first := range firsts(s) {
		if !first || r != '\'' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// firsts are the letters of a text, and which are the first of a cell, space aside: also after anything that
// another country's spreadsheet takes for a separator.
func firsts(s string) iter.Seq2[rune, bool] {
	return func(yield func(rune, bool) bool) {
		first := true
		for _, r := range s {
			separator, space := strings.ContainsRune(",;|\"\t\r\n", r), r == ' ' || r == '\u00a0'
			if !yield(r, first && !separator && !space) {
				return
			}
			first = separator || first && space
		}
	}
}
