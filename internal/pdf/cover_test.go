package pdf

import (
	"backcare/internal/pdf/draw"
	"fmt"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// choice is one value of one item that changes a sheet: an answer, or a step that was asked for.
type choice struct{ id, value string }

// factors are all things that change a sheet, each with its values, the calm one first.
func factors(p *protocol.Protocol) (list [][]choice) {
	for _, q := range p.Questions {
		switch q.Kind {
		case protocol.CautionIf, protocol.Precaution:
			list = append(list, []choice{{q.ID, protocol.No}, {q.ID, protocol.Yes}})
		case protocol.Course:
			if q.ID == "age" {
				list = append(list, []choice{{"age", "18-49"}, {"age", "50-69"}, {"age", "70-plus"}})
			}
		}
	}
	return append(list, []choice{{"helper", "alone"}, {"helper", "helper"}}, []choice{{"", ""}, {"", "psoas-release"}})
}

// routineOf decides for a row of choices; a row that refers is no routine.
func routineOf(t testing.TB, p *protocol.Protocol, row []choice) (triage.Outcome, bool) {
	var but, with []string
	for _, c := range row {
		switch {
		case c.id != "":
			but = append(but, c.id+"="+c.value)
		case c.value != "":
			with = append(with, c.value)
		}
	}
	o := decide(t, answers(t, p, but...), with...)
	_, ok := o.(triage.Routine)
	return o, ok
}

// pairwise are rows of choices in which every two values that can meet on a sheet do meet.
func pairwise(t testing.TB, p *protocol.Protocol) (rows [][]choice) {
	list := factors(p)
	met := map[[2]choice]bool{}
	note := func(row []choice) (fresh int) {
		for i := range row {
			for _, b := range row[:i] {
				if k := [2]choice{row[i], b}; !met[k] {
					met[k] = true
					fresh++
				}
			}
		}
		return fresh
	}
	calm := make([]choice, len(list))
	for i, f := range list {
		calm[i] = f[0]
	}
	grown := func(row []choice) []choice { // row with as much more as still makes a routine and meets what has not met
		for i, f := range list {
			best, most := row[i], -1
			for _, c := range f {
				row[i] = c
				n := 0
				for j, b := range row {
					if j < i && !met[[2]choice{c, b}] || j > i && !met[[2]choice{b, c}] {
						n++
					}
				}
				if _, ok := routineOf(t, p, row); ok && n > most {
					best, most = c, n
				}
			}
			row[i] = best
		}
		return row
	}
	rows = append(rows, append([]choice(nil), calm...))
	note(calm)
	for i, f := range list {
		for _, a := range f {
			for j := range i {
				for _, b := range list[j] {
					if met[[2]choice{a, b}] {
						continue
					}
					row := append([]choice(nil), calm...)
					row[i], row[j] = a, b
					if _, ok := routineOf(t, p, row); !ok {
						continue // these two never meet on a sheet
					}
					more := grown(append([]choice(nil), row...))
					if more[i] != a || more[j] != b {
						more = row
					}
					note(more)
					rows = append(rows, more)
				}
			}
		}
	}
	return rows
}

// everything is every value that makes the sheet longer, as far as they go together.
func everything(t testing.TB, p *protocol.Protocol, skip int) []choice {
	list := factors(p)
	row := make([]choice, len(list))
	for i, f := range list {
		row[i] = f[0]
	}
	for k := range list {
		i := (k + skip) % len(list)
		for _, c := range list[i] {
			before := row[i]
			row[i] = c
			if _, ok := routineOf(t, p, row); !ok {
				row[i] = before
			}
		}
	}
	return row
}

func TestEverySheetIsOneLeafOfReadableSteps(t *testing.T) {
	p := press(t)
	all := authors(t)
	rows := pairwise(t, all[0].Protocol)
	for skip := range 6 {
		row := everything(t, all[0].Protocol, 3*skip)
		rows = append(rows, row, row) // one of them for a clinic
	}
	t.Logf("%d rows", len(rows))
	tight := map[string]int{}
	for i, row := range rows {
		for _, d := range all {
			o, ok := routineOf(t, d.Protocol, row)
			if !ok {
				t.Fatalf("row %d refers", i)
			}
			if i%2 == 1 {
				d.Clinic = clinic()
			}
			doc := d.Document(o, longest())
			bothPapers(t, p, doc, func(name string, l *laidOut) {
				name = fmt.Sprintf("row %d, %s", i, name)
				if len(l.pages) != 2 {
					t.Errorf("%s: %d pages", name, len(l.pages))
				}
				if l.scale.Body < 12 || l.scale.Small < 10.5 {
					t.Errorf("%s: steps in %v pt, what one feels in %v", name, l.scale.Body, l.scale.Small)
				}
				if n := count(l, draw.Drawn); n != steps(doc) {
					t.Errorf("%s: %d figures, %d steps", name, n, steps(doc))
				}
				wellSet(t, name, l)
				tight[fmt.Sprintf("%s-%02d", name[len(name)-17:], l.fit.Rung)]++
			})
		}
	}
	t.Log(tight)
}

func count(l *laidOut, k draw.Kind) (n int) {
	for _, page := range l.pages {
		for _, th := range page {
			if th.Kind == k {
				n++
			}
		}
	}
	return n
}

func steps(doc handout.Document) (n int) {
	for _, b := range doc.Blocks {
		if _, ok := b.(handout.Step); ok {
			n++
		}
	}
	return n
}
