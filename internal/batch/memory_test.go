//go:build unix

package batch

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"backcare/content"
	"backcare/internal/protocol"
)

var peak = regexp.MustCompile(`peak memory (\d+) kB`)

// BenchmarkMemory measures the peak memory of a whole process for few and for many rows, and how many
// times the second is the first: for a table a third of which are referrals, and for one with all
// languages, in which hardly two people have the same routine. It takes some minutes; with -short it does a tenth.
//
//	go test ./internal/batch -run '^$' -bench Memory -benchtime 1x
func BenchmarkMemory(b *testing.B) {
	langs := protocol.Languages(content.Files)
	for _, kind := range []struct {
		name  string
		rows  [2]int
		table func(n int) string
		langs []string
	}{
		{"mixed", [2]int{10_000, 100_000}, func(n int) string { return people(b, n, 30) }, nil},
		{"all-languages", [2]int{2_000, 8_000}, func(n int) string { return wild(b, n, langs) }, langs},
	} {
		if testing.Short() { // only to see that it runs
			kind.rows = [2]int{kind.rows[0] / 10, kind.rows[1] / 10}
		}
		b.Run(kind.name, func(b *testing.B) {
			for b.Loop() {
				var few, many float64
				few = peakOf(b, kind.table(kind.rows[0]), kind.langs)
				many = peakOf(b, kind.table(kind.rows[1]), kind.langs)
				b.ReportMetric(few, "MB-few")
				b.ReportMetric(many, "MB-many")
				b.ReportMetric(many/few, "×")
				b.ReportMetric(0, "ns/op")
			}
		})
	}
}

// peakOf is the peak memory of a batch in MB.
func peakOf(b *testing.B, people string, langs []string) float64 {
	table := filepath.Join(b.TempDir(), "people.csv")
	if err := os.WriteFile(table, []byte(people), 0o600); err != nil {
		b.Fatal(err)
	}
	out := filepath.Join(b.TempDir(), "out")
	defer os.RemoveAll(out)
	c := launch(b, orders{Table: table, Out: out, Workers: 2, Langs: langs})
	c.Env = append(c.Env, usageKey+"=1")
	said, err := c.CombinedOutput()
	m := peak.FindSubmatch(said)
	if err != nil || m == nil {
		b.Fatalf("%v: %s", err, said)
	}
	kB, _ := strconv.ParseFloat(string(m[1]), 64)
	said = bytes.TrimSpace(said)
	b.Logf("%s", said[bytes.LastIndexByte(said, '\n')+1:])
	return kB / 1024
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
