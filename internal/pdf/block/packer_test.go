package block

import (
	"testing"

	"pgregory.net/rapid"
)

func TestEntriesStandInRowsThatHoldThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := packer{400, rapid.Float64Range(0, 20).Draw(t, "gap")}
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) entry {
			return entry{rapid.Float64Range(1, 300).Draw(t, "fixed"), rapid.Float64Range(0, 99).Draw(t, "least"), rapid.Float64Range(0, 3).Draw(t, "weight")}
		}), 1, 12).Draw(t, "list")
		indent := rapid.Float64Range(0, 400).Draw(t, "indent")
		rest := list
		rows := p.rows(list, indent)
		for i, n := range rows {
			if n == 0 && (i > 0 || indent == 0) {
				t.Fatalf("row %d of %v is empty", i+1, rows)
			}
			row := rest[:n]
			rest = rest[n:]
			room := p.wide + 0.1
			if i == 0 && n > 0 {
				room -= indent
			}
			if p.need(row) > room && n > 0 {
				t.Fatalf("row %d of %v takes %.1f", i+1, rows, p.need(row))
			}
			if len(rest) > 0 && p.need(append(row[:n:n], rest[0])) <= room-0.2 && (i > 0 || n > 0) {
				t.Fatalf("row %d of %v has room for one more", i+1, rows)
			}
		}
		if len(rest) > 0 {
			t.Fatalf("%d entries are lost", len(rest))
		}
	})
}

func TestARowIsSharedOutWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := packer{400, 5}
		var row []entry
		for range rapid.IntRange(1, 5).Draw(t, "n") {
			row = append(row, entry{fixed: rapid.Float64Range(0, 70).Draw(t, "fixed"), weight: float64(rapid.IntRange(0, 3).Draw(t, "weight"))})
		}
		total := -p.gap
		for i, w := range p.widths(row) {
			if total += w + p.gap; w < row[i].fixed {
				t.Fatalf("%.1f of %.1f", w, row[i].fixed)
			}
		}
		if total < p.wide-0.01 || total > p.wide+0.01 {
			t.Fatalf("a row of %.2f, not %.0f", total, p.wide)
		}
	})
}
