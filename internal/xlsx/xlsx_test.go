package xlsx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"backcare/internal/xlsx"
)

const (
	rel  = `"http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	book = `<workbook><sheets><sheet name="People" sheetId="1" r:id="a"/></sheets></workbook>`
)

// workbook is a file with parts over those of a plain one; an empty part is left out.
func workbook(t testing.TB, over map[string]string) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml": "<Types/>",
		"_rels/.rels":         `<Relationships><Relationship Id="x" Type=` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     book,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type=` + rel + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type=` + rel + `/worksheet" Target="/xl/worksheets/sheet2.xml"/>` +
			`<Relationship Id="s" Type=` + rel + `/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type=` + rel + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
		"xl/worksheets/sheet2.xml": `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>second</v></c></row></sheetData></worksheet>`,
		"xl/sharedStrings.xml":     `<sst><si><t>Ana</t></si><si><r><t>Jörg </t></r><r><rPr><b/></rPr><t xml:space="preserve">Müller</t></r><rPh sb="0" eb="1"><t>yomi</t></rPh></si><si><t>a_x000D_b_x005F_x</t></si></sst>`,
		"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="[Red]0.00&quot;days&quot;"/><numFmt numFmtId="167" formatCode="[$-409]d\.mmm;@"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
	}
	maps.Copy(parts, over)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if parts[name] == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, parts[name])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sheet(rows string) map[string]string {
	return map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}
}

// read is all that is read of a workbook: "row: cell|cell!fault".
func read(data []byte) (lines []string, err error) {
	s, err := xlsx.Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	for {
		row, err := s.Next()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return lines, err
		}
		var cells []string
		for _, c := range row.Cells {
			text := c.Text
			if c.Fault != "" {
				text += "!" + c.Fault
			}
			cells = append(cells, text)
		}
		line := string(rune('0'+row.Number)) + ": " + strings.Join(cells, "|")
		if row.Fault != "" {
			line += " !" + row.Fault
		}
		lines = append(lines, line)
	}
}

func TestCellsAreReadAsTheyAreSeen(t *testing.T) {
	const noValue = "!a formula without its value; open the table in the spreadsheet program and save it again"
	for name, c := range map[string]struct{ rows, want string }{
		"texts":                {`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>`, "1: Ana|Jörg Müller|a\rb_x"},
		"texts in the cell":    {`<row r="1"><c r="A1" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>c</t></rPh></is></c><c r="B1" t="str"><v>x &amp; y</v></c></row>`, "1: a b|x & y"},
		"gaps":                 {`<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="4"/><row r="7"><c r="A7"><v>3</v></c></row>`, "2: |1||2,7: 3"},
		"no names of cells":    {`<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`, "1: 1|2,2: 3"},
		"a prefix":             {`<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row>`, "1: 5"},
		"numbers":              {`<row r="1"><c><v>44</v></c><c><v>4.4770090012300001E+11</v></c><c><v>0.30000000000000004</v></c><c><v>1E3</v></c><c s="3"><v>123</v></c><c s="4"><v>2</v></c><c><v>-7</v></c></row>`, "1: 44|447700900123|0.3|1000|00123|2|-7"},
		"dates":                {`<row r="1"><c s="1"><v>29313</v></c><c s="2"><v>29313</v></c><c s="5"><v>61</v></c><c s="6"><v>46349.5</v></c><c s="1"><v>1</v></c><c t="d"><v>1980-04-02</v></c></row>`, "1: 1980-04-02|1980-04-02|1900-03-01|2026-11-23 12:00:00|1900-01-01|1980-04-02"},
		"no dates":             {`<row r="1"><c s="1"><v>60</v></c><c s="1"><v>-3</v></c><c s="1"><v>1E99</v></c><c s="1"><v>NaN</v></c><c s="1"><v>0.5</v></c></row>`, "1: " + strings.TrimSuffix(strings.Repeat("!formatted as a date, but not one|", 5), "|")},
		"true and false":       {`<row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>`, "1: TRUE|FALSE|#N/A"},
		"formulas":             {`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v></v></c><c r="C1"><f>NOW()</f></c><c r="D1"><f>A1</f><v/></c></row>`, "1: 2||" + noValue + "|" + noValue},
		"blank":                {`<row r="1"><c r="A1" s="1"/><c r="B1"><v></v></c></row>`, ""},
		"a text that is not":   {`<row r="1"><c t="s"><v>99</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c></row>`, "1: !its text is missing from the file|!its text is missing from the file|!its text is missing from the file"},
		"a format that is not": {`<row r="1"><c s="99"><v>1</v></c><c s="-1"><v>1</v></c></row>`, "1: !its format is missing from the file|!its format is missing from the file"},
		"no number":            {`<row r="1"><c><v>wat</v></c></row>`, "1: !stored as a number, but not one"},
		"another kind":         {`<row r="1"><c t="q"><v>1</v></c></row>`, `1: !unknown cell type "q"`},
		"twice":                {`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, "1: 1 !its cells are out of order"},
		"backwards":            {`<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, "1: |1 !its cells are out of order"},
		"no such column":       {`<row r="1"><c r="ZZZZ1"><v>1</v></c></row>`, "1:  !its cells are out of order"},
		"outside the rows":     {`</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><sheetData>`, ""},
	} {
		lines, err := read(workbook(t, sheet(c.rows)))
		if got := strings.Join(lines, ","); err != nil || got != c.want {
			t.Errorf("%s: %v\n got %q\nwant %q", name, err, got, c.want)
		}
	}
	old := sheet(`<row r="1"><c s="1"><v>0</v></c><c s="1"><v>27851</v></c></row>`)
	old["xl/workbook.xml"] = strings.Replace(book, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	if lines, err := read(workbook(t, old)); err != nil || lines[0] != "1: 1904-01-01|1980-04-02" {
		t.Errorf("%v %q", err, lines)
	}
}

func TestTheFirstSheetThatCanBeSeenIsRead(t *testing.T) {
	data := workbook(t, map[string]string{"xl/workbook.xml": `<workbook><sheets><sheet name="old" state="hidden" r:id="a"/><sheet name="chart" r:id="f"/><sheet name="People" r:id="b"/><sheet name="more" r:id="a"/></sheets></workbook>`})
	s, err := xlsx.Open(bytes.NewReader(data), int64(len(data)))
	if err != nil || s.Name != "People" || !slices.Equal(s.Others, []string{"more"}) {
		t.Fatal(err, s)
	}
	if row, err := s.Next(); err != nil || row.Cells[0].Text != "second" {
		t.Error(row, err)
	}
}

func TestWhatIsNoWorkbookIsRefused(t *testing.T) {
	whole := workbook(t, sheet(strings.Repeat(`<row><c><v>1</v></c></row>`, 2000)))
	bomb := sheet(strings.Repeat(" ", 3<<20) + `<row><c><v>1</v></c></row>`)
	deep := sheet(strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200))
	damaged := bytes.Clone(whole)
	damaged[bytes.Index(damaged, []byte("xl/worksheets/sheet1.xml"))+60] ^= 0x55
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"cut short":            {whole[:len(whole)/2], "the file is damaged or cut short"},
		"a damaged byte":       {damaged, "sheet1.xml is damaged"},
		"nothing in it":        {workbook(t, map[string]string{"xl/workbook.xml": ""}), "there is no workbook in it"},
		"no sheet":             {workbook(t, map[string]string{"xl/workbook.xml": "<workbook/>"}), "no visible sheet"},
		"hidden sheets only":   {workbook(t, map[string]string{"xl/workbook.xml": strings.Replace(book, "sheetId", `state="veryHidden" sheetId`, 1)}), "no visible sheet"},
		"the sheet is gone":    {workbook(t, map[string]string{"xl/worksheets/sheet1.xml": ""}), "no visible sheet"},
		"OpenDocument":         {workbook(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "this is an OpenDocument file"},
		"binary":               {workbook(t, map[string]string{"xl/workbook.bin": "x"}), "this is a binary workbook"},
		"no XML":               {workbook(t, map[string]string{"xl/styles.xml": "<styleSheet><"}), "xl/styles.xml cannot be read"},
		"text without end":     {workbook(t, bomb), `the sheet "People" cannot be read below row 0: more than 1048576 bytes without a tag`},
		"deep":                 {workbook(t, deep), "mismatched tags"},
		"a sheet that stops":   {workbook(t, map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c>`}), `the sheet "People" cannot be read below row 2`},
		"rows out of order":    {workbook(t, sheet(`<row r="5"><c><v>1</v></c></row><row r="5"><c><v>1</v></c></row>`)), `the sheet "People" cannot be read below row 5: a row with the number "5"`},
		"a row beyond all":     {workbook(t, sheet(`<row r="99999999"><c><v>1</v></c></row>`)), "more than 1048576 rows"},
		"an entity of its own": {workbook(t, sheet(`<row><c t="str"><v>&lol;</v></c></row>`)), "invalid character entity"},
	} {
		if _, err := read(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// A small file that unfolds to more than any table is refused before it fills the memory.
func TestABombIsRefused(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("_rels/.rels")
	if err != nil {
		t.Fatal(err)
	}
	block := bytes.Repeat([]byte("<a/>"), 1<<18)
	for range 17 {
		w.Write(block)
	}
	z.Close()
	if _, err := read(b.Bytes()); err == nil || !strings.Contains(err.Error(), "_rels/.rels is larger than 16 MiB") {
		t.Error(err)
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	columns := []xlsx.Column{
		{Head: "ref", Title: "Reference", Message: "<yours> & \"mine\""},
		{Head: "born", Day: true},
		{Head: "fever", Options: []string{"yes", "no"}, Title: strings.Repeat("t", 40), Message: strings.Repeat("Fieber über Nacht 😀 ", 30)},
	}
	var b, again bytes.Buffer
	if err := xlsx.Write(&b, "Menschen & mehr", columns); err != nil {
		t.Fatal(err)
	}
	if err := xlsx.Write(&again, "Menschen & mehr", columns); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("two runs differ", err)
	}
	s, err := xlsx.Open(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || s.Name != "Menschen & mehr" {
		t.Fatal(err, s)
	}
	row, err := s.Next()
	if err != nil || len(row.Cells) != 3 || row.Cells[2].Text != "fever" || row.Number != 1 {
		t.Error(row, err)
	}
	if _, err := s.Next(); !errors.Is(err, io.EOF) {
		t.Error(err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(`<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><f>x</f><v>29313</v></c></row>`))
	f.Add([]byte(`<row><c t="inlineStr"><is><t>a</t></is></c></row>`))
	f.Fuzz(func(t *testing.T, rows []byte) {
		read(workbook(t, sheet(string(rows))))
	})
}
