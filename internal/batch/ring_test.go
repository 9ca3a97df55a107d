package batch

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhoMustBeRungIsToldWhateverFails ends batches badly, in every way, after an emergency.
func TestWhoMustBeRungIsToldWhateverFails(t *testing.T) {
	h := newSheetMaker(t)
	table := h.csv(",", "\n", map[string]string{"ref": "first", "chest-pain": "yes"}, map[string]string{"ref": "calm"}, map[string]string{"ref": "last", "chest-pain": "yes"})
	header, half := strings.Index(table, "\n")+1, strings.LastIndex(table[:len(table)-1], "\n")+1
	for name, c := range map[string]struct {
		at   int // bytes of the table that come before
		end  func(dir string, stop func())
		want string
		err  Kind
		text string
		cut  string // what is said of how far the list goes
	}{
		"the print job's folder is gone": {half, func(dir string, _ func()) { os.RemoveAll(filepath.Join(dir, "jobs")) }, "[first last]", Broken, "job.pdf was moved or deleted", ""},
		"the papers' folder is gone":     {header, func(dir string, _ func()) { os.RemoveAll(filepath.Join(dir, "out")) }, "[first]", Broken, "the folder is gone", "rows below row 2 were not"},
		"interrupted":                    {half, func(_ string, stop func()) { stop() }, "[first]", Interrupted, "interrupted after 2 rows", "rows below row 3 were not"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			if err := os.Mkdir(filepath.Join(dir, "jobs"), 0o700); err != nil {
				t.Fatal(err)
			}
			var talk bytes.Buffer
			j := testJob(t, &vanish{[]string{table[:c.at], table[c.at:]}, func() { c.end(dir, stop) }}, filepath.Join(dir, "out"))
			j.Spool, j.Talk, j.Quiet, j.Workers = filepath.Join(dir, "jobs", "job.pdf"), &talk, true, 1
			_, err := Run(ctx, j)
			if kindOf(err) != c.err || !strings.Contains(err.Error(), c.text) {
				t.Errorf("%v", err)
			}
			var told []string
			for _, ref := range []string{"first", "calm", "last"} {
				if strings.Contains(talk.String(), "  "+ref+"\n") {
					told = append(told, ref)
				}
			}
			if said := strings.Contains(talk.String(), "backcare: warning: "); said != (c.cut != "") || !strings.Contains(talk.String(), c.cut) {
				t.Errorf("%s", talk.String())
			}
			if !strings.HasPrefix(talk.String(), "Ring these people now: ") || fmt.Sprint(told) != c.want {
				t.Errorf("%s", talk.String())
			}
		})
	}
}

func TestRejectedLineOfNDJSONIsRungAllTheSame(t *testing.T) {
	emergency := `"answers":{"chest-pain":"yes","fever":"no"`
	var table strings.Builder
	for i, line := range []string{
		`{"ref":"R","born":"soon",%s}}`,
		`{%s,"age":"old"},"ref":"R"}`,
		`{"ref":"R","answers":{"nonsense":"x","cold":{"a":[1]},"chest-pain":"yes"}}`,
		`{"ref":"R","name":{"first":["A"]},%s}}`,
		`{"ref":"R",%s,"chest-pain":"no"}}`,
		`{"ref":"R",%s,"fev`,
		`{"ref":"R","chest-pain":true}`,
		`{"ref":"R","name":"` + strings.Repeat("a", largestLine) + `",%s}}`, // not readable any more
		`{"ref":"R","answers":{"fever":"maybe"}}`,
	} {
		line = strings.Replace(line, "%s", emergency, 1)
		fmt.Fprintf(&table, "%s\n", strings.Replace(line, `"R"`, fmt.Sprintf(`"R%d"`, i+1), 1))
	}
	sum := mustRun(t, testJob(t, strings.NewReader(table.String()), t.TempDir()))
	want := "[{1 R1  true 1} {2 R2  true 1} {3 R3  true 1} {4 R4  true 1} {5 R5  true 1} {6 R6  true 1} {7 R7  true 1}]"
	if sum.Rejected != 9 || rung(sum) != want {
		t.Errorf("%+v", sum)
	}
}

func TestPrintJobOfRejectedRowsAloneStillSaysWhomToRing(t *testing.T) {
	h := newSheetMaker(t)
	for _, c := range []struct {
		row     []map[string]string
		written bool
	}{
		{[]map[string]string{{"ref": "A", "born": "soon", "chest-pain": "yes"}}, true},
		{[]map[string]string{{"ref": "A", "born": "soon"}}, false},
		{nil, false},
	} {
		var talk bytes.Buffer
		j := testJob(t, strings.NewReader(h.csv(",", "\n", c.row...)), "")
		j.Spool, j.Talk = filepath.Join(t.TempDir(), "job.pdf"), &talk
		mustRun(t, j)
		if _, err := os.Stat(j.Spool); (err == nil) != c.written || isPDF(j.Spool) != c.written {
			t.Errorf("%v: %v", c.row, err)
		}
		if strings.Contains(talk.String(), "job.pdf was not written") == c.written {
			t.Errorf("%v: %s", c.row, talk.String())
		}
	}
}

// TestWhatCannotBePrintedKeepsNobodyFromBeingRung gives emergencies with letters that no font has.
func TestWhatCannotBePrintedKeepsNobodyFromBeingRung(t *testing.T) {
	h := newSheetMaker(t)
	table := h.csv(",", "\n", map[string]string{"ref": "A"}, map[string]string{"ref": "B", "site": "\U0001f600 clinic", "chest-pain": "yes"},
		map[string]string{"ref": "\u65e5\u672c", "site": "\u05d0", "chest-pain": "yes"},
		map[string]string{"ref": strings.Repeat("W", 40), "name": strings.Repeat("W", 60), "site": strings.Repeat("W", 60), "born": "1985-09-30", "chest-pain": "yes"})
	for _, large := range []bool{false, true} {
		j := testJob(t, strings.NewReader(table), "")
		j.Spool, j.Paper.Large = filepath.Join(t.TempDir(), "job.pdf"), large
		if sum := mustRun(t, j); len(sum.Ring) != 3 || sum.Rejected != 2 || !isPDF(j.Spool) {
			t.Errorf("%+v", sum)
		}
	}
	for in, want := range map[string]string{"\U0001f600 clinic": "? clinic", "\u65e5\u672c": "??", "Łódź": "Łódź"} {
		if got := legible(in); got != want {
			t.Errorf("%q is printed as %q", in, got)
		}
	}
}

// rung are the people to ring: their rows, references and numbers, whether there is no note, and how many are meant.
func rung(sum Summary) string {
	var out []string
	for _, p := range sum.Ring {
		out = append(out, fmt.Sprintf("{%d %s %s %v %d}", p.Row, p.Ref, p.Phone, p.Rejected, p.People))
	}
	return fmt.Sprint(out)
}
