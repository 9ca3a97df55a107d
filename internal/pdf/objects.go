package pdf

import (
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
)

// writer writes a PDF: numbered objects, then the table that says where they are. Numbers may be
// handed out before their objects are written, in any order.
type writer struct {
	to  io.Writer
	at  int64
	pos []int64 // offset of each object; 0 is none yet
	err error
	buf []byte
}

func newWriter(to io.Writer) *writer {
	w := &writer{to: to, pos: make([]int64, 1, 256)}
	w.bytes([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return w
}

func (w *writer) bytes(b []byte) {
	if w.err != nil {
		return
	}
	n, err := w.to.Write(b)
	w.at += int64(n)
	w.err = err
}

// reserve hands out the numbers of n objects and returns the first.
func (w *writer) reserve(n int) int {
	first := len(w.pos)
	for range n {
		w.pos = append(w.pos, 0)
	}
	return first
}

// object writes an object.
func (w *writer) object(n int, body ...[]byte) {
	w.pos[n] = w.at
	w.buf = strconv.AppendInt(w.buf[:0], int64(n), 10)
	w.buf = append(w.buf, " 0 obj\n"...)
	for _, b := range body {
		w.buf = append(w.buf, b...)
	}
	if w.buf[len(w.buf)-1] != '\n' {
		w.buf = append(w.buf, '\n')
	}
	w.buf = append(w.buf, "endobj\n"...)
	w.bytes(w.buf)
}

func (w *writer) printf(n int, format string, args ...any) {
	w.object(n, fmt.Appendf(nil, format, args...))
}

// stream writes a stream object and returns the offset of its data.
func (w *writer) stream(n int, dict string, data []byte) int64 {
	w.object(n, fmt.Appendf(nil, "<<%s /Length %d>>\nstream\n", dict, len(data)), data, []byte("\nendstream\n"))
	return w.at - int64(len("\nendstream\nendobj\n")) - int64(len(data))
}

// close writes the table and the trailer, and returns the offset of the two identifiers in it,
// each idSize digits long, the second idStep after the first.
func (w *writer) close(root, info int, id string) int64 {
	x := w.at
	b := fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(w.pos))
	for _, p := range w.pos[1:] {
		b = fmt.Appendf(b, "%010d 00000 n \n", p)
	}
	b = fmt.Appendf(b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<", len(w.pos), root, info)
	at := w.at + int64(len(b))
	b = fmt.Appendf(b, "%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n", id, id, x)
	w.bytes(b)
	return at
}

// The identifiers in a trailer, in bytes.
const (
	idSize = 32
	idStep = idSize + 2
)

// text is a PDF text string, in hexadecimal so that nothing needs escaping.
func text(s string) string {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return string(append(b, '>'))
}
