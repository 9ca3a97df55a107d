package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
)

// writer writes a PDF: numbered objects, then the table that says where they are. Numbers may be
// handed out before their objects are written, in any order.
type writer struct {
	to      io.Writer
	deflate func([]byte) []byte
	at      int64
	pos     []int64 // offset of each object; 0 is none yet
	err     error
	buf     []byte

	packed []int          // objects that wait for their stream
	pack   []byte         // the same, one after the other
	starts []int          // where each begins in pack
	within map[int][2]int // stream and place of each object that stands in one
}

// opening is how every file begins.
const opening = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// newWriter begins a file. Deflate presses what the file packs.
func newWriter(to io.Writer, deflate func([]byte) []byte) *writer {
	w := &writer{to: to, deflate: deflate, pos: make([]int64, 1, 256), within: map[int][2]int{}}
	w.bytes([]byte(opening))
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

// later writes an object into the next object stream, where objects that are much alike take
// little room. It is not for streams.
func (w *writer) later(n int, body []byte) {
	w.packed, w.starts = append(w.packed, n), append(w.starts, len(w.pack))
	w.pack = append(append(w.pack, body...), '\n')
}

// flush writes the objects that wait.
func (w *writer) flush() {
	if len(w.packed) == 0 {
		return
	}
	var head []byte
	n := w.reserve(1)
	for i, id := range w.packed {
		head = fmt.Appendf(head, "%d %d ", id, w.starts[i])
		w.within[id] = [2]int{n, i}
	}
	w.stream(n, fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", len(w.packed), len(head)), w.deflate(append(head, w.pack...)))
	w.packed, w.starts, w.pack = nil, nil, nil
}

// squeeze deflates what is written once and kept.
func squeeze(data []byte) []byte {
	var out bytes.Buffer
	zip, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // the level is one there is
	zip.Write(data)                                           // a bytes.Buffer does not fail
	zip.Close()
	return out.Bytes()
}

// close writes the table and the trailer, and returns the offset of the two identifiers in it,
// each idSize digits long, the second idStep after the first.
func (w *writer) close(root, info int, id string) int64 {
	w.flush()
	n := w.reserve(1)
	x := w.at
	w.pos[n] = x
	// The table is a stream: for each object its kind, then where it is.
	rows := make([]byte, 0, 8*len(w.pos))
	for i, p := range w.pos {
		switch in, ok := w.within[i]; {
		case i == 0:
			rows = append(rows, 0, 0, 0, 0, 0, 0, 0xff, 0xff)
		case ok:
			rows = append(binary.BigEndian.AppendUint32(append(rows, 2, 0), uint32(in[0])), byte(in[1]>>8), byte(in[1]))
		default:
			rows = append(binary.BigEndian.AppendUint32(append(rows, 1, byte(p>>32)), uint32(p)), 0, 0)
		}
	}
	rows = w.deflate(rows)
	b := fmt.Appendf(nil, "%d 0 obj\n<</Type /XRef /Size %d /W [1 5 2] /Root %d 0 R /Info %d 0 R /Filter /FlateDecode /ID [<", n, len(w.pos), root, info)
	at := w.at + int64(len(b))
	b = fmt.Appendf(b, "%s><%s>] /Length %d>>\nstream\n", id, id, len(rows))
	b = append(b, rows...)
	b = fmt.Appendf(b, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", x)
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
