package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// style is what the number format of a cell makes of a number.
type style struct {
	date  bool
	zeros int // digits at least, with zeros before them
}

func (s *Sheet) readStyles(f *zip.File) error {
	formats := map[int]string{}
	cells := false
	return each(f, largestHead, func(t *tokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attr(e, "numFmtId")); err == nil {
				formats[id] = attr(e, "formatCode")
			}
		case "cellXfs":
			cells = true
		case "cellStyles", "dxfs":
			cells = false
		case "xf":
			if cells {
				id, _ := strconv.Atoi(attr(e, "numFmtId")) // without one it is 0, as shown
				s.styles = append(s.styles, styleOf(id, formats[id]))
			}
		}
		return nil
	})
}

// beside are the parts of a format that are no digits: colours, languages, quoted and escaped text.
var beside = regexp.MustCompile(`\[[^\]]*\]|"[^"]*"|\\.|[_*].`)

func styleOf(id int, code string) style {
	if code == "" { // built in; some are of one country only
		return style{date: id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58}
	}
	code, _, _ = strings.Cut(beside.ReplaceAllString(code, ""), ";")
	if code != "" && strings.Trim(code, "0") == "" {
		return style{zeros: len(code)}
	}
	return style{date: !strings.EqualFold(code, "General") && strings.ContainsAny(code, "dmyhDMYH")}
}

// epoch is the day from which a workbook counts.
type epoch int

const (
	since1900 epoch = iota
	since1904       // old Macs
)

// day is a number of days as a date, with the time if there is one.
func (e epoch) day(n float64) (string, bool) {
	const last = 2_958_465 // 9999-12-31
	if !(n >= 1 && n <= last) && !(e == since1904 && n >= 0 && n <= last-1462) {
		return "", false
	}
	days := math.Floor(n)
	seconds := math.Round((n - days) * 24 * 60 * 60)
	var d time.Time
	switch {
	case e == since1904:
		d = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60:
		d = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	case days < 61: // a day that only spreadsheets know, 29 February 1900
		return "", false
	default:
		d = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	}
	d = d.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	if seconds == 0 {
		return d.Format(time.DateOnly), true
	}
	return d.Format(time.DateTime), true
}

// number is a number as it is shown: without the digits that only come from how it is kept.
func (s style) number(n float64) string {
	if n == math.Trunc(n) && math.Abs(n) < 1e15 {
		text := strconv.FormatInt(int64(n), 10)
		if n >= 0 && len(text) < s.zeros && s.zeros < 64 {
			text = strings.Repeat("0", s.zeros-len(text)) + text
		}
		return text
	}
	return strconv.FormatFloat(n, 'g', 15, 64)
}
