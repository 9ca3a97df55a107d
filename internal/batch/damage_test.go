package batch

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"backcare/internal/protocol"
)

// sufferer is a person of the damage tests: where their line lies in the table, their answers, and
// whether those are an emergency.
type sufferer struct {
	cells     map[string]string
	emergency bool
	from, to  int // bytes, without the line break
	answers   string
}

// patients are people who differ, more than half of them emergencies of all kinds, some by two answers together.
func patients(n int) []sufferer {
	r := rand.New(rand.NewPCG(7, 7))
	names := []string{"Smith, Bob", "Carl", "Ana", "O'Brien, \"Mo\"", "", "Łukasz Nowak"}
	worries := []map[string]string{
		{"aneurysm": "yes"}, {"leg-weakness-worse": "unsure"}, {"chest-pain": "yes"}, {"cancer-history": "yes", "foot-drop": "yes"},
		{"fever": "unsure", "infection-risk": "yes"}, {"saddle-numbness": "yes", "kneeling-trouble": "yes"}, {"belly-pain": "yes", "age": "50-69"},
	}
	out := make([]sufferer, n)
	for i := range out {
		out[i] = sufferer{cells: map[string]string{"ref": fmt.Sprintf("P-%d", i+1), "name": names[r.IntN(len(names))]}}
		if r.IntN(5) < 3 {
			out[i].emergency = true
			for k, v := range worries[r.IntN(len(worries))] {
				out[i].cells[k] = v
			}
		}
	}
	return out
}

// ward is a table of patients and what came of damaging it.
type ward struct {
	protocol          *protocol.Protocol
	table             string
	patients          []sufferer
	head              int // bytes of the header
	told, lost        int // emergencies
	unseen            int // of these, because nothing says any more what the columns are
	calm, toldForNone int
}

func newWard(t *testing.T, p *protocol.Protocol, table string, patients []sufferer) *ward {
	t.Helper()
	w := &ward{protocol: p, table: table, patients: patients}
	if !strings.HasPrefix(table, "{") {
		w.head = strings.Index(table, "\n") + 1
	}
	tab, err := openTable(t.Context(), p, nil, strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	var r record
	at := w.head
	for i := range patients {
		if err := tab.next(&r); err != nil {
			t.Fatal(err)
		}
		_, answers, faults := tab.read(&r)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		one := &w.patients[i]
		one.from, one.to, one.answers = at, int(r.end)-1, fmt.Sprint(answers.Values())
		at = int(r.end)
	}
	return w
}

// unheaded reports a damage by which rows of CSV may lose their header: a line break within it, or a first byte that
// makes the table look like JSON or opens a quote. Such a table gives no paper and says so, but whom to ring
// cannot be read from it.
func (w *ward) unheaded(at int, text string) bool {
	return at < w.head && strings.ContainsAny(text, "\r\n") || at == 0 && w.head > 0 && text != "" && strings.Contains("\"[{", text)
}

// first is how many bytes the first line has: the header, or an object.
func (w *ward) first() int { return strings.Index(w.table, "\n") + 1 }

// damage puts text in the place of some bytes, and holds what comes out to the promises: whoever has an
// emergency is rung, by a row that holds some of their line at least, even when the header is refused, unless
// the rows lost it; and nobody gets a paper with another's answers.
func (w *ward) damage(t *testing.T, at, bytes int, text string) {
	t.Helper()
	bad := w.table[:at] + text + w.table[at+bytes:]
	moved := func(place int) int { // by the damage
		if place > at {
			return max(place+len(text)-bytes, at)
		}
		return place
	}
	tab, err := openTable(t.Context(), w.protocol, nil, strings.NewReader(bad))
	refused, person, readable := kindOf(err) == Refused, false, tab != nil
	if err != nil && !refused {
		t.Fatal(err)
	}
	if refused && tab != nil {
		person, readable = tab.guess([]string{protocol.Original})
	}
	rung := make([]bool, len(w.patients))
	last := int64(0)
	look := func(r *record) bool {
		_, answers, faults := tab.read(r)
		urgency, _ := tab.alarm(r, answers, faults)
		most, whose := 0, 0
		for i, one := range w.patients {
			shared := min(int(r.end), moved(one.to)) - max(int(last), moved(one.from))
			if shared > most {
				most, whose = shared, i
			}
			rung[i] = rung[i] || shared > 0 && urgency != ""
		}
		last = r.end
		if !refused && len(faults) == 0 && fmt.Sprint(answers.Values()) != w.patients[whose].answers {
			t.Errorf("%q for %q at byte %d of %q: %s passes", text, w.table[at:at+bytes], at-w.patients[whose].from, w.line(whose), r.raw)
		}
		return true
	}
	if readable {
		if err := tab.each(person, look); err != nil {
			t.Fatal(err)
		}
	}
	for i, one := range w.patients {
		switch {
		case one.emergency && !rung[i] && w.unheaded(at, text):
			w.unseen++
			w.told++
		case one.emergency && !rung[i]:
			w.lost++
			t.Errorf("%q for %q at byte %d of %q: not rung", text, w.table[at:at+bytes], at-one.from, w.line(i))
			fallthrough
		case one.emergency:
			w.told++
		case rung[i]:
			w.toldForNone++
			fallthrough
		default:
			w.calm++
		}
	}
}

func (w *ward) line(i int) string { return w.table[w.patients[i].from:w.patients[i].to] }

func (w *ward) log(t *testing.T) {
	t.Helper()
	t.Logf("%d emergencies, %d lost, %d not to be seen; of %d calm people %d are to be rung", w.told, w.lost, w.unseen, w.calm, w.toldForNone)
}

// wards are the patients as CSV, with two separators, and as NDJSON.
func wards(t *testing.T, n int) map[string]*ward {
	t.Helper()
	h := newSheetMaker(t)
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*ward{}
	for name, comma := range map[string]string{"comma": ",", "semicolon": ";"} {
		people := patients(n)
		var rows []map[string]string
		for _, one := range people {
			rows = append(rows, one.cells)
		}
		out[name] = newWard(t, p, h.csv(comma, "\n", rows...), people)
	}
	people := patients(n)
	var lines strings.Builder
	for _, one := range people {
		lines.WriteString(ndjson(p, one.cells) + "\n")
	}
	out["ndjson"] = newWard(t, p, lines.String(), people)
	return out
}

// TestNoStrayQuoteHidesAnEmergency puts one quote at every other place of two tables of people.
func TestNoStrayQuoteHidesAnEmergency(t *testing.T) {
	for name, w := range wards(t, 9) {
		if name == "ndjson" {
			continue
		}
		for at := w.head + len(name)%2; at < len(w.table) && !t.Failed(); at += 2 { // one table the even places, one the odd
			w.damage(t, at, 0, `"`)
		}
		w.log(t)
	}
}

// TestNoDamagedByteHidesAnEmergency takes out, puts in or changes a byte, to any and to those that mean
// something, at seeded places of tables of people.
func TestNoDamagedByteHidesAnEmergency(t *testing.T) {
	for name, w := range wards(t, 7) {
		r := rand.New(rand.NewPCG(3, uint64(len(name))))
		for n := 0; n < 500 && !t.Failed(); n++ {
			w.anyDamage(t, r, w.head, len(w.table), n)
		}
		t.Log(name)
		w.log(t)
	}
}

// anyDamage takes out, puts in or changes a byte between two places.
func (w *ward) anyDamage(t *testing.T, r *rand.Rand, from, to, n int) {
	t.Helper()
	at := from + r.IntN(to-from)
	text := string([]byte{byte(r.IntN(256))})
	if n%2 == 0 {
		text = string(",;\"\n\r\t x'{}:"[r.IntN(12)])
	}
	switch r.IntN(4) {
	case 0:
		w.damage(t, at, 1, "")
	case 1:
		w.damage(t, at, 0, text)
	default:
		w.damage(t, at, 1, text)
	}
}

// TestNoDamagedHeaderHidesAnEmergency damages the first line, by which the table may be refused as a whole. The bytes
// at its ends are damaged in each way that means something.
func TestNoDamagedHeaderHidesAnEmergency(t *testing.T) {
	for name, w := range wards(t, 5) {
		r := rand.New(rand.NewPCG(5, uint64(len(name))))
		for n := 0; n < 40 && !t.Failed(); n++ {
			w.anyDamage(t, r, 0, w.first(), n)
		}
		for _, at := range []int{0, w.first() - 1} {
			w.damage(t, at, 1, "")
			for _, text := range strings.Split(",;\"\n{[", "") {
				w.damage(t, at, 0, text)
			}
		}
		t.Log(name)
		w.log(t)
		if w.unseen > w.told/5 {
			t.Errorf("%s: %d of %d emergencies cannot be seen", name, w.unseen, w.told)
		}
	}
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
