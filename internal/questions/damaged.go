package questions

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// undamaged refuses a text that was damaged before it came here, so that no paper bears it. The message
// never quotes enough to recognise a name.
func undamaged(field, s string) error {
	if isASCII(s) && !strings.ContainsAny(s, "&#?:") { // as most are, with nothing to look at closely
		return nil
	}
	what := ""
	switch code := htmlCode.FindString(s); {
	case spreadsheetError.MatchString(s):
		return &Problem{Text: "a spreadsheet error stands in place of the text", hint: "fix the formula, or type the text in its place"}
	case code != "" && html.UnescapeString(code) != code:
		what = "holds an HTML code, " + code
	case misread(s):
		what = "looks like UTF-8 read as Windows-1252, as in \u00c3\u00b6 for \u00f6"
	case lostLetter.MatchString(s), field == "name" && strings.Contains(s, "?"):
		what = "has a ? where a letter may have been lost"
	}
	if what == "" {
		return nil
	}
	return &Problem{Text: what, hint: "it was damaged before it reached this tool; export it again as UTF-8, or type it again"}
}

var (
	htmlCode = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,8});`)

	// spreadsheetError is a cell that holds nothing but an error, as spreadsheets in any language write
	// it: #N/A, #REF!, #NAME?, #NV, #BEZUG!, Err:502, or ##### for what has no room.
	spreadsheetError = regexp.MustCompile(`^(?:#[\p{L}\x{BF}/_ ]*[\p{L}/_][!?]|#[\p{L}]/[\p{L}]!?|#DIV/0!|#NV|#NZ|#ND|#[1-9]?#{2,}|Err:[0-9]{3})$`)

	lostLetter = regexp.MustCompile(`\p{L}\?\p{Ll}`)
)

// isASCII reports whether a text is ASCII alone.
func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// misread reports whether a text is UTF-8 that was decoded byte by byte with the code page of western
// Windows, of old Macs or of DOS.
func misread(s string) bool {
	for _, page := range []*charmap.Charmap{charmap.Windows1252, charmap.Macintosh, charmap.CodePage850} {
		var bytes []byte
		symbols := false
		for _, r := range s + " " {
			b, ok := page.EncodeRune(r)
			if ok && b >= utf8.RuneSelf {
				bytes, symbols = append(bytes, b), symbols || !unicode.IsLetter(r)
				continue
			}
			if spelt(bytes, symbols || page == charmap.Windows1252) {
				return true
			}
			bytes, symbols = bytes[:0], false
		}
	}
	return false
}

// spelt reports whether bytes are UTF-8, from anywhere on, of a letter or mark that is in names. Two bytes
// count only when sure: two letters may stand beside each other in a real name.
func spelt(bytes []byte, sure bool) bool {
	for len(bytes) > 0 {
		r, size := utf8.DecodeRune(bytes)
		if (size > 2 || size == 2 && sure) && unicode.In(r, inNames) {
			return true
		}
		bytes = bytes[size:]
	}
	return false
}

// inNames are letters and marks of names beyond plain ones. Others are left out because their bytes look
// like letters that stand together in real names, such as ÍŽ.
var inNames = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0xa0, Hi: 0xa0, Stride: 1}, {Lo: 0xb4, Hi: 0xb4, Stride: 1},
	{Lo: 0xc0, Hi: 0x17f, Stride: 1}, {Lo: 0x386, Hi: 0x3ff, Stride: 1}, {Lo: 0x400, Hi: 0x45f, Stride: 1}, {Lo: 0x490, Hi: 0x491, Stride: 1},
	{Lo: 0x1e00, Hi: 0x1eff, Stride: 1}, {Lo: 0x2010, Hi: 0x201e, Stride: 1}, {Lo: 0x20ac, Hi: 0x20ac, Stride: 1},
}, LatinOffset: 1}

// isText reports whether a field of a person is printed as it was written.
func isText(field string) bool {
	return slices.Contains([]string{"ref", "name", "site", "note"}, field)
}
