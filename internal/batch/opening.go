package batch

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// readAhead is how many bytes of the table are read at once. The header must fit in it.
const readAhead = 64 << 10

// decode gives the table as UTF-8 without a byte order mark, and how many bytes of the table
// make one of the bytes read. UTF-16 is known by its mark, or by the zeros that plain letters leave.
func decode(in io.Reader) (*bufio.Reader, int64, error) {
	raw := bufio.NewReaderSize(in, readAhead)
	start, err := raw.Peek(4)
	if err != nil && err != io.EOF {
		return nil, 1, err
	}
	zero := func(i int) bool { return len(start) == 4 && start[i] == 0 }
	var order unicode.Endianness
	switch {
	case bytes.HasPrefix(start, []byte("\ufeff")):
		raw.Discard(3)
		return raw, 1, nil
	case bytes.HasPrefix(start, []byte{0xFF, 0xFE}), !zero(0) && zero(1) && !zero(2) && zero(3):
		order = unicode.LittleEndian
	case bytes.HasPrefix(start, []byte{0xFE, 0xFF}), zero(0) && !zero(1) && zero(2) && !zero(3):
		order = unicode.BigEndian
	default:
		return raw, 1, nil
	}
	text := transform.NewReader(raw, unicode.UTF16(order, unicode.UseBOM).NewDecoder())
	return bufio.NewReaderSize(text, readAhead), 2, nil
}

// foreign refuses a file that is no table, by how it begins.
func foreign(start []byte) error {
	line, _, _ := bytes.Cut(start, []byte("\n"))
	line = bytes.TrimSpace(line)
	const objects = "write one object on each line (NDJSON); `jq -c` does that, with .[] for a list"
	switch {
	case bytes.HasPrefix(start, []byte(zipHead)):
		return asRefused("this is a workbook, or another ZIP file; a workbook is read from a file only", "give its name: backcare batch people.xlsx")
	case bytes.HasPrefix(start, []byte("\xd0\xcf\x11\xe0")):
		return asRefused("this is a workbook with a password, or an old one (.xls)", saveAgain)
	case start[0] == '[':
		return asRefused("this is a JSON list, not a table", objects)
	case start[0] == '{' && bytes.IndexByte([]byte("{[,"), line[len(line)-1]) >= 0:
		return asRefused("this is JSON over several lines, not a table", objects)
	}
	return nil
}

// skipSep skips the line by which a table names its separator to Excel; it is no row. Programs
// that take it for one write it back in quotes, or with more separators behind it, which then are
// the ones that count.
func (c *csvCutter) skipSep(start []byte) {
	n := bytes.IndexAny(start, "\r\n")
	if n < 0 {
		return
	}
	line := bytes.ReplaceAll(start[:n], []byte(`"`), nil)
	if len(line) < 5 || !strings.EqualFold(string(line[:4]), "sep=") {
		return
	}
	comma := line[len(line)-1]
	if more := bytes.Trim(line[5:], string(comma)); len(more) > 0 || comma <= ' ' && comma != '\t' || comma > '~' {
		return
	}
	cr := start[n] == '\r'
	c.in.Discard(n + 1)
	c.comma, c.at = comma, int64(n+1)
	if next, _ := c.in.Peek(1); cr && string(next) == "\n" {
		c.in.Discard(1)
		c.at++
	}
}

// commas are what may stand between two cells.
const commas = ",;\t|"

// bestComma is the separator with which the first row holds the most names that are known, or else the most
// cells.
func (t *table) bestComma(start []byte) byte {
	best, most := byte(','), -1
	for _, comma := range []byte(commas) {
		c := &csvCutter{in: bufio.NewReader(bytes.NewReader(start)), comma: comma}
		var r record
		if c.next(&r) != nil {
			continue
		}
		score := len(r.cells)
		for _, cell := range r.cells {
			if _, ok := t.headed(cell); ok {
				score += mostCells
			}
		}
		if score > most {
			best, most = comma, score
		}
	}
	return best
}
