package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

func TestManifestListsEveryRowInOrder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "out")
	var talk, lines bytes.Buffer
	j := testJob(t, strings.NewReader(people(t, 40, 30)), dir)
	j.Talk, j.JSON = &talk, &lines
	sum := mustRun(t, j)
	got := files(t, dir)
	if len(got) != 42 || sum.Written() != 40 || sum.Referrals == 0 {
		t.Errorf("%d files, %+v", len(got), sum)
	}
	manifest := strings.SplitAfter(got[manifestName], "\n")
	if manifest[0] != manifestHeader {
		t.Error(manifest[0])
	}
	in := json.NewDecoder(&lines)
	for i, line := range manifest[1:41] {
		e, ok := parseEntry(line)
		if !ok || e.Row != i+2 || digest(got[e.File]) != e.SHA256 || e.Ref != fmt.Sprintf("P-%05d", i+1) {
			t.Errorf("%s", line)
		}
		var fromJSON entry
		if err := in.Decode(&fromJSON); err != nil || fromJSON.line() != line {
			t.Errorf("%+v: %v", fromJSON, err)
		}
	}
	for _, f := range []string{"", journalName, manifestName, "000002-P-00001-sheet.pdf"} {
		info, err := os.Stat(filepath.Join(dir, f))
		if err != nil || info.Mode().Perm() != map[bool]os.FileMode{true: 0o700, false: 0o600}[f == ""] {
			t.Errorf("%q: %v %v", f, info, err)
		}
	}
	if !strings.HasPrefix(talk.String(), "Ring these people now: ") || !strings.Contains(talk.String(), "\n40 rows: ") {
		t.Error(talk.String())
	}
	if strings.Contains(talk.String()+got[manifestName]+got[journalName], "García") {
		t.Error("a name is told")
	}
}

// TestBytesDependOnThePersonAlone runs any people, in any order, in any company, with any workers,
// and holds each paper to that of the person alone.
func TestBytesDependOnThePersonAlone(t *testing.T) {
	h := newSheetMaker(t)
	persons := []map[string]string{
		{"ref": "a", "name": "Ana García", "site": "X"}, {"ref": "b", "name": "Łukasz Żółć", "kneeling-trouble": "unsure"},
		{"ref": "c", "name": "Ελένη", "helper": "alone"}, {"ref": "d", "fever": "yes", "name": "Nguyễn Đặng"}, {"ref": "e", "leg-pain": "unsure"}, {"ref": "f", "lang": "es", "name": "Иван"},
	}
	alone := map[string]string{}
	for _, p := range persons {
		dir := t.TempDir()
		mustRun(t, testJob(t, strings.NewReader(h.csv(",", "\n", p)), dir))
		for name, data := range files(t, dir) {
			if _, own := rowOf(name); own {
				alone[p["ref"]] = data
			}
		}
	}
	if len(alone) != len(persons) {
		t.Fatalf("%d papers of %d", len(alone), len(persons))
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 6 {
		var picked []map[string]string
		for range 12 {
			picked = append(picked, persons[r.IntN(len(persons))])
		}
		dir := t.TempDir()
		j := testJob(t, strings.NewReader(h.csv(";", "\r\n", picked...)), dir)
		j.Workers = 1 + r.IntN(5)
		mustRun(t, j)
		for name, data := range files(t, dir) {
			if row, own := rowOf(name); own && data != alone[picked[row-2]["ref"]] {
				t.Fatalf("%s differs in company", name)
			}
		}
	}
}

func TestShardsMakeUpTheWhole(t *testing.T) {
	table := people(t, 50, 30) + "broken,row\n"
	whole := t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(table), whole))
	want := files(t, whole)
	got := map[string]string{}
	var lines []string
	for i := range 3 {
		dir := t.TempDir()
		j := testJob(t, strings.NewReader(table), dir)
		j.Shard = Shard{i + 1, 3}
		mustRun(t, j)
		for name, data := range files(t, dir) {
			if name == manifestName {
				lines = append(lines, strings.SplitAfter(strings.TrimPrefix(data, manifestHeader), "\n")...)
			} else if _, twice := got[name]; twice && name != journalName {
				t.Errorf("%s is in two shards", name)
			} else {
				got[name] = data
			}
		}
	}
	slices.Sort(lines) // rows of one length here
	slices.SortStableFunc(lines, func(a, b string) int { return len(strings.SplitN(a, ",", 2)[0]) - len(strings.SplitN(b, ",", 2)[0]) })
	got[manifestName] = manifestHeader + strings.Join(lines, "")
	got[journalName] = want[journalName]
	same(t, got, want)
}

func TestDryRunWritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	var talk bytes.Buffer
	j := testJob(t, strings.NewReader(people(t, 40, 30)), dir)
	j.DryRun, j.Talk, j.Spool = true, &talk, filepath.Join(dir, "spool.pdf")
	sum := mustRun(t, j)
	if _, err := os.Stat(dir); err == nil || sum.Rows != 40 || !strings.Contains(talk.String(), "; nothing written\n") {
		t.Errorf("%v, %+v, %s", err, sum, talk.String())
	}
}

func TestLimitStopsEarlyAndResumeGoesOn(t *testing.T) {
	table, dir, whole := people(t, 30, 30), t.TempDir(), t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(table), whole))
	j := testJob(t, nil, dir)
	j.Limit = 10
	run := func() (Summary, error) {
		j.In = strings.NewReader(table)
		return Run(t.Context(), j)
	}
	if sum, err := run(); err != nil || sum.Rows != 10 || strings.Count(files(t, dir)[manifestName], "\n") != 11 {
		t.Fatalf("%+v %v", sum, err)
	}
	j.Resume, j.Limit = true, 5
	if _, err := run(); err == nil || !strings.Contains(err.Error(), "already holds more than 5 rows") {
		t.Error(err)
	}
	j.Limit = 0
	if sum, err := run(); err != nil || sum.Kept != 10 {
		t.Errorf("%+v %v", sum, err)
	}
	same(t, files(t, dir), files(t, whole))
}

func TestFormatsOtherThanPDF(t *testing.T) {
	for format, end := range map[Format]string{Text: ".txt", JSON: ".json"} {
		dir := t.TempDir()
		j := testJob(t, strings.NewReader(people(t, 4, 50)), dir)
		j.Format = format
		mustRun(t, j)
		n := 0
		for name := range files(t, dir) {
			if strings.HasSuffix(name, end) {
				n++
			}
		}
		if n != 4 {
			t.Errorf("%d files of %s", n, format)
		}
	}
}

func TestPrintJobHoldsEveryoneBySite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "job.pdf")
	j := testJob(t, strings.NewReader(people(t, 20, 40)), "")
	j.Spool = path
	mustRun(t, j)
	b, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(b, []byte("%PDF")) {
		t.Fatal(err)
	}
	j.In = strings.NewReader(people(t, 20, 40))
	var refused *Error
	if _, err := Run(t.Context(), j); !errors.As(err, &refused) || refused.Kind != Refused {
		t.Errorf("%v", err)
	}
	j.In = strings.NewReader(people(t, 20, 40))
	j.Out, j.Resume, j.Workers = t.TempDir(), true, 4
	mustRun(t, j)
	again, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(again, b) {
		t.Errorf("another job of the same people differs: %v", err)
	}
	j.In = strings.NewReader(people(t, 20, 40))
	mustRun(t, j) // resumed, all there: the print job is made again
	if again, err = os.ReadFile(path); err != nil || !bytes.Equal(again, b) {
		t.Errorf("a resumed job differs: %v", err)
	}
}

func TestWrongOptionsAreRefusedBeforeAnythingIsBegun(t *testing.T) {
	for want, set := range map[string]func(*Job){
		`"foo" is not a step that can be requested`: func(j *Job) { j.With = []string{"foo"} },
		"--jobs cannot be":                          func(j *Job) { j.Workers = 1 << 40 },
	} {
		dir := filepath.Join(t.TempDir(), "out")
		j := testJob(t, strings.NewReader(people(t, 2, 100)), dir)
		set(&j)
		refusal(t, j, want)
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s: the folder is there", want)
		}
	}
}

func TestDryRunRejectsWhatTheRunRejects(t *testing.T) {
	h := newSheetMaker(t)
	table := h.csv(",", "\n", map[string]string{"name": "\U0001f600"}, map[string]string{"name": "Ana"})
	for _, format := range []Format{PDF, HTML, Text, JSON} {
		for _, spool := range []string{"", "job.pdf"} {
			var came [3]Summary
			for i := range came {
				dir := t.TempDir()
				j := testJob(t, strings.NewReader(table), filepath.Join(dir, "out"))
				if j.Format = format; spool != "" {
					j.Spool = filepath.Join(dir, spool)
				}
				if j.DryRun = i > 0; i == 2 {
					j.Out = ""
				}
				came[i] = mustRun(t, j)
			}
			if came[0].Rejected != came[1].Rejected || came[0].Rejected != came[2].Rejected || (came[0].Rejected == 1) != (format == PDF || spool != "") {
				t.Errorf("%s %q: %+v", format, spool, came)
			}
		}
	}
}

func TestInterruptedDryRunHasNothingToResume(t *testing.T) {
	table := people(t, 10, 0)
	for _, dry := range []bool{true, false} {
		ctx, stop := context.WithCancel(t.Context())
		j := testJob(t, &vanish{[]string{table[:len(table)/2], table[len(table)/2:]}, stop}, filepath.Join(t.TempDir(), "out"))
		j.DryRun = dry
		_, err := Run(ctx, j)
		var interrupted *Error
		if !errors.As(err, &interrupted) || interrupted.Kind != Interrupted || strings.Contains(interrupted.Hint(), "--resume") == dry || interrupted.Hint() == "" {
			t.Errorf("%v", err)
		}
		stop()
	}
}

func TestWrongCellTellsNoName(t *testing.T) {
	h := newSheetMaker(t)
	table := h.csv(",", "\n", map[string]string{"fever": "Maria"}, map[string]string{"age": "maria lopez"}, map[string]string{"lang": "Eva-Maria"},
		map[string]string{"born": "maria"}, map[string]string{"answered-by": "maria"}, map[string]string{"helper": "mar\u00eda"}, map[string]string{"name": "\u05d0\u05d1\u05d0"})
	lines := `{"Maria Lopez":"x"}` + "\n" + `{"answers":{"Maria":"yes"}}` + "\n" + `{"answers":{"fever":"Maria"}}` + "\n" + `{"answers":{"fever":"yes","Maria":"x","Maria":"y"}}` +
		"\nMaria: &x Lopez\n- *Maria\n{\"a\": Maria}\n"
	for _, text := range []string{table, lines} {
		dir := t.TempDir()
		var talk bytes.Buffer
		j := testJob(t, strings.NewReader(text), dir)
		j.Talk, j.JSON = &talk, &talk
		if sum := mustRun(t, j); sum.Rejected != 7-sum.Sheets || sum.Rejected < 6 {
			t.Errorf("%+v", sum)
		}
		got := files(t, dir)
		all := got[manifestName] + got[journalName] + talk.String()
		for _, part := range []string{"maria", "lopez", "mar\u00eda", "U+05D0, U+05D1, U+05D0"} {
			if strings.Contains(strings.ToLower(all), strings.ToLower(part)) {
				t.Errorf("%s is told:\n%s", part, all)
			}
		}
	}
}

// TestMemoryLimitOfTheEnvironmentStands as GOMEMLIMIT sets it.
func TestMemoryLimitOfTheEnvironmentStands(t *testing.T) {
	const mine = 3 << 30
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(mine))
	j := testJob(t, nil, "")
	undo := j.SaveCollecting()
	if got := debug.SetMemoryLimit(-1); got != mine {
		t.Errorf("the limit is %d", got)
	}
	undo()
	if got := debug.SetMemoryLimit(-1); got != mine {
		t.Errorf("the limit is %d afterwards", got)
	}
}

// TestRowWithoutAnEndEndsTheBatch and whoever was found before is rung.
func TestRowWithoutAnEndEndsTheBatch(t *testing.T) {
	for _, table := range []string{"ref,chest-pain\nA,yes\n", `{"ref":"A","answers":{"chest-pain":"yes"}}` + "\n"} {
		var talk strings.Builder
		j := testJob(t, io.MultiReader(strings.NewReader(table), zeros{}), t.TempDir())
		j.Talk = &talk
		_, err := Run(t.Context(), j)
		var broken *Error
		if !errors.As(err, &broken) || broken.Kind != Broken || !strings.Contains(err.Error(), "is longer than 64 MiB") || !strings.Contains(talk.String(), "  A\n") {
			t.Errorf("%v: %s", err, talk.String())
		}
	}
}

// zeros never end.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}
