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

// ringRefused says whom to ring from a table that is refused for its header, or as JSON of another kind. The
// columns are guessed from their headings; the guess is used for nothing else.
func (j *Job) ringRefused(t *table) {
	if t == nil {
		return
	}
	person, ok := t.guess(j.Langs)
	if !ok {
		return
	}
	var sum Summary
	err := t.each(person, func(r *record) bool {
		who, answers, faults := t.read(r)
		if urgency, _ := t.alarm(r, answers, faults); urgency != "" {
			sum.Ring = append(sum.Ring, handout.Call{Row: r.row, Ref: who.Ref, Phone: who.Phone, Rejected: true, People: r.swallowed + 1})
		}
		sum.Last = r.row
		return true
	})
	told := report{job: j, table: t}
	told.ring(&sum)
	if err != nil {
		told.cut(&sum)
	}
}

// each passes every row that is not empty to look, until that returns false: the refused header too, where a
// person stands in it. The error is that of the input.
func (t *table) each(person bool, look func(*record) bool) error {
	if person && !look(t.refused) {
		return nil
	}
	for r := new(record); ; {
		switch err := t.next(r); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case !r.empty() && !look(r):
			return nil
		}
	}
}

// guess gives a table whose header is refused the columns that it may have, by the words of some loaded languages.
// It reports whether the header row holds a person, behind the last heading, where a line break is missing, or
// because there is no header at all; and whether there are columns to go by, or lines of JSON that need none.
func (t *table) guess(langs []string) (person, ok bool) {
	if t.refused == nil {
		return false, t.lines()
	}
	p, head := t.protocol, t.refused
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
	for _, lang := range langs {
		g.words = append(g.words, p.Words(lang))
	}
	columns := g.columns(headings)
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
	if len(columns) < 3 || !slices.ContainsFunc(columns, func(c column) bool { return c.ask != nil }) {
		return false, false
	}
	t.columns = columns
	t.cutter.know(columns)
	return person, true
}

// likely finds the question whose id a heading may misspell, or had in an earlier version.
func likely(p *protocol.Protocol, name string) (*protocol.Question, bool) {
	if now, renamed := p.Renamed(name); renamed {
		return now, true
	}
	return p.Question(nearestName(name, columnNames(p)[len(questions.PersonFields()):]))
}

// Emergency looks through a table that was given where one person's answers belong. It reports whether
// it is one, and the answers of the first row that is, or may be, an emergency. The columns below a header that
// is refused are guessed, by the words of some loaded languages; then it is a table if two of its headings are known.
func Emergency(ctx context.Context, p *protocol.Protocol, langs []string, in io.Reader) (a protocol.Answers, table bool) {
	a = protocol.NoAnswers(p)
	t, err := openTable(ctx, p, nil, in)
	if t == nil {
		return a, false
	}
	person := false
	if table = err == nil; !table {
		var ok bool
		if person, ok = t.guess(langs); !ok || t.columns == nil {
			return a, false
		}
		known := 0
		for _, heading := range t.refused.cells {
			if _, ok := t.headed(heading); ok {
				known++
			}
		}
		table = person || known > 1
	}
	if t.columns == nil {
		return a, false
	}
	t.each(person, func(r *record) bool {
		_, answers, faults := t.read(r)
		for meant := range t.meant(r, answers, faults) {
			if triage.Urgency(meant) == protocol.Emergency {
				a = meant
				return false
			}
		}
		return true
	})
	return a, table
}
