package batch

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what comes out to testdata")

const tables = "../../testdata/tables"

var hexSum = regexp.MustCompile(`[0-9a-f]{64}`)

// golden compares with a file of testdata/tables. The sums of papers are left out: they follow
// every word of the content.
func golden(t *testing.T, name, got string) {
	t.Helper()
	got = hexSum.ReplaceAllString(got, "<sha256>")
	path := filepath.Join(tables, name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", name, got)
	}
}

func runTable(t *testing.T, name string) (dir, talk, lines string) {
	t.Helper()
	f, err := os.Open(filepath.Join(tables, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var said, out bytes.Buffer
	dir = t.TempDir()
	j := testJob(t, f, dir)
	j.Talk, j.JSON = &said, &out
	mustRun(t, j)
	return dir, said.String(), out.String()
}

func TestHostileTableHurtsNobody(t *testing.T) {
	dir, talk, lines := runTable(t, "hostile.csv")
	got := files(t, dir)
	golden(t, "hostile.manifest", got[manifestName])
	golden(t, "hostile.json", lines)
	golden(t, "hostile.stderr", talk)
	golden(t, "hostile.files", strings.Join(slices.Sorted(maps.Keys(got)), "\n")+"\n")
	folded := map[string]string{}
	for name := range got {
		if other, twice := folded[strings.ToLower(name)]; twice {
			t.Errorf("%s and %s are one file on some systems", name, other)
		}
		folded[strings.ToLower(name)] = name
	}
	if strings.Contains(talk+lines+got[manifestName], "García") {
		t.Error("a name is told")
	}
}

// TestEveryProgramsTableGivesTheSamePapers reads one table as several programs write it.
func TestEveryProgramsTableGivesTheSamePapers(t *testing.T) {
	papers := func(name string) map[string]string {
		dir, _, _ := runTable(t, name)
		got := files(t, dir)
		delete(got, journalName)
		return got
	}
	want := papers("excel-utf8.csv")
	if len(want) != 4 {
		t.Fatalf("%d files", len(want))
	}
	for _, name := range []string{"excel-semicolon.csv", "excel-unicode-text.txt", "libreoffice-utf16be.csv", "mac-cr.csv"} {
		t.Run(name, func(t *testing.T) { same(t, papers(name), want) })
	}
	if got := papers("people.ndjson"); got["000001-A-1-sheet.pdf"] != want["000002-A-1-sheet.pdf"] {
		t.Error("a line of NDJSON gives another paper than a row")
	}
}
