package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// Column is a column to fill in.
type Column struct {
	Head    string
	Options []string // of its drop-down; they hold no comma, and 255 letters at most in all
	Title   string   // of the message beside a cell that is being filled in
	Message string   // cut where the limit of spreadsheets is
	Day     bool     // holds dates; else text, so that nothing typed is turned into something else
}

// The limits of a message, in UTF-16 units.
const (
	longestTitle   = 32
	longestMessage = 255
)

// filled is how many rows have drop-downs and messages.
const filled = 10_000

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	main        = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	office      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packaged    = "http://schemas.openxmlformats.org/package/2006/"
	contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// The cell formats of styles, by their place in it.
const (
	headStyle = 1
	textStyle = 2
	dayStyle  = 3
)

const styles = `<styleSheet ` + main + `><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>` +
	`<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

// Write writes a workbook with one sheet: a row of heads that stays in sight, and below each a column to
// fill in. Equal columns give equal bytes.
func Write(w io.Writer, sheet string, columns []Column) error {
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", `<Types xmlns="` + packaged + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + contentType + `sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + contentType + `worksheet+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + contentType + `styles+xml"/></Types>`},
		{"_rels/.rels", related("officeDocument", "xl/workbook.xml")},
		{"xl/workbook.xml", `<workbook ` + main + ` xmlns:r="` + office + `"><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="` + escaped(sheet) + `" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", related("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml")},
		{"xl/styles.xml", styles},
		{"xl/worksheets/sheet1.xml", worksheet(columns)},
	} {
		f, err := z.Create(part.name) // without a time
		if err == nil {
			_, err = io.WriteString(f, declaration+part.text)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// related are relations: kind, target, kind, target.
func related(pairs ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + packaged + `relationships">`)
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i/2+1, office, pairs[i], pairs[i+1])
	}
	return b.String() + `</Relationships>`
}

func worksheet(columns []Column) string {
	var widths, heads, rules strings.Builder
	for i, c := range columns {
		style, name := textStyle, Letter(i)
		if c.Day {
			style = dayStyle
		}
		fmt.Fprintf(&widths, `<col min="%d" max="%[1]d" width="%d" style="%d" customWidth="1"/>`, i+1, max(12, len(c.Head)+2), style)
		fmt.Fprintf(&heads, `<c r="%s1" s="%d" t="inlineStr"><is><t>%s</t></is></c>`, name, headStyle, escaped(c.Head))
		list, formula := "", ""
		if len(c.Options) > 0 {
			list, formula = ` type="list" showErrorMessage="1"`, `<formula1>"`+escaped(strings.Join(c.Options, ","))+`"</formula1>`
		}
		fmt.Fprintf(&rules, `<dataValidation%s allowBlank="1" showInputMessage="1" promptTitle="%s" prompt="%s" sqref="%s2:%[4]s%d">%s</dataValidation>`,
			list, escaped(cut(c.Title, longestTitle)), escaped(cut(c.Message, longestMessage)), name, filled+1, formula)
	}
	return `<worksheet ` + main + `><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>` +
		`<cols>` + widths.String() + `</cols><sheetData><row r="1">` + heads.String() + `</row></sheetData>` +
		fmt.Sprintf(`<dataValidations count="%d">%s</dataValidations></worksheet>`, len(columns), rules.String())
}

// Letter is the spreadsheet's name of a column, A for 0.
func Letter(i int) string {
	s := ""
	for ; i >= 0; i = i/26 - 1 {
		s = string(rune('A'+i%26)) + s
	}
	return s
}

// cut is a text within a limit, in UTF-16 units, cut after a word.
func cut(s string, most int) string {
	if len(utf16.Encode([]rune(s))) <= most {
		return s
	}
	runes := []rune(s)
	for len(utf16.Encode(runes)) >= most {
		runes = runes[:len(runes)-1]
	}
	short := string(runes)
	if at := strings.LastIndexAny(short, " \n"); at > most/2 {
		short = short[:at]
	}
	return strings.TrimRight(short, " \n,.;:") + "…"
}

func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // into memory, so there is no error
	return b.String()
}
