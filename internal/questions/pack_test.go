package questions_test

import (
	"sync"
	"testing"

	"backcare/content"
	"backcare/internal/protocol"
)

var loadOnce = sync.OnceValues(func() (*protocol.Protocol, error) { return protocol.Load(content.Files, "en") })

// whole is the content that is shipped: these tests ask and read what people will be asked.
func whole(t testing.TB) *protocol.Protocol {
	t.Helper()
	p, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return p
}
