package batch

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"backcare/internal/xlsx"
)

// hostileTable is a table that is out to do harm, byte by byte. "{}" in a row stands for the
// answers of the baseline, "{fever=?}" for these with another one, and "{*=}" takes all away.
func hostileTable(h *sheetMaker) string {
	rows := []string{
		"ok-1,Ana García,,,{}",
		"../../etc/passwd,Path Walker,,,{}",
		"CON,Reserved One,,,{}",
		".hidden.,Dots,,,{}",
		"con.txt,Case One,,,{}",
		"CON.TXT,Case Two,,,{}",
		`=1+1,"=HYPERLINK(""http://x"",""y"")",,,{}`,
		"-2+3,@SUM(A1),,,{}",
		"a;=cmd(),+44 1,,,{}",
		"'quoted,O'Brien,,,{}",
		"control,Ana\x1b[31m,,,{}",
		"bell\a,x,,,{}",
		"nul,A\x00na,,,{}",
		"latin1,Jos\xe9,,,{}",
		"caf\xe9,x,,,{}",
		"emoji,Ana 😀,,,{}",
		"rtl,\u05e9\u05dc\u05d5\u05dd,,,{}",
		"override,Ana \u202eevil,,,{}",
		"bom,\ufeffAna,,,{}",
		"nfd,Nguye\u0302\u0303n,,,{}",
		"zwj,A\u200dB,,,{}",
		"long," + strings.Repeat("a", 10_000) + ",,,{}",
		"huge," + strings.Repeat("b", 40_000) + ",,,{}",
		strings.Repeat("r", 41) + ",,,,{}",
		strings.Repeat("x", 40) + ",,,,{}",
		"日本語,Łukasz Ελένη Иван,,,{}",
		"newline,\"Ana\r\nGarcía\",,,{}",
		"tab,Ana\tGarcía,,,{}",
		"",
		strings.Repeat(",", len(h.columns)-1),
		"spaces,  Ana  ,,,{fever= YES }",
		"unsure-1,,,,{fever=?;saddle-numbness=}",
		"emergency,,,,{saddle-numbness=unsure}",
		"partial,,,,{*=;chest-pain=yes}",
		"missing,,,,{fever=;age=}",
		"emoji2,Ana 😀,,,{chest-pain=yes}",
		"maybe,,,,{fever=maybe;age=44}",
		"date,,02/04/1980,,{}",
		"born,,1980-02-30,,{}",
		"born2,,1980-02-29,,{}",
		"lang,,,,tlh{}",
		"lang2,,,,EN{}",
		"extra,,,,{},,,",
		"extra2,,,,{},,x",
		"short,Only Two",
		",,,",
		`closed,"Ana" García,,,`,
		`bare,An"a,,,`,
		"last,Zoë,,,{}",
		`open,"Ana,,,`,
		"swallowed,Bob,,,",
	}
	var b strings.Builder
	b.WriteString("\ufeff" + strings.Join(h.columns, ",") + "\r\n")
	for _, row := range rows {
		before, rest, answered := strings.Cut(row, "{")
		over, after, _ := strings.Cut(rest, "}")
		b.WriteString(before)
		if answered {
			b.WriteString(h.answers(over))
		}
		b.WriteString(after + "\r\n")
	}
	return b.String()
}

// answers are the cells of a row behind those about the person, each with its comma.
func (h *sheetMaker) answers(over string) string {
	cells := map[string]string{}
	for _, one := range strings.Split(over, ";") {
		id, option, _ := strings.Cut(one, "=")
		cells[id] = option
	}
	var b strings.Builder
	for _, c := range h.columns[personColumns:] {
		cell := h.base[c]
		if all, there := cells["*"]; there {
			cell = all
		}
		if one, there := cells[c]; there {
			cell = one
		}
		b.WriteString("," + cell)
	}
	return b.String()
}

// evened is what came of the table without the sums of papers, which follow every word of the
// content, and without the number of columns, which follows its questions.
func (h *sheetMaker) evened(text string) string {
	text = hexSum.ReplaceAllString(text, "<sha256>")
	n := len(h.columns)
	pairs := []string{fmt.Sprintf("%d columns", n), "<n> columns", "column " + xlsx.Letter(n+1), "column <n+1>"}
	for _, d := range []int{-5, -2, 2} {
		pairs = append(pairs, fmt.Sprintf("%d cells", n+d), fmt.Sprintf("<n%+d> cells", d))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

func TestHostileTableHurtsNobody(t *testing.T) {
	h := newSheetMaker(t)
	h.first("fever", "age")
	dir, talk, lines := runTable(t, hostileTable(h))
	got := files(t, dir)
	manifest := got[manifestName]
	golden(t, "hostile.txtar", txtar.Archive{
		Comment: []byte("A table that is out to do harm: every row is told of, and each has its own paper or its reason for none.\n"),
		Files:   []txtar.File{{Name: "stderr", Data: []byte(h.evened(talk))}, {Name: manifestName, Data: []byte(h.evened(manifest))}},
	})
	want := map[string]bool{manifestName: true, journalName: true}
	folded := map[string]string{}
	var told []entry
	for line := range strings.Lines(strings.SplitAfterN(manifest, "\n", 2)[1]) {
		e, ok := parseEntry(line)
		if !ok {
			t.Fatalf("%q is no row of a manifest", line)
		}
		told = append(told, e)
		if e.File == "" {
			continue
		}
		want[e.File] = true
		if other, twice := folded[strings.ToLower(e.File)]; twice {
			t.Errorf("%s and %s are one file on some systems", e.File, other)
		}
		folded[strings.ToLower(e.File)] = e.File
	}
	if have := slices.Sorted(maps.Keys(got)); !slices.Equal(have, slices.Sorted(maps.Keys(want))) {
		t.Errorf("the folder holds %q", have)
	}
	for i, dec := 0, json.NewDecoder(strings.NewReader(lines)); dec.More(); i++ {
		var e entry
		if err := dec.Decode(&e); err != nil || i >= len(told) || e.Rules == nil || fmt.Sprint(e) != fmt.Sprint(told[i]) {
			t.Fatalf("line %d of the JSON says %+v: %v", i+1, e, err)
		}
	}
	if n := strings.Count(lines, "\n"); n != len(told) {
		t.Errorf("%d lines of JSON for %d rows", n, len(told))
	}
	if strings.Contains(talk+lines+manifest, "García") {
		t.Error("a name is told")
	}
}
