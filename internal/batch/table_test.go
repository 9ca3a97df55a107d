package batch

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// cut is one row as the table gives it.
type cutRow struct {
	row    int
	cells  []string
	faults []fault
}

func cutAll(t testing.TB, table string) ([]column, []cutRow) {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	tab, err := openTable(context.Background(), p, nil, strings.NewReader(table))
	if err != nil {
		t.Fatalf("%v", err)
	}
	var out []cutRow
	var r record
	for {
		err := tab.next(&r)
		if errors.Is(err, io.EOF) {
			return tab.columns, out
		}
		if err != nil {
			t.Fatal(err)
		}
		if r.empty() {
			continue
		}
		c := cutRow{row: r.row, faults: append([]fault(nil), r.fault...)}
		c.cells = append(c.cells, r.cells...)
		out = append(out, c)
	}
}

func TestTableIsReadAsSpreadsheetsWriteIt(t *testing.T) {
	marked := func(e encoding.Encoding) func(string) string {
		return func(s string) string {
			out, err := e.NewEncoder().String(s)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
	}
	encodings := map[string]func(string) string{
		"utf-8":             func(s string) string { return s },
		"utf-8 marked":      func(s string) string { return "\ufeff" + s },
		"utf-16le marked":   marked(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		"utf-16be marked":   marked(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)),
		"utf-16le unmarked": marked(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)),
		"utf-16be unmarked": marked(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)),
	}
	for name, encode := range encodings {
		for _, comma := range []string{",", ";", "\t"} {
			for _, end := range []string{"\r\n", "\n", "\r"} {
				for _, sep := range []string{"", "sep=" + comma + "\r\n"} {
					t.Run(fmt.Sprintf("%s %q %q %q", name, comma, end, sep), func(t *testing.T) {
						lines := []string{
							strings.Join([]string{"ref", "Name ", "fever", "chest-pain", "", ""}, comma),
							strings.Join([]string{"A1", "\"Ñandú\n \"\"Zoë\"\"\"", "yes", "n", "", ""}, comma),
							strings.Repeat(comma, 5), "", // an empty row, twice
							strings.Join([]string{"A2", "\"An" + comma + "a\"", "?"}, comma),
						}
						columns, rows := cutAll(t, encode(sep+strings.Join(lines, end)+end+end))
						if len(columns) != 6 || columns[1].field != "name" || columns[2].ask.ID != "fever" {
							t.Errorf("columns %+v", columns)
						}
						want := fmt.Sprint([]cutRow{
							{2, []string{"A1", "Ñandú\n \"Zoë\"", "yes", "n", "", ""}, nil},
							{5, []string{"A2", "An" + comma + "a", "?"}, nil},
						})
						if got := fmt.Sprint(rows); got != want {
							t.Errorf("got  %s\nwant %s", got, want)
						}
					})
				}
			}
		}
	}
}

func TestWrongHeaderStopsBeforeAnythingIsWritten(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"", "the table is empty"},
		{" \r\n\r\n", "the table is empty"},
		{"Ana García,yes,no\n", "the first row does not name the columns"},
		{"ref,chest_pain,fevr,zzzzzzzzzzzz\n", `header: column C is not known (did you mean "fever"?); column D is not known`},
		{"ref,fever,ref,Fever\n", `header: column C repeats column A, "ref"; column D repeats column B, "fever"`},
		{"ref,name\n", "header: no column is a question"},
		{"ref,fever,\"age\n", "header: column C: the quote that opens this cell is never closed, with 1 line below read as part of it"},
	} {
		dir := t.TempDir()
		_, err := Run(context.Background(), testJob(t, strings.NewReader(c.table), dir+"/out"))
		var refused *Error
		if !errors.As(err, &refused) || refused.Kind != Refused || refused.Error() != c.want {
			t.Errorf("%q:\ngot  %v\nwant %v", c.table, err, c.want)
		}
		if len(files(t, dir)) > 0 {
			t.Errorf("%q: something was written", c.table)
		}
	}
}

func TestBadRowIsRejectedWithRowAndColumn(t *testing.T) {
	h := newSheetMaker(t)
	good := map[string]string{"ref": "good"}
	for _, c := range []struct {
		bad  map[string]string
		want string
	}{
		{map[string]string{"fever": "maybe"}, `column fever (W): "maybe" is not an answer here; use yes, no or unsure`},
		{map[string]string{"age": "44"}, "column age (S): "},
		{map[string]string{"born": "02/04/1980"}, "column born (C): the year does not come first"},
		{map[string]string{"name": "Jos\xe9"}, `column name (B): not UTF-8; save the table as "CSV UTF-8"`},
		{map[string]string{"name": "A\x00na"}, "column name (B): has a NUL character"},
		{map[string]string{"name": "Ana \U0001f600"}, "column name (B): U+1F600 cannot be printed"},
		{map[string]string{"name": "A\u202ena"}, "column name (B): has a character that cannot be printed, U+202E"},
		{map[string]string{"name": strings.Repeat("a", 10000)}, "column name (B): 10000 characters long"},
		{map[string]string{"name": strings.Repeat("a", 40000)}, "column name (B): longer than 32768 bytes"},
		{map[string]string{"lang": "tlh"}, `column lang (E): unknown language`},
		{map[string]string{"fever": "", "age": ""}, "not enough answers: missing age, fever"},
	} {
		dir := t.TempDir()
		sum := mustRun(t, testJob(t, strings.NewReader(h.csv(",", "\n", good, c.bad, good)), dir))
		if sum.Sheets != 2 || sum.Rejected != 1 {
			t.Fatalf("%q: %+v", c.want, sum)
		}
		line := strings.Split(files(t, dir)[manifestName], "\n")[2]
		e, ok := parseEntry(line)
		if !ok || e.Row != 3 || e.Outcome != rejected || !strings.HasPrefix(e.Error, c.want) {
			t.Errorf("got  %q\nwant %q", e.Error, c.want)
		}
		if name := c.bad["name"]; name != "" && strings.Contains(line, name) {
			t.Errorf("the name is in the manifest: %s", line)
		}
	}
}

func TestRejectedEmergencyIsRungAllTheSame(t *testing.T) {
	h := newSheetMaker(t)
	sum := mustRun(t, testJob(t, strings.NewReader(h.csv(",", "\n", map[string]string{"ref": "A", "name": "\U0001f600", "chest-pain": "yes"},
		map[string]string{"ref": "B", "saddle-numbness": "?", "fever": "maybe"}, map[string]string{"ref": "C", "fever": "maybe"})), t.TempDir()))
	if sum.Rejected != 3 || rung(sum) != "[{2 A  true 1} {3 B  true 1}]" {
		t.Errorf("%+v", sum)
	}
}

func TestStrayQuoteNeverMixesTwoPeople(t *testing.T) {
	h := newSheetMaker(t)
	table := h.csv(",", "\n", map[string]string{"ref": "A", "name": "QUOTE Ana"}, map[string]string{"ref": "B", "fever": "yes"},
		map[string]string{"ref": "C", "name": "Bob QUOTE"}, map[string]string{"ref": "D"})
	dir := t.TempDir()
	sum := mustRun(t, testJob(t, strings.NewReader(strings.NewReplacer("QUOTE Ana", `"Ana`, "Bob QUOTE", `Bob"`).Replace(table)), dir))
	if sum.Rejected != 1 || sum.Sheets != 1 || sum.Rows != 2 {
		t.Fatalf("%+v", sum)
	}
	if m := files(t, dir)[manifestName]; !strings.Contains(m, "may have swallowed rows (if not, put the cell on one line), with 2 lines below") {
		t.Error(m)
	}
}

func TestNDJSONIsReadLineByLine(t *testing.T) {
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	var answers []string
	for i, a := range p.Baseline() {
		answers = append(answers, fmt.Sprintf("%q:%q", p.Questions[i].ID, p.Questions[i].Option(a)))
	}
	line := func(ref string) string { return `{"ref":"` + ref + `","answers":{` + strings.Join(answers, ",") + "}}" }
	table := line("A") + "\r\n\n" + `{"ref":"B","answers":{"fever":"maybe"}}` + "\n" + `{"ref":` + "\n" + line("C")
	dir := t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(table), dir))
	got := files(t, dir)[manifestName]
	for _, want := range []string{"\n1,A,sheet,", "\n3,", `fever: ""maybe"" is not an answer here`, "\n4,,rejected", "\n5,C,sheet,"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestAnyWrittenTableIsReadBack holds the cutter to the library's idea of CSV.
func TestAnyWrittenTableIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOfN(rapid.RuneFrom([]rune("aé ,;\"\n\t=ن")), 0, 8, -1)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 3, 3), 1, 6).Draw(t, "rows")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		for i := range rows {
			rows[i][0] = fmt.Sprint("r", i) // never an empty row
		}
		w.WriteAll(rows)
		in, _, err := decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		c := &csvCutter{in: in, comma: ','}
		var r record
		for i, want := range rows {
			if err := c.next(&r); err != nil || len(r.fault) > 0 && r.swallowed == 0 { // which is said of any line break here
				t.Fatal(err, r.fault)
			}
			for k := range want {
				got := strings.ReplaceAll(r.cells[k], "\r\n", "\n")
				if got != want[k] || r.row != i+1 {
					t.Fatalf("row %d cell %d: %q, not %q", r.row, k, got, want[k])
				}
			}
		}
		if err := c.next(&r); err != io.EOF {
			t.Fatal(err)
		}
	})
}
