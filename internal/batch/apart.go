package batch

import (
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// apart reads a row that may be several as if quotes meant nothing: a line of it after the other,
// each cut at every separator. What comes out may be wrong, so it is good for one thing only: to see
// an emergency that the quote hides. No paper is ever made from it.
func (t *table) apart(r *record) []protocol.Answers {
	var out []protocol.Answers
	for _, line := range r.lines(t.lead) {
		values := make([]protocol.Answer, len(t.protocol.Questions))
		for i, cell := range line {
			if i < len(t.columns) && t.columns[i].ask != nil {
				q := t.columns[i].ask
				values[q.Index], _ = questions.Cell(q, strings.Trim(cell, `" `))
			}
		}
		if a, err := protocol.AnswersOf(t.protocol, values); err == nil {
			out = append(out, a)
		}
	}
	return out
}

// lines are the lines that a row would have been without its quotes, in cells. A cell of one line
// in which nothing is wrong stays whole, unless it may hide answers.
func (r *record) lines(lead int) [][]string {
	out := [][]string{nil}
	for i := range r.cells() {
		cell, comma := string(r.cell(i)), string(rune(r.comma))
		n := strings.Count(cell, comma)
		if !faulty(r.fault, i) && !strings.ContainsAny(cell, "\r\n") && (n == 0 || i+n < lead) {
			out[len(out)-1] = append(out[len(out)-1], cell)
			continue
		}
		for n, line := range strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(cell), "\n") {
			if n > 0 {
				out = append(out, nil)
			}
			out[len(out)-1] = append(out[len(out)-1], strings.Split(line, comma)...)
		}
	}
	return out
}

// alarm is the urgency and the rules of a row that makes an emergency, however much else is
// missing or wrong: whoever must be rung now is told of even when their row is rejected. Rows that
// run together and are too long to be read count as one.
func (t *table) alarm(r *record, as protocol.Answers) (urgency string, rules []string) {
	if urgency, rules = emergency(as); urgency != "" || !r.stray && r.breaks == 0 {
		return urgency, rules
	}
	for _, a := range t.apart(r) {
		if urgency, rules = emergency(a); urgency != "" {
			r.swallowed = max(r.swallowed, r.breaks) // so those breaks were none that somebody typed
			return urgency, rules
		}
	}
	if r.swallowed > 0 && r.unread {
		return protocol.Emergency.String(), nil
	}
	return "", nil
}

func emergency(a protocol.Answers) (urgency string, rules []string) {
	if triage.Urgency(a) != protocol.Emergency {
		return "", nil
	}
	o, err := triage.Decide(a)
	if err != nil {
		return "", nil
	}
	_, urgency, rules = urgencyOf(o)
	return urgency, rules
}
