package batch

import (
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"backcare/content"
	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
)

var loaded = sync.OnceValues(func() (*protocol.Protocol, error) {
	return protocol.Load(content.Files, "en", "es")
})

// testJob is a job on a table, into out.
func testJob(t testing.TB, table io.Reader, out string) Job {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return Job{
		In:      table,
		Author:  handout.Author{Protocol: p, Words: p.Words("en"), When: time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC), Tool: "test"},
		Langs:   []string{"en", "es"},
		Content: content.Files,
		Paper:   pdf.Paper{Size: "a4"},
		Out:     out, Format: PDF, Workers: 2, DateGiven: true,
		Talk: io.Discard,
	}
}

// people is a table of n people: the share of referrals is in percent. Answers and names differ
// from person to person but not from call to call.
func people(t testing.TB, n, referrals int) string {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, uint64(referrals)))
	var b strings.Builder
	b.WriteString("ref,name,born,site")
	for _, q := range p.Questions {
		b.WriteString("," + q.ID)
	}
	b.WriteByte('\n')
	base := p.Baseline()
	harmless := []string{"skin-trouble", "kneeling-trouble", "unsteady"}
	worrying := []string{"leg-pain", "fever", "saddle-numbness", "weight-loss", "foot-drop", "spine-surgery"}
	names := []string{"Ana García", "Jörg Müller", "Łukasz Nowak", "Mary O'Brien", "Zoë de Vries"}
	for i := range n {
		row := slices.Clone(base)
		set := func(id, option string) {
			q, _ := p.Question(id)
			row[q.Index], _ = q.Answer(option)
		}
		if r.IntN(3) == 0 {
			set(harmless[r.IntN(len(harmless))], protocol.Yes)
		}
		if r.IntN(100) < referrals {
			set(worrying[r.IntN(len(worrying))], []string{protocol.Yes, protocol.Unsure}[r.IntN(2)])
		}
		fmt.Fprintf(&b, "P-%05d,%s %d,19%02d-0%d-1%d,Site %d", i+1, names[r.IntN(len(names))], i, 80+r.IntN(19), 1+r.IntN(9), r.IntN(9), 1+r.IntN(4))
		for j, a := range row {
			b.WriteString("," + p.Questions[j].Option(a))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// mustRun runs a job that has to succeed.
func mustRun(t testing.TB, j Job) Summary {
	t.Helper()
	sum, err := Run(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// files are the contents of a folder by name.
func files(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(b)
	}
	return out
}

func isPDF(path string) bool {
	b, err := os.ReadFile(path)
	return err == nil && strings.HasPrefix(string(b), "%PDF")
}

// same fails unless two folders hold the same.
func same(t testing.TB, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if g, there := got[name]; !there {
			t.Errorf("%s is missing", name)
		} else if g != want[name] {
			t.Errorf("%s differs", name)
		}
	}
	for name := range got {
		if _, there := want[name]; !there {
			t.Errorf("%s is too many", name)
		}
	}
}

// row is a line of a table with the baseline answers, and some fields and answers over them.
func (h *sheetMaker) row(cells map[string]string) []string {
	out := make([]string, len(h.columns))
	for i, c := range h.columns {
		out[i] = h.base[c]
		if v, there := cells[c]; there {
			out[i] = v
		}
	}
	return out
}

// sheetMaker writes tables cell by cell.
type sheetMaker struct {
	columns []string
	base    map[string]string
}

func newSheetMaker(t testing.TB) *sheetMaker {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	h := &sheetMaker{columns: []string{"ref", "name", "born", "site", "lang"}, base: map[string]string{}} // personColumns of them
	for i, a := range p.Baseline() {
		h.columns = append(h.columns, p.Questions[i].ID)
		h.base[p.Questions[i].ID] = p.Questions[i].Option(a)
	}
	return h
}

// personColumns is how many columns of a sheetMaker are about the person.
const personColumns = 5

// first puts the columns of some questions before those of all others, so that a new question
// gives them no other letter.
func (h *sheetMaker) first(ids ...string) {
	rest := slices.DeleteFunc(slices.Clone(h.columns[personColumns:]), func(c string) bool { return slices.Contains(ids, c) })
	h.columns = slices.Concat(h.columns[:personColumns], ids, rest)
}

// csv is a table with a separator, a line end and the given rows.
func (h *sheetMaker) csv(comma, end string, rows ...map[string]string) string {
	var b strings.Builder
	b.WriteString(strings.Join(h.columns, comma) + end)
	for _, r := range rows {
		cells := h.row(r)
		for i, c := range cells {
			if strings.ContainsAny(c, "\"\r\n"+comma) {
				cells[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
		}
		b.WriteString(strings.Join(cells, comma) + end)
	}
	return b.String()
}
