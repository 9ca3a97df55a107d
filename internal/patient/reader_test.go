package patient

import (
	"context"
	"errors"
	"io"
	"testing"
)

func TestAReadEndsWithItsContext(t *testing.T) {
	in, out := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	r := NewReader(ctx, in)
	go io.WriteString(out, "ab")
	b := make([]byte, 1)
	if n, err := r.Read(b); n != 1 || b[0] != 'a' || err != nil {
		t.Fatal(n, err)
	}
	go stop()
	for range 2 { // the b that came may be read, or lost
		if _, err := r.Read(b); errors.Is(err, context.Canceled) {
			return
		}
	}
	t.Error("it goes on waiting")
}
