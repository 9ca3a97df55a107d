package batch

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestWhatIsNoTableIsRefusedWithAHint(t *testing.T) {
	for start, want := range map[string]string{
		"PK\x03\x04\x14\x00\x06\x00":                       "workbook",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":                 "workbook",
		`[{"ref":"A","answers":{}}]`:                       "a JSON list",
		" \n[\n {\"ref\":\"A\"}\n]\n":                      "a JSON list",
		"{\r\n \"ref\": \"A\",\r\n \"answers\": {}\r\n}\n": "JSON over several lines",
		"{ \"ref\": \"A\",\n \"answers\": {}}\n":           "JSON over several lines",
	} {
		dir := filepath.Join(t.TempDir(), "out")
		j := testJob(t, strings.NewReader(start), dir)
		refusal(t, j, want)
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%q: the folder is there", start)
		}
	}
}

func TestSeparatorIsNamedInAnyOfItsForms(t *testing.T) {
	for line, comma := range map[string]string{
		"sep=;\r\n": ";", "SEP=\t\r\n": "\t", "sep=,,,,,\n": ",", "\"sep=;\",,,\r\n": ",", "sep=;,,,\n": ",", "\"sep=,\",,\r": ",", "Sep=|\r": "|", "sep=;;;\r\n": ";",
	} {
		_, rows := cutAll(t, line+strings.Join([]string{"ref", "name", "fever"}, comma)+"\r\n"+strings.Join([]string{"A", "Ana", "yes"}, comma)+"\r\n")
		if got := fmt.Sprint(rows); got != "[{2 [A Ana yes] []}]" {
			t.Errorf("%q: %s", line, got)
		}
	}
}

func TestDashIsNoPlaceForABatch(t *testing.T) {
	for want, set := range map[string]func(*Job){
		"--out cannot be -":   func(j *Job) { j.Out = "-" },
		"--spool cannot be -": func(j *Job) { j.Spool = "-" },
	} {
		j := testJob(t, strings.NewReader(people(t, 1, 0)), t.TempDir())
		set(&j)
		refusal(t, j, want)
	}
}

func TestTagsOfCountriesFallBackToTheLanguage(t *testing.T) {
	h := newSheetMaker(t)
	papers := func(lang string) (string, bool) {
		dir := t.TempDir()
		mustRun(t, testJob(t, strings.NewReader(h.csv(",", "\n", map[string]string{"ref": "A", "lang": lang})), dir))
		data, there := files(t, dir)["000002-A-sheet.pdf"]
		return data, there
	}
	want, _ := papers("es")
	for _, tag := range []string{"es-ES", "es_MX", "ES-419", "es-Latn-AR"} {
		if got, _ := papers(tag); got != want {
			t.Errorf("%s is not set as es", tag)
		}
	}
	for _, tag := range []string{"e", "eses", "de-AT", "-es"} {
		if _, there := papers(tag); there {
			t.Errorf("%s gives a sheet", tag)
		}
	}
	j := testJob(t, strings.NewReader(h.csv(",", "\n", map[string]string{"lang": "es-ES"})), "")
	j.Spool = filepath.Join(t.TempDir(), "job.pdf")
	if sum := mustRun(t, j); sum.Sheets != 1 {
		t.Errorf("%+v", sum)
	}
}

func TestNobodyIsBornAfterTheScreening(t *testing.T) {
	h := newSheetMaker(t)
	table := h.csv(",", "\n", map[string]string{"born": "1990-11-23"}, map[string]string{"born": "2026-11-24"}, map[string]string{"born": "2999-01-01", "chest-pain": "yes"})
	dir := t.TempDir()
	sum := mustRun(t, testJob(t, strings.NewReader(table), dir))
	if sum.Sheets != 1 || sum.Rejected != 2 || len(sum.Ring) != 1 || !strings.Contains(files(t, dir)[manifestName], "column born (C): later than the day of the screening") {
		t.Errorf("%+v", sum)
	}
}

// TestTableThatChangesWhileItIsReadIsNoticed writes to a table on the way.
func TestTableThatChangesWhileItIsReadIsNoticed(t *testing.T) {
	table := people(t, 4, 100)
	for name, change := range map[string]func(path string) error{
		"grown": func(path string) error {
			return os.WriteFile(path, []byte(table+table[strings.Index(table, "\n")+1:]), 0o600)
		},
		"rewritten": func(path string) error { return os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)) },
	} {
		path := filepath.Join(t.TempDir(), "people.csv")
		if err := os.WriteFile(path, []byte(table), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		dir := filepath.Join(t.TempDir(), "out")
		j := testJob(t, in, dir)
		j.JSON = writerFunc(func(b []byte) (int, error) { return len(b), change(path) })
		var talk bytes.Buffer
		j.Talk = &talk
		if _, err := Run(t.Context(), j); err == nil || !strings.Contains(err.Error(), "the table changed while it was being read") {
			t.Errorf("%s: %v", name, err)
		}
		if _, sealed := files(t, dir)[manifestName]; sealed {
			t.Errorf("%s: there is a manifest", name)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }
