package batch

import (
	"strings"
	"testing"
)

// Rows of nothing but space, of any kind, and the mark with which DOS ended a file are nothing.
func TestEmptyRowsAreNothing(t *testing.T) {
	h := newSheetMaker(t)
	table := h.csv(",", "\n", map[string]string{"ref": "A"})
	head, row, _ := strings.Cut(table, "\n")
	blank := strings.Repeat("\u00a0,", len(h.columns)-1) + " "
	for name, text := range map[string]string{
		"a mark at the end": table + "\x1a",
		"no-break spaces":   head + "\n" + blank + "\n\u00a0\n" + row + blank + "\n",
		"ideographic space": table + "\u3000\n\t \n",
		"all of them":       "\u00a0\n" + head + "\n\n" + row + "\u00a0\n\x1a",
	} {
		dir := t.TempDir()
		sum := mustRun(t, testJob(t, strings.NewReader(text), dir))
		if sum.Rows != 1 || sum.Sheets != 1 {
			t.Errorf("%s: %+v\n%s", name, sum, files(t, dir)[manifestName])
		}
	}
	if sum := mustRun(t, testJob(t, strings.NewReader(head+"\n"+blank+"\n\x1a"), t.TempDir())); sum.Rows != 0 {
		t.Errorf("%+v", sum)
	}
}

func TestPapersOfEveryFormatAreKnownAsOurs(t *testing.T) {
	for _, f := range []Format{PDF, HTML, Text, JSON} {
		if row, ours := rowOf(fileName(7, "A-1", "sheet", f)); !ours || row != 7 {
			t.Errorf("%s: row %d, %v", f, row, ours)
		}
	}
}

func FuzzReadMapping(f *testing.F) {
	p, err := loaded()
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte("columns:\n  - {heading: A, is: fever, answers: {x: yes}}\n  - heading: B\n    is: ignore\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ReadMapping(p, "f", data)
		if err == nil && len(m.columns) == 0 {
			t.Error("a mapping that says nothing is taken")
		}
	})
}
