package batch

import (
	"iter"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// alarm is the urgency and the rules of a row that makes an emergency, however much else is
// missing or wrong: whoever must be rung now is told of even when their row is rejected. In doubt
// somebody is rung.
func (t *table) alarm(r *record, as protocol.Answers, faults []fault) (urgency string, rules []string) {
	for a := range t.meant(r, as, faults) {
		if urgency, rules = emergency(a); urgency != "" {
			if len(faults) > 0 {
				r.swallowed = max(r.swallowed, r.breaks) // so those breaks were none that somebody typed
			}
			return urgency, rules
		}
	}
	if len(faults) > 0 && r.swallowed > 0 && r.unread {
		return protocol.Emergency.String(), nil
	}
	return "", nil
}

// meant are the answers that a row may mean: as they were read, and with faults the gravest of each other reading.
func (t *table) meant(r *record, as protocol.Answers, faults []fault) iter.Seq[protocol.Answers] {
	return func(yield func(protocol.Answers) bool) {
		if !yield(as) || len(faults) == 0 {
			return
		}
		for try := range t.readings(r) {
			if !yield(try.Gravest()) {
				return
			}
		}
	}
}

func emergency(a protocol.Answers) (urgency string, rules []string) {
	if triage.Urgency(a) != protocol.Emergency {
		return "", nil
	}
	o, err := triage.Decide(a, a.Day())
	if err != nil {
		return "", nil
	}
	e := newEntry(0, "", o)
	return e.Urgency, e.Rules
}

// readings are the ways in which a rejected row may be meant. Where its columns are not in doubt that is
// one: as it stands. Else it is every line of it, with its quotes and without, under the header and
// under a second one above it, as if it had slid; and the whole as a text with questions in it.
func (t *table) readings(r *record) iter.Seq[triage.Maybe] {
	return func(yield func(triage.Maybe) bool) {
		if t.columns != nil && (!t.slid(t.columns, r.cells, r.doubt, yield) || !r.doubt) {
			return
		}
		if !yield(questions.Glean(t.protocol, slices.Concat(r.before, []byte("\n"), r.raw))) {
			return
		}
		headers := []again{{comma: r.comma, columns: t.columns}}
		if r.below != nil {
			headers = append(headers, *r.below)
		}
		lines := physical(r.raw)
		if len(r.before) > 0 && len(lines) > 0 { // a line break may stand within a row
			lines = append(lines, string(r.before)+lines[0], string(r.before)+string(rune(r.comma))+lines[0])
		}
		for _, line := range lines {
			for _, h := range headers {
				if !t.slid(h.columns, cut(line, h.comma, true), true, yield) || !t.slid(h.columns, cut(line, h.comma, false), true, yield) {
					return
				}
			}
		}
	}
}

// farthest is by how many columns a row may have slid without more or fewer cells to show it.
const farthest = 3

// slid reads cells as they stand, and in doubt as if each stood some columns further to the left or to
// the right. It reports whether to go on.
func (t *table) slid(columns []column, cells []string, doubt bool, yield func(triage.Maybe) bool) bool {
	n, m := len(cells), len(columns)
	here := triage.NewMaybe(t.protocol)
	hear(here, columns, cells, 0)
	if !yield(here) {
		return false
	}
	if !doubt {
		return true
	}
	shifts := []int{}
	add := func(around, wide int) {
		for d := around - wide; d <= around+wide; d++ {
			shifts = append(shifts, d)
		}
	}
	add(0, farthest)
	add(n-m, farthest)
	for k := 1; m > 2 && k*(m-1) < n; k++ { // another row on the line, its first cell joined to the last before or not
		add(k*m, k+1)
	}
	slices.Sort(shifts)
	for _, d := range slices.Compact(shifts) {
		m := triage.NewMaybe(t.protocol)
		read(m, columns, cells, d)
		if !yield(m) {
			return false
		}
	}
	part := triage.NewMaybe(t.protocol) // only a part of it slid
	hear(part, columns, cells, 0)
	hear(part, columns, cells, n-m)
	return yield(part)
}

// hear listens for each column at the cell some places behind it.
func hear(m triage.Maybe, columns []column, cells []string, behind int) {
	for c, cell := range pairs(columns, cells, behind) {
		if a := c.words[protocol.Plain(cell)]; a != 0 {
			m.Add(c.ask, a)
		} else {
			questions.Hear(m, c.ask, cell)
		}
	}
}

// read reads each column in the cell some places behind it.
func read(m triage.Maybe, columns []column, cells []string, behind int) {
	for c, cell := range pairs(columns, cells, behind) {
		a, _ := c.answer(cell)
		m.Add(c.ask, a)
	}
}

// pairs are the columns of questions, each with the cell some places behind it.
func pairs(columns []column, cells []string, behind int) iter.Seq2[*column, string] {
	return func(yield func(*column, string) bool) {
		for i := range columns {
			if at := i + behind; columns[i].ask != nil && at >= 0 && at < len(cells) && !yield(&columns[i], cells[at]) {
				return
			}
		}
	}
}

// physical are the lines of a row, which a quote may have made one.
func physical(raw []byte) []string {
	return strings.FieldsFunc(string(raw), func(r rune) bool { return r == '\r' || r == '\n' })
}

// cut cuts a line at every separator, or with quotes at those outside them.
func cut(line string, comma byte, quotes bool) (cells []string) {
	inside, start := false, 0
	for i := range len(line) + 1 {
		switch {
		case i == len(line) || line[i] == comma && !inside:
			cells = append(cells, strings.TrimSpace(strings.ReplaceAll(line[start:i], `"`, "")))
			start = i + 1
		case line[i] == '"':
			inside = quotes && !inside
		}
	}
	return cells
}
