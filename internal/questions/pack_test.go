package questions_test

import (
	"sync"
	"testing"

	"backcare/content"
	"backcare/internal/pack"
)

var loadOnce = sync.OnceValues(func() (*pack.Pack, error) { return pack.Load(content.Files, "en") })

// whole is the content that is shipped: these tests ask and read what people will be asked.
func whole(t testing.TB) *pack.Pack {
	t.Helper()
	p, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return p
}
