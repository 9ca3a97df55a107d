// Package pdftest reads back what package pdf prints, for tests. Its one rule: it reads only that.
package pdftest

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Line is one run of letters on a page.
type Line struct {
	Page int     // from 1
	Size float64 // pt
	X, Y float64 // pt from the lower left corner of the page
	Bold bool
	Text string
}

var (
	reKids     = regexp.MustCompile(`/Type /Pages /Count \d+ /Kids \[([^\]]*)\]`)
	reRef      = regexp.MustCompile(`(\d+) 0 R`)
	reContents = regexp.MustCompile(`/Contents \[([^\]]*)\]`)
	reLength   = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)
	reFonts    = regexp.MustCompile(`/Font <</(F1) 1 0 R /(F2) `)
	reStart    = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
	reTable    = regexp.MustCompile(`^\d+ 0 obj\n<</Type /XRef /Size (\d+) /W \[1 ([45]) 2\](?: /Index \[([\d ]+)\])?`)
	rePacked   = regexp.MustCompile(`^<</Type /ObjStm /N \d+ /First (\d+)`)
	reOp       = regexp.MustCompile(`(?sm)/(F[12]) ([\d.]+) Tf|([-\d.]+) ([-\d.]+) Td (\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]*>) ?Tj|(^q )(?:1 0 0 1 ([-\d.]+) ([-\d.]+) cm)?|((?:^|EMC |Do )Q$)`)
)

// Dump is the text of a file in painting order, a line for each run: page, size, place, weight
// and text. It depends on neither the compressor nor the cut of the fonts.
func Dump(pdf []byte) (string, error) {
	lines, err := Lines(pdf)
	var b strings.Builder
	for _, l := range lines {
		weight := ""
		if l.Bold {
			weight = " bold"
		}
		fmt.Fprintf(&b, "p%d %.2fpt%s (%.1f, %.1f) %s\n", l.Page, l.Size, weight, l.X, l.Y, l.Text)
	}
	return b.String(), err
}

// Lines are the runs of letters of all pages in painting order.
func Lines(pdf []byte) ([]Line, error) {
	objects, err := objects(pdf)
	if err != nil {
		return nil, err
	}
	bold := ""
	var kids [][]byte
	for _, o := range objects {
		if m := reFonts.FindSubmatch(o); m != nil {
			bold = string(m[2])
		}
		if m := reKids.FindSubmatch(o); m != nil {
			kids = refs(m[1], objects)
		}
	}
	var out []Line
	for i, page := range kids {
		m := reContents.FindSubmatch(page)
		if m == nil { // blank
			continue
		}
		for _, o := range refs(m[1], objects) {
			data, err := stream(o)
			if err != nil {
				return nil, fmt.Errorf("page %d: %w", i+1, err)
			}
			line := Line{Page: i + 1}
			var at [][2]float64 // where the origin lies, in each state that was saved
			var x, y float64
			for _, op := range reOp.FindAllSubmatch(data, -1) {
				switch {
				case len(op[1]) > 0:
					line.Bold = string(op[1]) == bold
					line.Size, _ = strconv.ParseFloat(string(op[2]), 64)
					continue
				case len(op[6]) > 0:
					at = append(at, [2]float64{x, y})
					dx, _ := strconv.ParseFloat(string(op[7]), 64)
					dy, _ := strconv.ParseFloat(string(op[8]), 64)
					x, y = x+dx, y+dy
					continue
				case len(op[9]) > 0:
					x, y = at[len(at)-1][0], at[len(at)-1][1]
					at = at[:len(at)-1]
					continue
				}
				line.X, _ = strconv.ParseFloat(string(op[3]), 64)
				line.Y, _ = strconv.ParseFloat(string(op[4]), 64)
				line.X, line.Y = line.X+x, line.Y+y
				line.Text = decode(op[5])
				out = append(out, line)
			}
		}
	}
	return out, nil
}

// decode reads a string of UTF-16BE codes, in brackets or in hexadecimal.
func decode(s []byte) string {
	body := s[1 : len(s)-1]
	var raw []byte
	if s[0] == '<' {
		raw, _ = hex.DecodeString(string(body))
	} else {
		for i := 0; i < len(body); i++ {
			if body[i] == '\\' && i+1 < len(body) {
				i++
				if body[i] == 'r' {
					raw = append(raw, '\r')
					continue
				}
			}
			raw = append(raw, body[i])
		}
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}
