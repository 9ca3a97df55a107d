// Package stream deflates. Its one rule: what is deflated once stands in any number of streams, as it
// is.
package stream

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Fragment is a stretch of a stream: deflated, ended on a byte and without a reference back, so that
// fragments that stand one after the other are one stream.
type Fragment struct {
	Data  []byte
	Size  int    // bytes before deflating
	Adler uint32 // of those
}

// Deflaters are reused, for making one takes longer than deflating a fragment.
var (
	fast = deflaters(flate.BestSpeed)          // of what is used once
	kept = deflaters(flate.DefaultCompression) // of what is kept
	best = deflaters(flate.BestCompression)    // of what is made once and stands in every file
)

type deflater struct {
	zip *flate.Writer
	out bytes.Buffer
}

func deflaters(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		zip, _ := flate.NewWriter(nil, level) // the level is one there is
		return &deflater{zip: zip}
	}}
}

// NewFragment deflates content that is kept.
func NewFragment(content []byte) Fragment { return fragment(content, kept) }

// NewFast deflates content that is used once.
func NewFast(content []byte) Fragment { return fragment(content, fast) }

// NewBest deflates content that stands in many files.
func NewBest(content []byte) Fragment { return fragment(content, best) }

func fragment(content []byte, pool *sync.Pool) Fragment {
	d := pool.Get().(*deflater)
	defer pool.Put(d)
	d.out.Reset()
	d.zip.Reset(&d.out)
	d.zip.Write(content) // a bytes.Buffer does not fail
	d.zip.Flush()
	return Fragment{bytes.Clone(d.out.Bytes()), len(content), adler32.Checksum(content)}
}

// Whole is a stream of one fragment.
func (f Fragment) Whole() []byte {
	w := Begin(make([]byte, 0, len(f.Data)+16))
	w.Add(&f)
	return w.End()
}

// Writer writes one stream, as fragments and as bytes that are stored as they are.
type Writer struct {
	Data []byte
	sum  uint32
}

// Begin begins a stream in a buffer, which it may grow.
func Begin(buf []byte) *Writer { return &Writer{Data: append(buf[:0], 0x78, 0x9c), sum: 1} }

// Add adds a fragment.
func (w *Writer) Add(f *Fragment) {
	w.Data = append(w.Data, f.Data...)
	w.sum = join(w.sum, f.Adler, f.Size)
}

// Store adds a few bytes, fewer than 65,536.
func (w *Writer) Store(data []byte) {
	n := len(data)
	w.Data = append(w.Data, 0, byte(n), byte(n>>8), ^byte(n), ^byte(n>>8))
	w.Data = append(w.Data, data...)
	w.sum = join(w.sum, adler32.Checksum(data), n)
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
