package pack_test

import (
	"testing"

	"backcare/content"
	"backcare/internal/pack"
)

func TestEmbeddedContentIsWhole(t *testing.T) {
	langs := pack.Languages(content.Files)
	if len(langs) == 0 {
		t.Fatal("no languages")
	}
	if _, err := pack.Load(content.Files, langs...); err != nil {
		t.Error(err)
	}
}
