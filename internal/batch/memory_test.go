//go:build unix

package batch

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

var peak = regexp.MustCompile(`peak memory (\d+) kB`)

// BenchmarkMemory measures the peak memory of a whole process for 10,000 and for 100,000 rows, a
// third of them referrals, and how many times the second is the first. It takes some minutes.
//
//	go test ./internal/batch -run '^$' -bench Memory -benchtime 1x
func BenchmarkMemory(b *testing.B) {
	for b.Loop() {
		var kB [2]float64
		for i, rows := range []int{10000, 100000} {
			table := filepath.Join(b.TempDir(), "people.csv")
			if err := os.WriteFile(table, []byte(people(b, rows, 30)), 0o600); err != nil {
				b.Fatal(err)
			}
			c := launch(b, orders{Table: table, Out: filepath.Join(b.TempDir(), "out"), Workers: 2})
			c.Env = append(c.Env, usageKey+"=1")
			out, err := c.CombinedOutput()
			m := peak.FindSubmatch(out)
			if err != nil || m == nil {
				b.Fatalf("%v: %s", err, out)
			}
			kB[i], _ = strconv.ParseFloat(string(m[1]), 64)
			b.Logf("%s", bytes.TrimSpace(out[bytes.LastIndexByte(bytes.TrimSpace(out), '\n')+1:]))
		}
		b.ReportMetric(kB[0]/1024, "MB-at-10k")
		b.ReportMetric(kB[1]/1024, "MB-at-100k")
		b.ReportMetric(kB[1]/kB[0], "×")
		b.ReportMetric(0, "ns/op")
	}
}
