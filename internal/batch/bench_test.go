//go:build unix

package batch

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// BenchmarkBatch measures a whole batch against the floor: writing the same bytes through the same
// atomic path with as many workers, and nothing else. It reports papers a second, how many times the
// floor the batch takes, and the processor time a paper takes, writing included; each from the best
// of all rounds: what else the machine does only ever makes a round slower.
//
//	go test ./internal/batch -run '^$' -bench Batch -benchtime 3x
func BenchmarkBatch(b *testing.B) {
	for _, kind := range []struct {
		name  string
		table func(testing.TB) string
	}{
		{"same", func(t testing.TB) string { return populace(t, 10_000, nil, latinNames()) }},
		{"varied", func(t testing.TB) string { return populace(t, 5_000, anyone, latinNames()) }},
		{"varied-sheets", func(t testing.TB) string { return populace(t, 5_000, routineOnly, latinNames()) }},
		{"notes", func(t testing.TB) string { return populace(t, 5_000, referralOnly, latinNames()) }},
		{"names-latin", func(t testing.TB) string { return populace(t, 400, nil, latinNames()) }},
		{"names-vietnamese", func(t testing.TB) string { return populace(t, 400, nil, vietnameseNames()) }},
		{"names-mixed", func(t testing.TB) string { return populace(t, 400, nil, mixedNames()) }},
	} {
		b.Run(kind.name, func(b *testing.B) {
			table := kind.table(b)
			rows := strings.Count(table, "\n") - 1
			batch, floor, spent := time.Hour, time.Hour, time.Hour
			size := 0.0
			for b.Loop() {
				dir := filepath.Join(b.TempDir(), "out")
				job := testJob(b, strings.NewReader(table), dir)
				begun, before := time.Now(), processor(b)
				undo := job.SaveCollecting()
				sum := mustRun(b, job)
				undo()
				batch, spent = min(batch, time.Since(begun)), min(spent, processor(b)-before)
				if sum.Written() != rows {
					b.Fatalf("%d papers of %d", sum.Written(), rows)
				}
				took, bytes := rewrite(b, dir, job.Workers)
				floor, size = min(floor, took), float64(bytes)/float64(rows)
				os.RemoveAll(dir)
			}
			n := float64(rows)
			b.ReportMetric(n/batch.Seconds(), "papers/s")
			b.ReportMetric(batch.Seconds()/floor.Seconds(), "×floor")
			b.ReportMetric(spent.Seconds()*1000/n, "cpu-ms/paper")
			b.ReportMetric(size/1000, "kB/paper")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// Whom a table is made of.
func anyone(triage.Outcome) bool        { return true }
func routineOnly(o triage.Outcome) bool { _, ok := o.(triage.Routine); return ok }
func referralOnly(o triage.Outcome) bool {
	_, ok := o.(triage.Referral)
	return ok
}

// shares are the shares of answers in life, roughly.
type shares struct {
	Unsure float64                       `json:"unsure"` // of the worrying answers
	Yes    map[string]float64            `json:"yes"`
	Choice map[string]map[string]float64 `json:"choice"`
}

// populace is a table of n people of one kind, with answers drawn as they come in life, or with the
// baseline answers if kind is nil. It is the same at each call.
func populace(t testing.TB, n int, kind func(triage.Outcome) bool, names []string) string {
	t.Helper()
	var s shares
	data, err := os.ReadFile(filepath.Join("testdata", "prevalence.json"))
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	p, err2 := loaded()
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	r := rand.New(rand.NewPCG(7, 11))
	var b strings.Builder
	b.WriteString("ref,name,born,site")
	for _, q := range p.Questions {
		b.WriteString("," + q.ID)
	}
	b.WriteByte('\n')
	for i := range n {
		row := slices.Clone(p.Baseline())
		age := 40
		for kind != nil {
			row, age = s.draw(p, r)
			a, err := protocol.AnswersOf(p, row)
			if err != nil {
				t.Fatal(err)
			}
			o, err := triage.Decide(a, time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			born := questions.Person{Born: fmt.Sprintf("%d-01-10", 2026-age)}
			if kind(o) && questions.Plausible(a, born, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)) == nil {
				break
			}
		}
		fmt.Fprintf(&b, "P-%05d,%s,%d-0%d-1%d,Site %d", i+1, names[r.IntN(len(names))], 2026-age, 1+r.IntN(9), r.IntN(9), 1+r.IntN(4))
		for j, a := range row {
			b.WriteString("," + p.Questions[j].Option(a))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// draw draws one person's answers, and an age in years that goes with them.
func (s *shares) draw(p *protocol.Protocol, r *rand.Rand) (row []protocol.Answer, age int) {
	row, age = slices.Clone(p.Baseline()), 40
	for i := range p.Questions {
		q := &p.Questions[i]
		option := ""
		if of := s.Choice[q.ID]; of != nil {
			at := r.Float64()
			for _, o := range slices.Sorted(maps.Keys(of)) {
				if option = o; at < of[o] {
					break
				}
				at -= of[o]
			}
		} else if r.Float64() < s.Yes[q.ID] {
			option = q.Worrying
			if r.Float64() < s.Unsure {
				option = protocol.Unsure
			}
		}
		if q.ID == "age" {
			age = map[string]int{"16-17": 17, "18-49": 35, "50-69": 60, "70-plus": 78}[option]
		}
		if a, err := q.Answer(option); err == nil {
			row[i] = a
		}
	}
	return row, age
}

func latinNames() []string {
	return []string{"Anna Smith", "Mary O'Brien", "John Carter", "Peter Brown", "Ruth Hall", "Ana García", "Zoë de Vries", "Jörg Müller"}
}

func vietnameseNames() (out []string) {
	return combined([]string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"},
		[]string{"Thị Hằng", "Văn Tuấn", "Minh Đức", "Ngọc Ánh", "Thùy Dương", "Quốc Bảo", "Thanh Hương", "Hữu Phước", "Kim Liên", "Xuân Trường", "Bích Thủy", "Mỹ Lệ"})
}

func mixedNames() []string {
	return slices.Concat(latinNames(), vietnameseNames()[:20],
		combined([]string{"Łukasz", "Żaneta", "Ștefan", "Dvořák"}, []string{"Źróbek", "Ćwik", "Țepeș"}),
		combined([]string{"Іван", "Олена", "Ґвідо"}, []string{"Ковальчук", "Їжак", "Щербак"}),
		combined([]string{"Ελένη", "Γιώργος"}, []string{"Παπαδοπούλου", "Ξένος"}),
		combined([]string{"Олена", "Ελένη"}, []string{"Nguyễn", "Łoś"}))
}

func combined(a, b []string) (out []string) {
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+" "+y)
		}
	}
	return out
}

// processor is what this process has had of all cores, the system's work for it included.
func processor(b *testing.B) time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		b.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// rewrite writes all files of a folder into another and says how long that took, reading aside, and
// how many bytes they have.
func rewrite(b *testing.B, from string, workers int) (took time.Duration, size int) {
	names, err := os.ReadDir(from)
	if err != nil {
		b.Fatal(err)
	}
	dir := filepath.Join(b.TempDir(), "floor")
	f, err := claim(dir, false)
	if err != nil {
		b.Fatal(err)
	}
	defer os.RemoveAll(dir)
	defer f.close()
	const chunk = 1000
	for len(names) > 0 {
		part := names[:min(chunk, len(names))]
		names = names[len(part):]
		data := make([][]byte, len(part))
		for i, n := range part {
			if data[i], err = os.ReadFile(filepath.Join(from, n.Name())); err != nil {
				b.Fatal(err)
			}
			if strings.HasSuffix(n.Name(), ".pdf") {
				size += len(data[i])
			}
		}
		begun := time.Now()
		var pool sync.WaitGroup
		for w := range workers {
			pool.Go(func() {
				for i := w; i < len(part); i += workers {
					t := &rowJob{record: record{row: i}}
					err := f.put(t, data[i])
					if err == nil {
						err = t.file.Commit(part[i].Name(), true)
					}
					if err != nil {
						b.Error(err)
					}
				}
			})
		}
		pool.Wait()
		took += time.Since(begun)
	}
	begun := time.Now()
	if err := syncfs(f.handle); err != nil {
		b.Fatal(err)
	}
	return took + time.Since(begun), size
}

// BenchmarkDocument is what the words of a sheet take, without any paper.
func BenchmarkDocument(b *testing.B) {
	job := testJob(b, nil, "")
	a, err := protocol.AnswersOf(job.Author.Protocol, job.Author.Protocol.Baseline())
	if err != nil {
		b.Fatal(err)
	}
	o, err := triage.Decide(a, time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	var doc handout.Document
	for b.Loop() {
		doc = job.Author.Document(o, questions.Person{Name: "Anna Smith"})
	}
	if len(doc.Blocks) == 0 {
		b.Fatal("nothing")
	}
}
