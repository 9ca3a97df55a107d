package protocol_test

import (
	"maps"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"backcare/content"
	"backcare/internal/protocol"
)

func TestEmbeddedContentIsWhole(t *testing.T) {
	embedded(t, protocol.Languages(content.Files)...)
}

// Letters written in two parts are the same as letters written in one.
func TestWordsAreNormalisedOnce(t *testing.T) {
	files := everything(t)
	files["words/es.yaml"].Data = norm.NFD.Bytes(files["words/es.yaml"].Data)
	p, err := protocol.Load(files, "es")
	if err != nil {
		t.Fatal(err)
	}
	want := maps.Collect(embedded(t, "es").Words("es").Texts())
	if got := maps.Collect(p.Words("es").Texts()); !maps.Equal(got, want) {
		t.Error("the words differ")
	}
}

func TestALanguageIsAddedWithoutLoadingAnythingTwice(t *testing.T) {
	files := counted{everything(t), map[string]int{}}
	p, err := protocol.Load(files, "en")
	if err != nil {
		t.Fatal(err)
	}
	q := &p.Questions[0]
	if err := p.Add("es", "en", "es"); err != nil {
		t.Fatal(err)
	}
	if p.Words("es").Lang != "es" || p.Words("en").Lang != "en" || q != &p.Questions[0] {
		t.Error("not the same content with one more language")
	}
	for name, n := range files.opened {
		if n != 1 {
			t.Errorf("%s is read %d times", name, n)
		}
	}
	if err := p.Add("xx", "no_language at all"); err == nil {
		t.Error("a language that is not there")
	}
}

// counted counts how often each file is read.
type counted struct {
	fstest.MapFS
	opened map[string]int
}

func (c counted) ReadFile(name string) ([]byte, error) {
	c.opened[name]++
	return c.MapFS.ReadFile(name)
}

func embedded(t testing.TB, langs ...string) *protocol.Protocol {
	t.Helper()
	p, err := protocol.Load(content.Files, langs...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
