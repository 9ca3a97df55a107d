package batch

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"backcare/internal/handout"
	"backcare/internal/pdf"
)

func refusal(t *testing.T, j Job, want string) {
	t.Helper()
	_, err := Run(t.Context(), j)
	var refused *Error
	if !errors.As(err, &refused) || refused.Kind != Refused || !strings.Contains(err.Error(), want) || refused.Try == "" {
		t.Errorf("got %v, not %q with a hint", err, want)
	}
}

func TestChangeSinceItWasBegunIsNoticed(t *testing.T) {
	table := people(t, 20, 30)
	change := func(from, to string) string { return strings.Replace(table, from, to, 1) }
	for name, c := range map[string]struct {
		change func(*Job)
		want   string
	}{
		"name of one done":  {func(j *Job) { j.In = strings.NewReader(change(" 3,19", " 33,19")) }, "the table changed at or before row"},
		"answer to come":    {func(j *Job) { j.In = strings.NewReader(table + strings.SplitAfter(table, "\n")[3]) }, "the table changed at or before row 22"},
		"shorter":           {func(j *Job) { j.In = strings.NewReader(table[:len(table)/2]) }, "changed"},
		"whole rows fewer":  {func(j *Job) { j.In = strings.NewReader(strings.Join(strings.SplitAfter(table, "\n")[:15], "")) }, "the table is shorter"},
		"columns":           {func(j *Job) { j.In = strings.NewReader(change("ref,name", "name,ref")) }, "the columns changed"},
		"paper":             {func(j *Job) { j.Paper = pdf.Paper{Size: "letter", Large: true} }, "the paper changed since this batch started: it was a4 and is now letter in large print"},
		"format":            {func(j *Job) { j.Format = Text }, `the format changed since this batch started: it was json and is now text`},
		"date":              {func(j *Job) { j.Author.When = j.Author.When.Add(time.Hour) }, "the date changed"},
		"clinic":            {func(j *Job) { j.Author.Clinic = handout.Clinic{Urgent: "111"} }, "the profile changed"},
		"content":           {func(j *Job) { j.Content = fstest.MapFS{"a": {}} }, "the content changed"},
		"tool":              {func(j *Job) { j.Author.Tool = "newer" }, "the version of the tool changed"},
		"steps":             {func(j *Job) { j.With = []string{"psoas-release"} }, "the steps asked for changed since this batch started: it was none and is now psoas-release"},
		"print job":         {func(j *Job) { j.Spool = "/nowhere" }, "the print job changed since this batch started: it was left out and is now asked for"},
		"shard":             {func(j *Job) { j.Shard = Shard{1, 2} }, "the shard changed since this batch started: it was all rows and is now 1/2"},
		"finished, no flag": {func(j *Job) { j.Resume = false }, "contains a finished batch"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			j := testJob(t, strings.NewReader(table), dir)
			if j.Format = JSON; name == "paper" {
				j.Format = PDF // the others know no paper
			}
			mustRun(t, j)
			want := files(t, dir)
			j.In, j.Resume = strings.NewReader(table), true
			if c.change(&j); j.Spool != "" {
				j.Spool = filepath.Join(t.TempDir(), "job.pdf")
			}
			refusal(t, j, c.want)
			same(t, files(t, dir), want)
		})
	}
}

func TestChangedFileIsNoticedWhereverItChanged(t *testing.T) {
	table := people(t, 20, 0)
	path := filepath.Join(t.TempDir(), "people.csv")
	dir := t.TempDir()
	job := func(table string, limit int) Job {
		if err := os.WriteFile(path, []byte(table), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { in.Close() })
		j := testJob(t, in, dir)
		j.Limit, j.Resume = limit, true
		return j
	}
	mustRun(t, job(table, 5))
	refusal(t, job(table+"\n", 0), "the table changed since this batch started")
	mustRun(t, job(table, 0))
}

func TestResumeMendsWhatIsMissingOrTorn(t *testing.T) {
	table, dir := people(t, 30, 30), t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(table), dir))
	want := files(t, dir)
	for name := range want {
		path := filepath.Join(dir, name)
		switch {
		case strings.Contains(name, "P-00003") || name == manifestName:
			os.Remove(path)
		case strings.Contains(name, "P-00007"):
			os.Truncate(path, 100)
		case strings.Contains(name, "P-00009"):
			os.WriteFile(path, []byte("zeros"), 0o600)
		}
	}
	os.WriteFile(filepath.Join(dir, temporaryPrefix+"7"), []byte("half"), 0o600)
	os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o600)
	j := testJob(t, strings.NewReader(table), dir)
	j.Resume = true
	if sum := mustRun(t, j); sum.Kept != 27 {
		t.Errorf("%+v", sum)
	}
	want["notes.txt"] = "mine"
	same(t, files(t, dir), want)
}

// TestTornJournalIsMadeGood cuts and spoils the journal at many places, as a power failure may.
func TestTornJournalIsMadeGood(t *testing.T) {
	table, dir := people(t, 12, 30), t.TempDir()
	j := testJob(t, strings.NewReader(table), dir)
	j.Format = JSON
	mustRun(t, j)
	want := files(t, dir)
	journal := want[journalName]
	begin := strings.Index(journal, "\n") + 1
	for at := begin; at < len(journal); at += 97 {
		for _, torn := range []string{journal[:at], journal[:at] + strings.Repeat("\x00", len(journal)-at), journal[:at] + "~" + journal[at+1:]} {
			if err := os.WriteFile(filepath.Join(dir, journalName), []byte(torn), 0o600); err != nil {
				t.Fatal(err)
			}
			j.In, j.Resume = strings.NewReader(table), true
			mustRun(t, j)
			same(t, files(t, dir), want)
		}
	}
}

func TestForeignFilesAreNeverTouched(t *testing.T) {
	table := people(t, 3, 0)
	for _, name := range []string{"manifest.csv", "000002-P-00001-sheet.pdf", "000999-sheet.txt"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, resume := range []bool{false, true} {
			j := testJob(t, strings.NewReader(table), dir)
			j.Resume = resume
			refusal(t, j, "contains "+name)
		}
		same(t, files(t, dir), map[string]string{name: "mine"})
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, testJob(t, strings.NewReader(table), dir))
	if files(t, dir)["notes.txt"] != "mine" {
		t.Error("notes.txt was touched")
	}
}

func TestUnfinishedBatchIsNotBegunAnew(t *testing.T) {
	table, dir := people(t, 6, 0), t.TempDir()
	j := testJob(t, strings.NewReader(table), dir)
	mustRun(t, j)
	journal := files(t, dir)[journalName]
	os.WriteFile(filepath.Join(dir, journalName), []byte(journal[:len(journal)-60]), 0o600)
	j.In = strings.NewReader(table)
	refusal(t, j, "contains an unfinished batch")
}

func TestResumedBatchKeepsTheTimeItWasBegun(t *testing.T) {
	table, dir, calm := people(t, 8, 50), t.TempDir(), t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(table), calm))
	j := testJob(t, strings.NewReader(table), dir)
	j.Limit = 4
	mustRun(t, j)
	j.In, j.Limit, j.Resume, j.DateGiven = strings.NewReader(table), 0, true, false
	j.Author.When = j.Author.When.Add(48 * time.Hour)
	mustRun(t, j)
	same(t, files(t, dir), files(t, calm))
}

func TestABatchOfMoreThanAWeekAgoIsNotResumed(t *testing.T) {
	table, dir := people(t, 8, 50), t.TempDir()
	j := testJob(t, strings.NewReader(table), dir)
	j.Limit = 4
	mustRun(t, j)
	j.In, j.Limit, j.Resume, j.DateGiven = strings.NewReader(table), 0, true, false
	j.Author.When = j.Author.When.AddDate(0, 0, 8)
	before := files(t, dir)
	refusal(t, j, "contains a batch of 2026-11-23, more than 7 days ago")
	same(t, files(t, dir), before)
	j.In = strings.NewReader(table)
	j.Author.When = j.Author.When.AddDate(0, 0, -1)
	mustRun(t, j)
}

func TestOldAnswersOfARowGiveNoSheetAndAReferralAllTheSame(t *testing.T) {
	h := newSheetMaker(t)
	h.columns = append(h.columns, "answered-on")
	j := testJob(t, strings.NewReader(h.csv(",", "\n",
		map[string]string{"ref": "old", "answered-on": "2026-11-15"},
		map[string]string{"ref": "week", "answered-on": "2026-11-16"},
		map[string]string{"ref": "ill", "answered-on": "2026-10-01", "leg-pain": "yes"},
		map[string]string{"ref": "future", "answered-on": "2026-11-25"},
		map[string]string{"ref": "tomorrow", "answered-on": "24/11/2026"})), t.TempDir())
	sum := mustRun(t, j)
	if sum.Sheets != 1 || sum.Referrals != 1 || sum.Rejected != 3 {
		t.Errorf("%+v", sum)
	}
	manifest := files(t, j.Out)[manifestName]
	for _, want := range []string{"from 2026-11-15, more than 7 days ago", "000003-week-sheet.pdf", "000004-ill-referral.pdf", "2026-11-25 is later than the day of the screening"} {
		if !strings.Contains(manifest, want) {
			t.Errorf("no %q in\n%s", want, manifest)
		}
	}
}

// vanish is a table that takes the folder away before its last rows.
type vanish struct {
	parts []string
	do    func()
}

func (v *vanish) Read(b []byte) (int, error) {
	if len(v.parts) == 1 {
		v.do()
	}
	n := copy(b, v.parts[0])
	if v.parts[0] = v.parts[0][n:]; v.parts[0] == "" {
		v.parts = v.parts[1:]
	}
	if len(v.parts) == 0 {
		v.parts = []string{""}
		return n, io.EOF
	}
	return n, nil
}

func TestVanishedFolderIsAClearError(t *testing.T) {
	table := people(t, 80, 0)
	for name, away := range map[string]func(string) error{
		"removed": os.RemoveAll,
		"moved":   func(dir string) error { return os.Rename(dir, dir+"-moved") },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "out")
			in := &vanish{[]string{table[:len(table)/2], table[len(table)/2:]}, func() { away(dir) }}
			_, err := Run(t.Context(), testJob(t, in, dir))
			var system *Error
			if !errors.As(err, &system) || system.Kind != Broken || system.Try == "" {
				t.Fatalf("%v", err)
			}
			j := testJob(t, strings.NewReader(table), dir)
			j.Resume = true
			mustRun(t, j)
			calm := t.TempDir()
			mustRun(t, testJob(t, strings.NewReader(table), calm))
			same(t, files(t, dir), files(t, calm))
		})
	}
}

func TestFolderThatCannotBeWrittenIsAClearError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var refused *Error
	if _, err := Run(t.Context(), testJob(t, strings.NewReader(people(t, 2, 0)), file)); !errors.As(err, &refused) || refused.Kind != Refused {
		t.Errorf("%s: %v", file, err)
	}
	for _, dir := range []string{filepath.Join(file, "below"), "/proc/backcare"} {
		_, err := Run(t.Context(), testJob(t, strings.NewReader(people(t, 2, 0)), dir))
		var system *Error
		if !errors.As(err, &system) || system.Kind != Broken || system.Try == "" {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestMovedFolderIsNoticedOnTheWay(t *testing.T) {
	table := people(t, 3000, 0)
	dir := filepath.Join(t.TempDir(), "out")
	half := len(table) / 10
	j := testJob(t, &vanish{[]string{table[:half], table[half:]}, func() { os.Rename(dir, dir+"-moved") }}, dir)
	j.Format = JSON
	sum, err := Run(t.Context(), j)
	if err == nil || !strings.Contains(err.Error(), dir) || sum.Rows > 2000 {
		t.Errorf("after %d rows: %v", sum.Rows, err)
	}
}

func TestErrorsOfAFolderNameIt(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, journalName), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), testJob(t, strings.NewReader(people(t, 2, 0)), dir)); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("%v", err)
	}
}

// TestDamagedHeadOfTheJournalIsLeftAsItIs flips a bit of every byte of its first line.
func TestDamagedHeadOfTheJournalIsLeftAsItIs(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(people(t, 3, 0)), dir))
	path := filepath.Join(dir, journalName)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before := files(t, dir)
	for at := range strings.Index(string(whole), "\n") + 1 {
		for _, bit := range []int{at % 8, (at + 3) % 8} {
			bad := []byte(string(whole))
			bad[at] ^= 1 << bit
			if err := os.WriteFile(path, bad, 0o600); err != nil {
				t.Fatal(err)
			}
			j := testJob(t, strings.NewReader(people(t, 3, 0)), dir)
			j.Resume = bit%2 == 0
			_, err := Run(t.Context(), j)
			var refused *Error
			if !errors.As(err, &refused) || refused.Kind != Refused || !strings.Contains(refused.Error(), "nothing was changed") {
				t.Fatalf("byte %d: %v", at, err)
			}
			before[journalName] = string(bad)
			same(t, files(t, dir), before)
		}
	}
}

// TestResumeLeavesThePapersOfAnotherTableAlone puts papers by other hands into the folder of a batch that was
// stopped, beyond its last row.
func TestResumeLeavesThePapersOfAnotherTableAlone(t *testing.T) {
	table, dir := people(t, 4, 0), t.TempDir()
	want := t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(table), want))
	j := testJob(t, strings.NewReader(table), dir)
	j.Limit = 2
	mustRun(t, j)
	undo := files(t, dir)[journalName]
	if err := os.WriteFile(filepath.Join(dir, journalName), []byte(undo[:strings.LastIndex(strings.TrimSuffix(undo, "\n"), "\n")+1]), 0o600); err != nil {
		t.Fatal(err)
	}
	right := files(t, want)
	for _, name := range []string{"000004-other-sheet.pdf", "000900-other-referral.pdf"} {
		right[name] = "another's"
		if err := os.WriteFile(filepath.Join(dir, name), []byte("another's"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	j = testJob(t, strings.NewReader(table), dir)
	j.Resume = true
	mustRun(t, j)
	got := files(t, dir)
	delete(got, journalName)
	delete(right, journalName)
	same(t, got, right)
}
