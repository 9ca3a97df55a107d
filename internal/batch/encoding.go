package batch

import (
	"bufio"
	"bytes"
	"context"
	"io"

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
	if bytes.HasPrefix(start, []byte("\ufeff")) {
		raw.Discard(3)
		return raw, 1, nil
	}
	wide := func(e unicode.Endianness) (*bufio.Reader, int64, error) {
		text := transform.NewReader(raw, unicode.UTF16(e, unicode.UseBOM).NewDecoder())
		return bufio.NewReaderSize(text, readAhead), 2, nil
	}
	zero := func(i int) bool { return i < len(start) && start[i] == 0 }
	switch {
	case bytes.HasPrefix(start, []byte{0xFF, 0xFE}), len(start) == 4 && !zero(0) && zero(1) && !zero(2) && zero(3):
		return wide(unicode.LittleEndian)
	case bytes.HasPrefix(start, []byte{0xFE, 0xFF}), len(start) == 4 && zero(0) && !zero(1) && zero(2) && !zero(3):
		return wide(unicode.BigEndian)
	}
	return raw, 1, nil
}

// patient is a reader that stops waiting when ctx ends, so that a batch fed by a person or a slow
// pipe can be interrupted. A read that was under way is left behind, and with it its buffer.
type patient struct {
	ctx context.Context
	in  io.Reader
}

type taken struct {
	data []byte
	err  error
}

// Read reads into a buffer of its own, because the read may outlive the call.
func (p *patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	got := make(chan taken, 1)
	go func() {
		own := make([]byte, len(b))
		n, err := p.in.Read(own)
		got <- taken{own[:n], err}
	}()
	select {
	case <-p.ctx.Done():
		return 0, p.ctx.Err()
	case t := <-got:
		return copy(b, t.data), t.err
	}
}
