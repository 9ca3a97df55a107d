// Package file puts a PDF together: objects, where they are, and what a file says about itself. Its
// one rule: it knows the syntax of PDF and nothing of what stands on the pages.
package file

import (
	"fmt"
	"strconv"

	"backcare/internal/pdf/stream"
)

// opening is how every file begins.
const opening = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// place is where an object is: at an offset, or in an object stream.
type place struct {
	number int
	at     int // offset
	stream int // number of the object stream, 0 for none
	index  int // in that
}

// body is objects one after the other, and where they are, in the order of writing.
type body struct {
	data   []byte
	places []place
}

// object begins an object, whose rest the caller appends, and end ends it.
func (b *body) object(n int) {
	b.places = append(b.places, place{number: n, at: len(b.data)})
	b.data = append(strconv.AppendInt(b.data, int64(n), 10), " 0 obj\n"...)
}

func (b *body) end() {
	if b.data[len(b.data)-1] != '\n' {
		b.data = append(b.data, '\n')
	}
	b.data = append(b.data, "endobj\n"...)
}

func (b *body) printf(n int, format string, args ...any) {
	b.object(n)
	b.data = fmt.Appendf(b.data, format, args...)
	b.end()
}

// raw writes an object that is ready but for its number.
func (b *body) raw(n int, object []byte) {
	b.object(n)
	b.data = append(b.data, object...)
	b.end()
}

// stream writes a stream object.
func (b *body) stream(n int, dict string, data ...[]byte) {
	size := 0
	for _, d := range data {
		size += len(d)
	}
	b.object(n)
	b.data = append(append(b.data, "<<"...), dict...)
	b.data = append(strconv.AppendInt(append(b.data, " /Length "...), int64(size), 10), ">>\nstream\n"...)
	for _, d := range data {
		b.data = append(b.data, d...)
	}
	b.data = append(b.data, "\nendstream\nendobj\n"...)
}

// pack is objects that will stand in one object stream, where objects that are much alike take little
// room.
type pack struct {
	numbers, starts []int
	data            []byte
}

// begin begins an object, whose rest the caller appends.
func (p *pack) begin(n int) {
	p.numbers, p.starts = append(p.numbers, n), append(p.starts, len(p.data))
}

// object puts a whole object in.
func (p *pack) object(n int, object string) {
	p.begin(n)
	p.data = append(append(p.data, object...), '\n')
}

// packed writes the object stream of a pack.
func (b *body) packed(n int, p *pack, deflate func([]byte) stream.Fragment) {
	var head []byte
	for i, id := range p.numbers {
		head = append(strconv.AppendInt(head, int64(id), 10), ' ')
		head = append(strconv.AppendInt(head, int64(p.starts[i]), 10), ' ')
		b.places = append(b.places, place{number: id, stream: n, index: i})
	}
	b.stream(n, fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", len(p.numbers), len(head)), deflate(append(head, p.data...)).Whole())
}
