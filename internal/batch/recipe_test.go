//go:build unix

package batch

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.yaml.in/yaml/v4"
)

// kitchen is a folder with the tool and what docs/scale.md shows to be run.
type kitchen struct {
	t   *testing.T
	dir string
	doc string
}

func newKitchen(t *testing.T) *kitchen {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the tool")
	}
	doc, err := os.ReadFile("../../docs/scale.md")
	if err != nil {
		t.Fatal(err)
	}
	k := &kitchen{t, t.TempDir(), string(doc)}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(k.dir, "backcare"), "../../cmd/backcare").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return k
}

// script is a script that the document shows under its name.
func (k *kitchen) script(name string) string {
	k.t.Helper()
	m := regexp.MustCompile("(?s)```sh\n(# " + regexp.QuoteMeta(name) + " .*?)```").FindStringSubmatch(k.doc)
	if m == nil {
		k.t.Fatalf("docs/scale.md has no %s", name)
	}
	return m[1]
}

func (k *kitchen) write(name, text string) {
	k.t.Helper()
	if err := os.WriteFile(filepath.Join(k.dir, name), []byte(text), 0o600); err != nil {
		k.t.Fatal(err)
	}
}

func (k *kitchen) command(name string, args ...string) *exec.Cmd {
	if name == "backcare" {
		name = filepath.Join(k.dir, name)
	}
	c := exec.Command(name, args...)
	c.Dir = k.dir
	c.Env = append(os.Environ(), "PATH="+k.dir+":"+os.Getenv("PATH"), "DATE=2026-11-23T10:00:00Z")
	return c
}

// run runs a command that may reject some rows.
func (k *kitchen) run(name string, args ...string) {
	k.t.Helper()
	if out, err := k.command(name, args...).CombinedOutput(); err != nil && !strings.Contains(err.Error(), "exit status 3") {
		k.t.Fatalf("%s: %v: %s", name, err, out)
	}
}

// sameAsOne compares a folder of shards put together with that of one run.
func (k *kitchen) sameAsOne(folder, one string, n int) {
	k.t.Helper()
	if err := os.RemoveAll(filepath.Join(k.dir, folder, "shards")); err != nil {
		k.t.Fatal(err)
	}
	got, want := files(k.t, filepath.Join(k.dir, folder)), files(k.t, filepath.Join(k.dir, one))
	delete(want, journalName)
	if len(want) != n {
		k.t.Errorf("%d files", len(want))
	}
	same(k.t, got, want)
}

// TestParallelRecipeGivesOneRun runs the scripts that docs/scale.md shows, with the tool itself.
func TestParallelRecipeGivesOneRun(t *testing.T) {
	if _, err := exec.LookPath("parallel"); err != nil {
		t.Skip("GNU parallel is not installed")
	}
	k := newKitchen(t)
	k.write("shards.sh", k.script("shards.sh"))
	k.write("together.sh", k.script("together.sh"))
	k.write("my people.csv", people(t, 60, 30)+"bad,row\n")
	k.run("backcare", "batch", "my people.csv", "--out", "one", "--date", "2026-11-23T10:00:00Z")
	k.run("sh", "shards.sh", "my people.csv", "all of it", "3")
	if out, err := k.command("sh", "together.sh", "all of it", "4").CombinedOutput(); err == nil || !strings.Contains(string(out), "shard 4 is not finished") {
		t.Errorf("a shard too few: %v: %s", err, out)
	}
	k.run("sh", "shards.sh", "my people.csv", "all of it", "3")
	k.sameAsOne("all of it", "one", 61)
}

// TestKubernetesRecipeGivesOneRun runs what the pods run, in a shell, and stops one as a node does.
func TestKubernetesRecipeGivesOneRun(t *testing.T) {
	k := newKitchen(t)
	m := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindStringSubmatch(k.doc)
	var job struct {
		Spec struct {
			Completions int
			Template    struct {
				Spec struct {
					Containers []struct{ Command, Args []string }
				}
			}
		}
	}
	if m == nil {
		t.Fatal("docs/scale.md has no Job")
	}
	if err := yaml.Unmarshal([]byte(m[1]), &job); err != nil || len(job.Spec.Template.Spec.Containers) != 1 {
		t.Fatalf("%v: %+v", err, job)
	}
	pod := job.Spec.Template.Spec.Containers[0]
	start := func(data string, index int) *exec.Cmd {
		args := append(append([]string(nil), pod.Command[1:]...), strings.ReplaceAll(pod.Args[0], "/data", filepath.Join(k.dir, data)))
		c := k.command(pod.Command[0], args...)
		c.Env = append(c.Env, fmt.Sprint("JOB_COMPLETION_INDEX=", index))
		return c
	}
	for _, data := range []string{"data", "stopped"} {
		if err := os.Mkdir(filepath.Join(k.dir, data), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	k.write("data/people.csv", people(t, 30, 30)+"bad,row\n")
	k.run("backcare", "batch", "data/people.csv", "--out", "one", "--date", "2026-11-23T10:00:00Z")
	for i := range job.Spec.Completions {
		if out, err := start("data", i).CombinedOutput(); err != nil {
			t.Fatalf("index %d: %v: %s", i, err, out)
		}
	}
	together := strings.Replace(k.script("together.sh"), "set -eu", fmt.Sprintf("set -- '%s/data/papers' %d\nset -eu", k.dir, job.Spec.Completions), 1)
	k.run("sh", "-c", together)
	k.sameAsOne("data/papers", "one", 31)

	// A pod that is stopped stops the tool, and says that it did not finish.
	table := filepath.Join(k.dir, "stopped/people.csv")
	if err := syscall.Mkfifo(table, 0o600); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile(table, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	text := people(t, 30, 30)
	pipe.WriteString(text[:len(text)/2])
	c := start("stopped", 0)
	var said strings.Builder
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(time.Minute, func() { c.Process.Kill() })
	defer late.Stop()
	awaitFiles(t, filepath.Join(k.dir, "stopped/papers/shards/1"), 2)
	c.Process.Signal(syscall.SIGTERM)
	var exit *exec.ExitError // 143 when the shell comes too late for the code of the tool
	if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 130 && exit.ExitCode() != 143 || !strings.Contains(said.String(), "interrupted after") {
		t.Errorf("stopped: %v: %s", err, said.String())
	}
}
