//go:build unix

package batch

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// benchRows is the table of BenchmarkBatch.
const benchRows = 10000

// BenchmarkBatch measures a whole batch against the floor: writing the same bytes through the same
// atomic path with as many workers, and nothing else. It reports papers a second, the floor's, and
// how many times the floor the batch takes, and the processor time a paper takes, writing included;
// each from the best of all rounds: what else the machine does only ever makes a round slower.
//
//	go test ./internal/batch -run '^$' -bench Batch -benchtime 5x
func BenchmarkBatch(b *testing.B) {
	for _, kind := range []struct {
		name      string
		referrals int
	}{{"sheets", 0}, {"mixed", 30}} {
		b.Run(kind.name, func(b *testing.B) {
			table := people(b, benchRows, kind.referrals)
			batch, floor, spent := time.Hour, time.Hour, time.Hour
			for b.Loop() {
				dir := filepath.Join(b.TempDir(), "out")
				job := testJob(b, strings.NewReader(table), dir)
				begun, before := time.Now(), processor(b)
				sum := mustRun(b, job)
				batch, spent = min(batch, time.Since(begun)), min(spent, processor(b)-before)
				if sum.Written() != benchRows {
					b.Fatalf("%+v", sum)
				}
				floor = min(floor, rewrite(b, dir, job.Workers))
			}
			b.ReportMetric(benchRows/batch.Seconds(), "papers/s")
			b.ReportMetric(benchRows/floor.Seconds(), "floor-papers/s")
			b.ReportMetric(batch.Seconds()/floor.Seconds(), "×floor")
			b.ReportMetric(spent.Seconds()*1000/benchRows, "cpu-ms/paper")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// processor is what this process has had of all cores, the system's work for it included.
func processor(b *testing.B) time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		b.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// rewrite writes all files of a folder into another and says how long that took, reading aside.
func rewrite(b *testing.B, from string, workers int) time.Duration {
	names, err := os.ReadDir(from)
	if err != nil {
		b.Fatal(err)
	}
	dir := filepath.Join(b.TempDir(), "floor")
	f, err := claim(dir, false)
	if err != nil {
		b.Fatal(err)
	}
	defer f.close()
	var took time.Duration
	const chunk = 1000
	for len(names) > 0 {
		part := names[:min(chunk, len(names))]
		names = names[len(part):]
		data := make([][]byte, len(part))
		for i, n := range part {
			if data[i], err = os.ReadFile(filepath.Join(from, n.Name())); err != nil {
				b.Fatal(err)
			}
		}
		begun := time.Now()
		var crew sync.WaitGroup
		for w := range workers {
			crew.Go(func() {
				for i := w; i < len(part); i += workers {
					if err := f.put(w, part[i].Name(), data[i]); err != nil {
						b.Error(err)
					}
				}
			})
		}
		crew.Wait()
		took += time.Since(begun)
	}
	begun := time.Now()
	if err := settle(f.handle); err != nil {
		b.Fatal(err)
	}
	return took + time.Since(begun)
}
