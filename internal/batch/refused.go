package batch

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// ringRefused says whom to ring from a table whose header is refused. Its columns are guessed from their
// headings; the guess is used for nothing else.
func (j *Job) ringRefused(t *table) {
	if t == nil || t.refused == nil {
		return
	}
	head := t.refused
	columns, person := j.guess(t, head)
	asked := func(c column) bool { return c.ask != nil }
	if len(columns) < 3 || !slices.ContainsFunc(columns, asked) {
		return
	}
	t.columns = columns
	t.cutter.know(t.columns)
	var sum Summary
	look := func(r *record) {
		who, answers, faults := t.read(r)
		if urgency, _ := t.alarm(r, answers, faults); urgency != "" {
			sum.Ring = append(sum.Ring, handout.Call{Row: r.row, Ref: who.Ref, Phone: who.Phone, Rejected: true, People: r.swallowed + 1})
		}
		sum.Last = r.row
	}
	if person {
		look(head)
	}
	var r record
	err := t.next(&r)
	for ; err == nil; err = t.next(&r) {
		if !r.empty() {
			look(&r)
		}
	}
	told := report{job: j, table: t}
	told.ring(&sum)
	if !errors.Is(err, io.EOF) {
		told.cut(&sum)
	}
}

// guess returns what the columns below a refused header may be, and whether the header row holds a person:
// behind the last heading, where a line break is missing, or because there is no header at all.
func (j *Job) guess(t *table, head *record) (columns []column, person bool) {
	p := t.protocol
	standard := columnNames(p)
	headings := head.cells
	known := slices.ContainsFunc(headings, func(s string) bool { _, ok := t.headed(s); return ok })
	if glued := t.gluedAt(head); glued >= 0 {
		last := ""
		for _, name := range standard {
			if strings.HasPrefix(headingOf(headings[glued]), name) && len(name) > len(last) {
				last = name
			}
		}
		headings, person = slices.Concat(headings[:glued], []string{last}), true
	} else if !known && len(headings) == len(standard) {
		headings, person = standard, true
	}
	g := guesser{protocol: p}
	for _, lang := range j.Langs {
		g.words = append(g.words, j.Author.Protocol.Words(lang))
	}
	columns = g.columns(headings)
	used, about := map[*protocol.Question]bool{}, map[string]bool{}
	for i, heading := range headings {
		c, ok := t.headed(heading)
		switch {
		case ok && !about[c.field]:
			columns[i] = c
		case ok || columns[i].ask == nil: // who somebody is, is not guessed
			columns[i] = column{name: ignored, skip: true}
		}
		used[columns[i].ask] = true
		about[columns[i].field] = columns[i].field != ""
	}
	for i, heading := range headings {
		if q, ok := likely(p, headingOf(heading)); ok && columns[i].ask == nil && !used[q] {
			columns[i] = column{name: q.ID, ask: q}
			used[q] = true
		}
	}
	return columns, person
}

// likely finds the question whose id a heading may misspell, or had in an earlier version.
func likely(p *protocol.Protocol, name string) (*protocol.Question, bool) {
	if now, renamed := p.Renamed(name); renamed {
		return now, true
	}
	return p.Question(nearestName(name, columnNames(p)[len(questions.PersonFields()):]))
}

// Emergency looks through a table that was given where one person's answers belong. It reports whether
// it is one, and the answers of the first row that is, or may be, an emergency.
func Emergency(ctx context.Context, p *protocol.Protocol, in io.Reader) (a protocol.Answers, table bool) {
	none := protocol.NoAnswers(p)
	t, err := openTable(ctx, p, nil, in)
	if err != nil || t.columns == nil {
		return none, false
	}
	var r record
	for t.next(&r) == nil {
		_, answers, faults := t.read(&r)
		for a := range t.meant(&r, answers, faults) {
			if triage.Urgency(a) == protocol.Emergency {
				return a, true
			}
		}
	}
	return none, true
}
