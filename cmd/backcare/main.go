// Command backcare screens a person with a sore lower back and prints a referral note or a
// routine sheet. Its one rule: flags, streams, files and exit codes live here, and nothing else.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args, streams{os.Stdin, os.Stdout, os.Stderr, os.Getenv, time.Now})
	stop()
	os.Exit(code)
}

// streams is the world around one run.
type streams struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	now      func() time.Time
}

// run is the whole program: arguments and streams in, exit code out.
func run(ctx context.Context, args []string, s streams) int {
	if len(args) == 0 {
		args = []string{"backcare"}
	}
	app := newApp(ctx, s)
	args, err := arrange(app, args)
	if err == nil {
		err = app.RunContext(ctx, args)
	}
	return s.report(ctx, err)
}
