package batch

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what comes out to testdata")

var hexSum = regexp.MustCompile(`[0-9a-f]{64}`)

// golden holds an archive against a file of testdata.
func golden(t *testing.T, name string, a txtar.Archive) {
	t.Helper()
	got := txtar.Format(&a)
	path := filepath.Join("testdata", name)
	want, err := os.ReadFile(path)
	switch {
	case err == nil && bytes.Equal(got, want):
	case *update:
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s differs (look at what comes out, then run with -update): %v\n%s", name, err, got)
	}
}

func runTable(t *testing.T, table string) (dir, talk, lines string) {
	t.Helper()
	var said, out bytes.Buffer
	dir = t.TempDir()
	j := testJob(t, strings.NewReader(table), dir)
	j.Talk, j.JSON = &said, &out
	mustRun(t, j)
	return dir, said.String(), out.String()
}

// TestEveryProgramsTableGivesTheSamePapers reads one table as several programs write it.
func TestEveryProgramsTableGivesTheSamePapers(t *testing.T) {
	h := newSheetMaker(t)
	rows := []map[string]string{
		{"ref": "A-1", "name": "Ana García", "born": "1980-04-02", "site": "Nord"},
		{"ref": "A-2", "name": `Jörg "Jo" Müller`, "site": "Süd", "fever": "yes"},
		{"ref": "A-3", "saddle-numbness": "?"},
	}
	coded := func(e encoding.Encoding, text string) string {
		out, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	papers := func(table string) map[string]string {
		dir, _, _ := runTable(t, table)
		got := files(t, dir)
		delete(got, journalName)
		return got
	}
	want := papers("\ufeff" + h.csv(",", "\r\n", rows...)) // Excel, "CSV UTF-8"
	if len(want) != 4 {
		t.Fatalf("%d files", len(want))
	}
	for name, table := range map[string]string{
		"Excel where the comma is decimal": "sep=;\r\n" + h.csv(";", "\r\n", rows...),
		"Excel, Unicode text":              coded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), h.csv("\t", "\r\n", rows...)),
		"LibreOffice, UTF-16":              coded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), h.csv(",", "\n", rows...)),
		"an old Macintosh":                 h.csv(",", "\r", rows...),
	} {
		t.Run(name, func(t *testing.T) { same(t, papers(table), want) })
	}
	var ndjson strings.Builder
	for _, row := range rows {
		answers := map[string]string{}
		for i, cell := range h.row(row)[personColumns:] {
			answers[h.columns[personColumns+i]] = cell
		}
		line, err := json.Marshal(map[string]any{"ref": row["ref"], "name": row["name"], "born": row["born"], "site": row["site"], "answers": answers})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&ndjson, "%s\n", line)
	}
	got := papers(ndjson.String())
	for row, paper := range []string{"A-1-sheet", "A-2-referral", "A-3-referral"} { // no head, so a row less
		if got[fmt.Sprintf("%06d-%s.pdf", row+1, paper)] != want[fmt.Sprintf("%06d-%s.pdf", row+2, paper)] {
			t.Errorf("%s: a line of NDJSON gives another paper than a row", paper)
		}
	}
}
