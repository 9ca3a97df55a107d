// Package patient reads from people and slow pipes. Its one rule: a read ends when its context does.
package patient

import (
	"context"
	"io"
)

// NewReader is a reader that stops waiting when ctx ends; the error is that of ctx. A read that was under way is left
// behind, and with it its buffer.
func NewReader(ctx context.Context, in io.Reader) io.Reader { return reader{ctx, in} }

type reader struct {
	ctx context.Context
	in  io.Reader
}

// Read reads into a buffer of its own, because the read may outlive the call.
func (r reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	type result struct {
		data []byte
		err  error
	}
	got := make(chan result, 1)
	go func() {
		own := make([]byte, len(b))
		n, err := r.in.Read(own)
		got <- result{own[:n], err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case t := <-got:
		return copy(b, t.data), t.err
	}
}
