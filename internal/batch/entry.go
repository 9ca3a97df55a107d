package batch

import (
	"encoding/json"
	"strconv"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/protocol"
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
	var cells []string
	s = strings.TrimSuffix(s, "\n")
	for more := true; more; {
		var c string
		if rest, ok := strings.CutPrefix(s, `"`); ok {
			end := 0
			for ; end < len(rest); end++ {
				if rest[end] == '"' {
					if end+1 == len(rest) || rest[end+1] != '"' {
						break
					}
					end++
				}
			}
			if end >= len(rest) {
				return entry{}, false
			}
			c, s = strings.ReplaceAll(rest[:end], `""`, `"`), rest[end+1:]
			s, more = strings.CutPrefix(s, ",")
		} else {
			c, s, more = strings.Cut(s, ",")
		}
		cells = append(cells, c)
	}
	if len(cells) != 8 {
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

func (e *entry) emergency() bool { return e.Urgency == protocol.Emergency.String() }

// today reports a referral for the same day.
func (e *entry) today() bool { return e.Outcome != rejected && e.Urgency == protocol.SameDay.String() }

// paper reports whether there is a paper.
func (e *entry) paper() bool { return e.Outcome != rejected && e.Outcome != goOn }

func (e *entry) sheet() bool { return e.Outcome == string(handout.SheetKind) }

// escapeFormula puts an apostrophe where a spreadsheet would begin a formula: before = + - @ (full width
// too) at the start of a cell, space aside, and after anything that another country's spreadsheet
// takes for a separator. An apostrophe that stood there is doubled, so that unescapeFormula is exact.
func escapeFormula(s string) string {
	if !strings.ContainsAny(s, "=+-@＝＋－＠'") {
		return s
	}
	var b strings.Builder
	start := true
	for _, r := range s {
		switch {
		case strings.ContainsRune(",;|\"\t\r\n", r):
			start = true
		case r == ' ' || r == '\u00a0':
		case start && strings.ContainsRune("=+-@＝＋－＠'", r):
			b.WriteByte('\'')
			start = false
		default:
			start = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// unescapeFormula takes the apostrophes away again.
func unescapeFormula(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	var b strings.Builder
	start := true
	for _, r := range s {
		drop := false
		switch {
		case strings.ContainsRune(",;|\"\t\r\n", r):
			start = true
		case r == ' ' || r == '\u00a0':
		default:
			drop = start && r == '\''
			start = false
		}
		if !drop {
			b.WriteRune(r)
		}
	}
	return b.String()
}
