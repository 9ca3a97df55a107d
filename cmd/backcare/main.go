// Command backcare screens a person with a sore lower back and prints a referral note or a
// routine sheet. Its one rule: flags, streams, files and exit codes live here, and nothing else.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"backcare/internal/defect"
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400) // a paper is done before what it throws away is worth collecting
	}
	ctx, stop := signals(context.Background())
	code := run(ctx, os.Args, streams{os.Stdin, os.Stdout, os.Stderr, os.Getenv, time.Now})
	stop()
	os.Exit(code)
}

// signals ends the context at the first signal to stop, and lets a second one kill, however long
// what is under way takes. None shows a stack trace. A pipe that nobody reads any more is an error of the write, not a
// signal, so that a batch can still say whom to ring.
func signals(parent context.Context) (context.Context, context.CancelFunc) {
	signal.Ignore(syscall.SIGPIPE)
	stops := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGQUIT}
	if !signal.Ignored(syscall.SIGHUP) { // as under nohup
		stops = append(stops, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(parent, stops...)
	context.AfterFunc(ctx, func() {
		again := make(chan os.Signal, 1)
		signal.Notify(again, syscall.SIGQUIT) // which would show a stack trace by itself
		stop()
		<-again
		os.Exit(exitInterrupted)
	})
	return ctx, stop
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
	return s.report(ctx, s.do(ctx, args))
}

// do runs a command. A fault of the program is an error like others.
func (s streams) do(ctx context.Context, args []string) (err error) {
	defer defect.Catch(&err)
	app := newApp(ctx, s)
	if args, err = arrange(app, args); err != nil {
		return err
	}
	return app.RunContext(ctx, args)
}
