package batch

import (
	"time"

	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// TestPlatesStayLight prints many routines for names in several alphabets with room for a few
// plates, by several workers, and holds each paper to that of a bench with room for all.
func TestPlatesStayLight(t *testing.T) {
	j := testJob(t, nil, "")
	p := j.Desk.Protocol
	var routines []triage.Outcome
	for i := range 12 {
		values := slices.Clone(p.Baseline())
		for k, id := range []string{"kneeling-trouble", "skin-trouble", "unsteady", "fluid-limit"} {
			if i>>k&1 == 1 {
				q, _ := p.Question(id)
				values[q.Index], _ = q.Answer(protocol.Yes)
			}
		}
		a, err := protocol.AnswersOf(p, values)
		if err != nil {
			t.Fatal(err)
		}
		o, err := triage.Decide(a, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		routines = append(routines, o)
	}
	names := []string{"Ana", "Łukasz", "Nguyễn", "Іван", "Ελένη"}
	print := func(b *bench) (papers [][]byte) {
		papers = make([][]byte, 3*len(routines)*len(names))
		var crew sync.WaitGroup
		for w := range 3 {
			crew.Go(func() {
				for i := w; i < len(papers); i += 3 {
					data, _, err := b.print(routines[i%len(routines)], questions.Person{Name: names[i/len(routines)%len(names)]})
					if err != nil {
						t.Error(err)
					}
					papers[i] = data
				}
			})
		}
		crew.Wait()
		return papers
	}
	roomy, narrow := newPlates(1<<40), newPlates(600<<10)
	want := print(newBench(j.Desk, PDF, j.Paper, roomy))
	for i, got := range print(newBench(j.Desk, PDF, j.Paper, narrow)) {
		if !bytes.Equal(got, want[i]) {
			t.Fatalf("paper %d differs when plates are given up", i)
		}
	}
	for name, of := range map[string]*plates{"roomy": roomy, "narrow": narrow} {
		total := 0
		for _, one := range of.made {
			total += one.bytes
			if one.bytes != one.Size() || one.Size() < 60<<10 {
				t.Errorf("%s: a plate of %d bytes weighs %d", name, one.Size(), one.bytes)
			}
		}
		if of.bytes != total || of.bytes > of.most || len(of.order) != len(of.made) {
			t.Errorf("%s: %d bytes of %d, %d of %d plates", name, of.bytes, total, len(of.order), len(of.made))
		}
	}
	if len(roomy.made) != 12 || len(narrow.made) >= 8 {
		t.Errorf("%d and %d plates", len(roomy.made), len(narrow.made))
	}
}

// wild is a table of n people with routines and languages as different as can be.
func wild(t testing.TB, n int, langs []string) string {
	h := newSheetMaker(t)
	var rows []map[string]string
	for i := range n {
		row := map[string]string{"ref": fmt.Sprintf("P-%05d", i), "lang": langs[i%len(langs)], "name": []string{"Ana García", "Łukasz Żak", "Nguyễn Đặng", "Київ Іван"}[i/3%4]}
		for k, id := range strings.Fields("blood-thinner pregnant cannot-lie-front kneeling-trouble head-down-trouble belly-condition skin-trouble fluid-limit unsteady weak-bones disc-herniation always-cracking") {
			row[id] = []string{protocol.No, protocol.Yes}[(i*2654435761>>k)&1]
		}
		row["age"] = []string{"18-49", "50-69", "70-plus"}[i%3]
		rows = append(rows, row)
	}
	return h.csv(",", "\n", rows...)
}
