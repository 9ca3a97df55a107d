//go:build unix

package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"backcare/content"
	"backcare/internal/protocol"
)

// orders are what a test asks of a batch in a process of its own, which can be killed.
type orders struct {
	Table, Out, Spool string // files; an empty Table is stdin
	Format            Format
	Workers, Limit    int
	Shard             Shard
	Resume            bool
	Langs             []string
	Largest           uint64 // bytes of a file that the system allows; 0 for no limit
}

const (
	ordersKey = "BACKCARE_BATCH_ORDERS"
	usageKey  = "BACKCARE_BATCH_USAGE" // says what the process used
)

// TestMain is the test, or the other process when there are orders.
func TestMain(m *testing.M) {
	if s := os.Getenv(ordersKey); s != "" {
		os.Exit(obey(s))
	}
	os.Exit(m.Run())
}

func obey(s string) int {
	var o orders
	if err := json.Unmarshal([]byte(s), &o); err != nil {
		panic(err)
	}
	if o.Largest > 0 {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: o.Largest, Max: o.Largest}); err != nil {
			panic(err)
		}
	}
	var in io.Reader = os.Stdin
	if o.Table != "" {
		f, err := os.Open(o.Table)
		if err != nil {
			panic(err)
		}
		in = f
	}
	t := &processTB{}
	j := testJob(t, in, o.Out)
	j.Spool, j.Workers, j.Limit, j.Shard, j.Resume, j.Talk = o.Spool, o.Workers, o.Limit, o.Shard, o.Resume, os.Stderr
	if len(o.Langs) > 0 {
		p, err := protocol.Load(content.Files, o.Langs...)
		if err != nil {
			panic(err)
		}
		j.Langs, j.Author.Protocol, j.Author.Words = o.Langs, p, p.Words("en")
	}
	if o.Format != "" {
		j.Format = o.Format
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	defer j.SaveCollecting()()
	sum, err := Run(ctx, j)
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		if hint, ok := err.(interface{ Hint() string }); ok {
			fmt.Fprintln(os.Stderr, "hint:", hint.Hint())
		}
		var interrupted *Error
		if errors.As(err, &interrupted) && interrupted.Kind == Interrupted {
			return 130
		}
		return 1
	}
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) == nil && os.Getenv(usageKey) != "" {
		fmt.Fprintf(os.Stderr, "rows %d, peak memory %d kB, processor %.2f s and %.2f s in the system\n", sum.Rows, usage.Maxrss,
			time.Duration(usage.Utime.Nano()).Seconds(), time.Duration(usage.Stime.Nano()).Seconds())
	}
	return 0
}

// processTB stands in for a test in the other process.
type processTB struct{ testing.TB }

func (processTB) Helper() {}

func (processTB) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

// launch prepares a batch in another process.
func launch(t testing.TB, o orders) *exec.Cmd {
	t.Helper()
	b, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe)
	c.Env = append(os.Environ(), ordersKey+"="+string(b))
	return c
}
