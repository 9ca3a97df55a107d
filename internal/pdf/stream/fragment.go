// Package stream deflates. Its one rule: what is deflated once stands in any number of streams, as it
// is.
package stream

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/binary"
	"hash/adler32"
	"sync"
)

// Fragment is a stretch of a stream: deflated, ended on a byte and without a reference back, so that
// fragments that stand one after the other are one stream.
type Fragment struct {
	Data  []byte
	Size  int    // bytes before deflating
	Adler uint32 // of those
}

// deflaters are reused, for making one takes longer than deflating a fragment.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.DefaultCompression) // the level is one there is
	return w
}}

// NewFragment deflates content that is kept.
func NewFragment(content []byte) Fragment { return newFragment(content, &deflaters) }

func newFragment(content []byte, pool *sync.Pool) Fragment {
	var out bytes.Buffer
	out.Grow(len(content)/2 + 64)
	w := pool.Get().(*flate.Writer)
	w.Reset(&out)
	w.Write(content) // a bytes.Buffer does not fail
	w.Flush()
	pool.Put(w)
	return Fragment{bytes.Clone(out.Bytes()), len(content), adler32.Checksum(content)}
}

// Squeeze deflates what is made once and kept.
func Squeeze(data []byte) []byte {
	var out bytes.Buffer
	zip, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // the level is one there is
	zip.Write(data)                                           // a bytes.Buffer does not fail
	zip.Close()
	return out.Bytes()
}

// fast are the deflaters of what is written once, the same bytes each time.
var fast = sync.Pool{New: func() any {
	w, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // the level is one there is
	return w
}}

// Deflate deflates what is written once.
func Deflate(data []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(data)/3 + 64)
	w := fast.Get().(*zlib.Writer)
	w.Reset(&out)
	w.Write(data) // a bytes.Buffer does not fail
	w.Close()
	fast.Put(w)
	return out.Bytes()
}

// Writer writes one stream, as fragments and as bytes that are stored as they are.
type Writer struct {
	Data []byte
	Size int // bytes before deflating
	sum  uint32
}

// Begin begins a stream in a buffer, which it may grow.
func Begin(buf []byte) *Writer { return &Writer{Data: append(buf[:0], 0x78, 0x9c), sum: 1} }

// Add adds a fragment.
func (w *Writer) Add(f *Fragment) {
	w.Data = append(w.Data, f.Data...)
	w.sum = join(w.sum, f.Adler, f.Size)
	w.Size += f.Size
}

// Store adds a few bytes, fewer than 65,536.
func (w *Writer) Store(data []byte) {
	n := len(data)
	w.Data = append(w.Data, 0, byte(n), byte(n>>8), ^byte(n), ^byte(n>>8))
	w.Data = append(w.Data, data...)
	w.sum = join(w.sum, adler32.Checksum(data), n)
	w.Size += n
}

// End ends the stream and returns it.
func (w *Writer) End() []byte {
	return binary.BigEndian.AppendUint32(append(w.Data, 1, 0, 0, 0xff, 0xff), w.sum)
}

// join is the checksum of two stretches one after the other, the second n bytes long.
func join(a, b uint32, n int) uint32 {
	const mod = 65521
	rest := uint32(n % mod)
	low := (a&0xffff + b&0xffff + mod - 1) % mod
	high := (uint32(uint64(rest)*uint64(a&0xffff)%mod) + a>>16 + b>>16 + mod - rest) % mod
	return high<<16 | low
}

// fastFragments are the deflaters of fragments that are used once.
var fastFragments = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the level is one there is
	return w
}}

// NewFast deflates content that is used once.
func NewFast(content []byte) Fragment { return newFragment(content, &fastFragments) }
