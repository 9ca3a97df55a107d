package batch

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// largestLine is the limit of one line of NDJSON in bytes, as of one answers file.
const largestLine = 1 << 20

// lineCutter cuts NDJSON into lines: one answers file in JSON on each.
type lineCutter struct {
	in   *bufio.Reader
	row  int
	at   int64 // bytes of text
	wide int64 // bytes of the file for one of them
}

// know has nothing to learn.
func (c *lineCutter) know([]column) {}

func (c *lineCutter) next(r *record) error {
	c.row++
	r.reset(c.row)
	size := 0
	for {
		part, err := c.in.ReadSlice('\n')
		c.at += int64(len(part))
		size += len(part)
		if size > longestRow {
			return endless(r.row)
		}
		if size <= largestLine {
			r.text = append(r.text, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil && (err != io.EOF || size == 0) {
			return err
		}
		break
	}
	if size > largestLine {
		r.note(-1, fmt.Sprintf("longer than %d bytes", largestLine))
	}
	r.text = bytes.TrimRight(r.text, "\r\n")
	r.raw = append(r.raw, r.text...)
	r.ends = append(r.ends, len(r.text))
	r.endRow(c.at * c.wide)
	return nil
}
