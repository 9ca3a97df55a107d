package overlay_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backcare/content"
	"backcare/internal/overlay"
)

func TestNothingOutsideOfAPackIsRead(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "sources.yaml")
	write(t, outside, "clinic-note: not for you\n")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "pack.yaml"), identity)
	if err := os.Symlink(outside, filepath.Join(dir, "sources.yaml")); err != nil {
		t.Skip(err)
	}
	pack, err := overlay.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = overlay.Load(content.Files, &pack, "en")
	if err == nil || !strings.HasSuffix(err.Error(), "sources.yaml: is a link that leads nowhere or out of the folder; put the file itself there") {
		t.Errorf("got %v", err)
	}
}

func TestAPackThatIsNotThereIsNamed(t *testing.T) {
	_, err := overlay.Open("no-such-pack")
	if err == nil || err.Error() != "no-such-pack: no such file or directory" {
		t.Errorf("got %v", err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
