//go:build unix

package batch

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestParallelRecipeGivesOneRun runs the script that docs/scale.md shows, with the tool itself.
func TestParallelRecipeGivesOneRun(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the tool")
	}
	if _, err := exec.LookPath("parallel"); err != nil {
		t.Skip("GNU parallel is not installed")
	}
	doc, err := os.ReadFile("../../docs/scale.md")
	if err != nil {
		t.Fatal(err)
	}
	script := regexp.MustCompile("(?s)```sh\n(# shards.sh .*?)```").FindSubmatch(doc)
	if script == nil {
		t.Fatal("docs/scale.md has no shards.sh")
	}
	dir := t.TempDir()
	run := func(name string, args ...string) {
		t.Helper()
		path, err := exec.LookPath(name)
		if name == "backcare" {
			path, err = filepath.Join(dir, name), nil
		}
		if err != nil {
			t.Fatal(err)
		}
		c := exec.Command(path, args...)
		c.Dir = dir
		c.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"), "DATE=2026-11-23T10:00:00Z")
		if out, err := c.CombinedOutput(); err != nil && !strings.Contains(err.Error(), "exit status 3") {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
	}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, "backcare"), "../../cmd/backcare").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, data := range map[string]string{"shards.sh": string(script[1]), "my people.csv": people(t, 60, 30) + "bad,row\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run("backcare", "batch", "my people.csv", "--out", "one", "--date", "2026-11-23T10:00:00Z")
	run("sh", "shards.sh", "my people.csv", "all of it", "3")
	run("sh", "shards.sh", "my people.csv", "all of it", "3")
	if err := os.RemoveAll(filepath.Join(dir, "all of it", "shards")); err != nil {
		t.Fatal(err)
	}
	got, want := files(t, filepath.Join(dir, "all of it")), files(t, filepath.Join(dir, "one"))
	delete(want, journalName)
	if len(want) != 61 {
		t.Errorf("%d files", len(want))
	}
	same(t, got, want)
}
