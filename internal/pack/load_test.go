package pack_test

import (
	"testing"

	"backcare/content"
	"backcare/internal/pack"
)

func TestEmbeddedContentIsWhole(t *testing.T) {
	embedded(t, pack.Languages(content.Files)...)
}

func embedded(t testing.TB, langs ...string) *pack.Pack {
	t.Helper()
	p, err := pack.Load(content.Files, langs...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
