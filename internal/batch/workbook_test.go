package batch

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backcare/internal/xlsx"
)

// workbookFile is a workbook in a file. A cell is a text, or XML of a cell without its end when it begins with "<c".
func workbookFile(t *testing.T, sheets []string, rows ...[]string) *os.File {
	t.Helper()
	var data, names, links strings.Builder
	for i, row := range rows {
		if row == nil {
			continue
		}
		fmt.Fprintf(&data, `<row r="%d">`, i+1)
		for j, cell := range row {
			at := fmt.Sprintf(` r="%s%d"`, xlsx.Letter(j), i+1)
			switch {
			case strings.HasPrefix(cell, "<c"):
				data.WriteString("<c" + at + cell[2:] + "</c>")
			case cell != "":
				data.WriteString("<c" + at + ` t="inlineStr"><is><t>`)
				xml.EscapeText(&data, []byte(cell))
				data.WriteString("</t></is></c>")
			}
		}
		data.WriteString("</row>")
	}
	for i, name := range sheets {
		fmt.Fprintf(&names, `<sheet name="%s" r:id="r%d"/>`, name, i)
		fmt.Fprintf(&links, `<Relationship Id="r%d" Type="x/worksheet" Target="s.xml"/>`, i)
	}
	f, err := os.Create(filepath.Join(t.TempDir(), "people.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	z := zip.NewWriter(f)
	for name, text := range map[string]string{
		"xl/workbook.xml":            "<workbook><sheets>" + names.String() + "</sheets></workbook>",
		"xl/_rels/workbook.xml.rels": "<Relationships>" + links.String() + `<Relationship Id="f" Type="x/styles" Target="f.xml"/></Relationships>`,
		"xl/f.xml":                   `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		"xl/s.xml":                   "<worksheet><sheetData>" + data.String() + "</sheetData></worksheet>",
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return f
}

// A workbook gives what the same table gives as CSV, row by row, whatever is in its cells.
func TestWorkbookGivesWhatItsTableGives(t *testing.T) {
	h := newSheetMaker(t)
	rows := []map[string]string{
		{"ref": "A", "name": "Ana García, \"Jr\"", "born": "1980-04-02"}, {"ref": "B", "chest-pain": "Yes"}, {"ref": "C", "helper": "", "unsteady": ""},
		{"ref": "D", "fever": "maybe", "aneurysm": "yes"}, {"ref": "E", "name": "no"}, {"ref": "F", "age": "16 or 17"},
	}
	cells := [][]string{h.columns}
	for _, r := range rows {
		cells = append(cells, h.row(r))
	}
	for _, resume := range []bool{false, true} {
		want, got := t.TempDir(), t.TempDir()
		mustRun(t, testJob(t, strings.NewReader(h.csv(",", "\n", rows...)), want))
		file := workbookFile(t, []string{"People"}, cells...)
		j := testJob(t, file, got)
		if resume {
			j.Limit = 3
			mustRun(t, j)
			j = testJob(t, file, got)
			j.Resume = true
		}
		mustRun(t, j)
		a, b := files(t, got), files(t, want)
		delete(a, journalName)
		delete(b, journalName)
		same(t, a, b)
	}
}

// Row numbers are the spreadsheet's, a date cell is a date, and a cell that cannot be read rejects its row by name, with
// its emergency rung.
func TestCellsOfAWorkbookAreReadOrNamed(t *testing.T) {
	h := newSheetMaker(t)
	formula := h.row(map[string]string{"ref": "B", "chest-pain": "yes", "born": "<c><f>TODAY()-1</f>"})
	file := workbookFile(t, []string{"People", "Notes"}, nil, nil, h.columns, nil, h.row(map[string]string{"ref": "<c><v>7</v>", "born": `<c s="1"><v>29313</v>`}), formula,
		h.row(map[string]string{"ref": "C", "born": `<c><v>29313</v>`}), append(h.row(map[string]string{"ref": "D"}), "", "more"))
	dir := t.TempDir()
	j := testJob(t, file, dir)
	var talk strings.Builder
	j.Talk = &talk
	mustRun(t, j)
	manifest := hexSum.ReplaceAllString(files(t, dir)[manifestName], "sum")
	want := manifestHeader + "5,7,sheet,,,000005-7-sheet.pdf,sum,\n" +
		"6,B,rejected,emergency,chest-pain,,,column born (C): a formula without its value; open the table in the spreadsheet program and save it again\n" +
		"7,C,rejected,,,,,\"column born (C): not a date since 1900; write year-month-day, such as 1980-04-02\"\n" +
		"8,,rejected,,,,,"
	if !strings.HasPrefix(manifest, want) {
		t.Errorf("%s\nwant\n%s", manifest, want)
	}
	if !strings.Contains(talk.String(), "Row 6  B  (rejected: there is no note)") {
		t.Error(talk.String())
	}
}

func TestWorkbookThatCannotBeReadIsRefusedWithAHint(t *testing.T) {
	h := newSheetMaker(t)
	for name, c := range map[string]struct {
		sheets []string
		rows   [][]string
		want   string
		hint   string
	}{
		"empty":         {[]string{"People"}, nil, `the first sheet, "People", is empty`, "save it again"},
		"another sheet": {[]string{"Cover", "People"}, [][]string{{"Read me first"}}, "the first row does not name the columns", `only the first sheet, "Cover", is read; if the table is on another`},
		"no sheet":      {nil, [][]string{h.columns}, "it has no visible sheet", "save it again"},
	} {
		_, err := Run(context.Background(), testJob(t, workbookFile(t, c.sheets, c.rows...), t.TempDir()+"/out"))
		var refused *Error
		if !errors.As(err, &refused) || refused.Kind != Refused || !strings.Contains(refused.Error(), c.want) || !strings.Contains(refused.Try, c.hint) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
