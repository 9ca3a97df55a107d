package batch

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"backcare/internal/protocol"
)

// damaged reads a table that was damaged at one place, and reports which of its lines are told of as
// an emergency, by the byte at which each begins. It fails if any row that passes is not one of right.
func damaged(t *testing.T, p *protocol.Protocol, table string, right map[string]bool) (told func(from, to int) bool) {
	t.Helper()
	tab, err := openTable(t.Context(), p, strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	type span struct{ from, to int64 }
	var rung []span
	var r record
	last := int64(strings.Index(table, "\n") + 1)
	if tab.columns == nil {
		last = 0
	}
	for tab.next(&r) == nil {
		_, answers, faults := tab.read(&r)
		if urgency, _ := tab.alarm(&r, answers, faults); urgency != "" {
			rung = append(rung, span{last, r.end})
		}
		if len(faults) == 0 && !right[fmt.Sprint(answers.Values())] {
			t.Errorf("row %d passes with answers that nobody gave: %s", r.row, r.raw)
		}
		last = r.end
	}
	return func(from, to int) bool {
		for _, s := range rung {
			if s.from <= int64(from) && int64(to) <= s.to {
				return true
			}
		}
		return false
	}
}

// patientRow is a person of the damage tests: their answers, and whether those are an emergency.
type patientRow struct {
	cells     map[string]string
	emergency bool
}

// emergencies are people who differ, more than half of them emergencies of all kinds, some by two answers together.
func emergencies(n int) []patientRow {
	r := rand.New(rand.NewPCG(7, 7))
	names := []string{"Smith, Bob", "Carl", "Ana", "O'Brien, \"Mo\"", "", "Łukasz Nowak"}
	worries := []map[string]string{
		{"aneurysm": "yes"}, {"leg-weakness-worse": "unsure"}, {"chest-pain": "yes"}, {"cancer-history": "yes", "foot-drop": "yes"},
		{"fever": "unsure", "infection-risk": "yes"}, {"saddle-numbness": "yes", "kneeling-trouble": "yes"}, {"belly-pain": "yes", "age": "50-69"},
	}
	out := make([]patientRow, n)
	for i := range out {
		out[i] = patientRow{cells: map[string]string{"ref": fmt.Sprintf("P-%d", i+1), "name": names[r.IntN(len(names))]}}
		if r.IntN(5) < 3 {
			out[i].emergency = true
			for k, v := range worries[r.IntN(len(worries))] {
				out[i].cells[k] = v
			}
		}
	}
	return out
}

// TestNoStrayQuoteHidesAnEmergency puts one quote at every place of tables of people, the last line's name and all.
func TestNoStrayQuoteHidesAnEmergency(t *testing.T) {
	h := newSheetMaker(t)
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	all, lost, calm, needless := 0, 0, 0, 0
	for _, comma := range []string{",", ";"} {
		people := emergencies(9)
		var rows []map[string]string
		for _, s := range people {
			rows = append(rows, s.cells)
		}
		table := h.csv(comma, "\n", rows...)
		right := map[string]bool{}
		tab, err := openTable(t.Context(), p, strings.NewReader(table))
		if err != nil {
			t.Fatal(err)
		}
		var r record
		for tab.next(&r) == nil {
			_, answers, _ := tab.read(&r)
			right[fmt.Sprint(answers.Values())] = true
		}
		var lines []int // where each begins
		for i, at := 0, strings.Index(table, "\n")+1; i < len(people); i++ {
			lines = append(lines, at)
			at += strings.Index(table[at:], "\n") + 1
		}
		lines = append(lines, len(table))
		for at := lines[0]; at < len(table); at++ {
			told := damaged(t, p, table[:at]+`"`+table[at:], right)
			for i, s := range people {
				from, to := lines[i], lines[i+1]-1
				if from > at {
					from++
				}
				if to > at {
					to++
				}
				switch rung := told(from, to); {
				case s.emergency:
					all++
					if !rung {
						lost++
						t.Errorf("with a quote at byte %d of %q person %d is not told of", at-lines[i], table[lines[i]:lines[i+1]], i+1)
					}
				case rung:
					needless++
					fallthrough
				default:
					calm++
				}
			}
			if t.Failed() {
				return
			}
		}
	}
	t.Logf("%d emergencies, %d lost; of %d calm people %d are to be rung", all, lost, calm, needless)
}

// TestNoDamagedByteOfNDJSONHidesAnEmergency damages one byte in lines of NDJSON, at seeded places.
func TestNoDamagedByteOfNDJSONHidesAnEmergency(t *testing.T) {
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 9))
	all, lost := 0, 0
	crowd := emergencies(40)
	for all < 2000 {
		s := crowd[r.IntN(len(crowd))]
		if !s.emergency {
			continue
		}
		line := []byte(ndjson(p, s.cells))
		at := r.IntN(len(line))
		was := line[at]
		for line[at] == was || line[at] == '\n' || line[at] == '\r' {
			line[at] = byte(r.IntN(256))
		}
		tab, err := openTable(t.Context(), p, strings.NewReader("{}\n"+string(line)+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		var rec record
		told := false
		for tab.next(&rec) == nil {
			_, answers, faults := tab.read(&rec)
			urgency, _ := tab.alarm(&rec, answers, faults)
			told = told || urgency != ""
		}
		if all++; !told {
			lost++
			t.Errorf("%s", around(line, at))
		}
	}
	t.Logf("%d emergencies, %d lost", all, lost)
}

// ndjson is a person as a line of NDJSON.
func ndjson(p *protocol.Protocol, cells map[string]string) string {
	var answers []string
	for i, a := range p.Baseline() {
		q := &p.Questions[i]
		option := q.Option(a)
		if given := cells[q.ID]; given != "" {
			option = given
		}
		answers = append(answers, fmt.Sprintf("%q: %q", q.ID, option))
	}
	return fmt.Sprintf("{%q: %q, %q: %q, %q: {%s}}", "ref", cells["ref"], "name", cells["name"], "answers", strings.Join(answers, ", "))
}

func around(line []byte, at int) string {
	return fmt.Sprintf("%q", line[max(0, at-30):min(len(line), at+30)])
}
