//go:build unix

package batch

import (
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestKilledAtAnyMomentEndsAsUndisturbed kills a real batch at random, again and again, until it
// gets through.
func TestKilledAtAnyMomentEndsAsUndisturbed(t *testing.T) {
	const rows = 300
	table := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(table, []byte(people(t, rows, 5)), 0o600); err != nil {
		t.Fatal(err)
	}
	calm := filepath.Join(t.TempDir(), "calm")
	begun := time.Now()
	if out, err := launch(t, orders{Table: table, Out: calm, Workers: 2}).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := time.Since(begun)
	want := files(t, calm)
	if len(want) != rows+2 {
		t.Fatalf("%d files", len(want))
	}
	dir := filepath.Join(t.TempDir(), "killed")
	kills, most := 0, whole/3
	for ; ; most += whole / 30 { // ever longer, so that it gets through
		c := launch(t, orders{Table: table, Out: dir, Workers: 1 + kills%3, Resume: true})
		var talk strings.Builder
		c.Stderr = &talk
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		kill := time.AfterFunc(rand.N(most), func() { c.Process.Kill() })
		err := c.Wait()
		kill.Stop()
		if err == nil {
			break
		}
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
			t.Fatalf("%v: %s", err, talk.String())
		}
		kills++
		there := filesIfAny(t, dir)
		for name, got := range there {
			if !strings.HasPrefix(name, ".backcare-") && got != want[name] {
				t.Fatalf("after %d kills %s is not whole", kills, name)
			}
			if _, paper := rowOf(name); paper && !strings.Contains(there[journalName], ","+name+",") {
				t.Fatalf("after %d kills %s is there and not in the journal", kills, name)
			}
		}
	}
	t.Logf("killed %d times", kills)
	if kills == 0 {
		t.Error("it was never killed")
	}
	same(t, files(t, dir), want)
}

func filesIfAny(t *testing.T, dir string) map[string]string {
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	return files(t, dir)
}

// awaitFiles waits until a batch that is running has put so many files into a folder. It looks at
// the names alone: a part file may be gone before it could be opened.
func awaitFiles(t *testing.T, dir string, n int) {
	t.Helper()
	for range 6000 {
		if list, _ := os.ReadDir(dir); len(list) >= n {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("a minute has gone and %s does not hold %d files", dir, n)
}

// TestTwoBatchesNeverShareAFolder holds a folder with a real process, which then is killed.
func TestTwoBatchesNeverShareAFolder(t *testing.T) {
	dir, table := t.TempDir(), people(t, 20, 0)
	c := launch(t, orders{Out: dir, Workers: 1})
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write([]byte(table[:len(table)/2])); err != nil {
		t.Fatal(err)
	}
	awaitFiles(t, dir, 3)
	second := testJob(t, strings.NewReader(table), dir)
	second.Resume = true
	_, err = Run(t.Context(), second)
	var system *Error
	if !errors.As(err, &system) || system.Kind != Broken || !strings.Contains(err.Error(), "another batch is writing in") {
		t.Errorf("%v", err)
	}
	c.Process.Kill()
	c.Wait()
	second.In = strings.NewReader(table)
	mustRun(t, second)
	calm := t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(table), calm))
	same(t, files(t, dir), files(t, calm))
}

// TestInterruptedStopsCleanlyAndGoesOn interrupts a batch that waits for more rows.
func TestInterruptedStopsCleanlyAndGoesOn(t *testing.T) {
	dir, table := t.TempDir(), people(t, 20, 0)
	c := launch(t, orders{Out: dir, Workers: 2})
	var talk strings.Builder
	c.Stderr = &talk
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write([]byte(table[:len(table)/2])); err != nil {
		t.Fatal(err)
	}
	awaitFiles(t, dir, 5)
	c.Process.Signal(os.Interrupt)
	var exit *exec.ExitError
	if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 130 {
		t.Errorf("%v: %s", err, talk.String())
	}
	if !strings.Contains(talk.String(), "error: interrupted after") || !strings.Contains(talk.String(), "--resume") {
		t.Error(talk.String())
	}
	for name := range files(t, dir) {
		if strings.HasPrefix(name, temporaryPrefix) {
			t.Errorf("%s is left", name)
		}
	}
	again := testJob(t, strings.NewReader(table), dir)
	again.Resume = true
	if sum := mustRun(t, again); sum.Kept == 0 || sum.Rows != 20 {
		t.Errorf("%+v", sum)
	}
	calm := t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(table), calm))
	same(t, files(t, dir), files(t, calm))
}

// TestFullDiskLosesNothing runs out of room, first as the system limits files, then on a real disk.
func TestFullDiskLosesNothing(t *testing.T) {
	table := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(table, []byte(people(t, 60, 20)), 0o600); err != nil {
		t.Fatal(err)
	}
	calm := filepath.Join(t.TempDir(), "calm")
	if out, err := launch(t, orders{Table: table, Out: calm, Workers: 2}).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := files(t, calm)
	t.Run("limit", func(t *testing.T) {
		fails(t, orders{Table: table, Out: filepath.Join(t.TempDir(), "out"), Workers: 2, Largest: 9000}, want, func() {})
	})
	t.Run("disk", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "disk")
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", dir).CombinedOutput(); err != nil {
			t.Skipf("no small disk to be had: %v: %s", err, out)
		}
		t.Cleanup(func() { exec.Command("umount", dir).Run() })
		fails(t, orders{Table: table, Out: filepath.Join(dir, "out"), Workers: 2}, want, func() {
			if out, err := exec.Command("mount", "-o", "remount,size=64m", dir).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		})
	})
}

// fails runs a batch that has to run out of room, makes room, and sees it through.
func fails(t *testing.T, o orders, want map[string]string, room func()) {
	t.Helper()
	out, err := launch(t, o).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "hint: make room on the disk") {
		t.Fatalf("%v: %s", err, out)
	}
	for name, got := range files(t, o.Out) {
		if !strings.HasPrefix(name, ".backcare-") && got != want[name] {
			t.Errorf("%s is not whole", name)
		}
		if strings.HasPrefix(name, temporaryPrefix) {
			t.Errorf("%s is left", name)
		}
	}
	room()
	o.Resume, o.Largest = true, 0
	if out, err := launch(t, o).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	same(t, files(t, o.Out), want)
}
