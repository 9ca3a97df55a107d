package protocol_test

import (
	"testing"

	"backcare/content"
	"backcare/internal/protocol"
)

func TestEmbeddedContentIsWhole(t *testing.T) {
	embedded(t, protocol.Languages(content.Files)...)
}

func embedded(t testing.TB, langs ...string) *protocol.Protocol {
	t.Helper()
	p, err := protocol.Load(content.Files, langs...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
