package overlay_test

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"backcare/internal/overlay"
	"backcare/internal/protocol"
)

func TestOneWalkSeesTheContentAndThePack(t *testing.T) {
	embedded := fstest.MapFS{"screening.yaml": {Data: []byte("a")}, "words/en.yaml": {Data: []byte("b")}}
	over := protocol.Folder{Name: "clinic", Files: fstest.MapFS{
		"pack.yaml": {Data: []byte("c")}, "words/en.yaml": {Data: []byte("d")}, "README.md": {Data: []byte("e")}, ".git/config": {Data: []byte("f")}}}
	var seen []string
	files := overlay.Stacked(embedded, &over)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var data []byte
			data, err = fs.ReadFile(files, name)
			seen = append(seen, name+"="+string(data))
		}
		return err
	})
	want := []string{"pack/pack.yaml=c", "pack/words/en.yaml=d", "screening.yaml=a", "words/en.yaml=b"}
	slices.Sort(seen)
	if err != nil || !slices.Equal(seen, want) {
		t.Errorf("%v: %v", err, seen)
	}
	if overlay.Stacked(embedded, nil).(fstest.MapFS)["screening.yaml"] == nil {
		t.Error("without a pack, the content is not itself")
	}
}
