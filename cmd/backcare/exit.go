package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"backcare/internal/defect"
	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// The exit codes. A referral is a result, not a failure.
const (
	exitDone        = 0
	exitFailed      = 1 // could not do it: input, output, or a fault of the program
	exitUsage       = 2 // wrong use, answers or content
	exitSomeRows    = 3 // batch: some rows rejected, the rest written
	exitNoRows      = 4 // batch: no paper written
	exitPlanned     = 10
	exitTwoWeeks    = 11
	exitSameDay     = 12
	exitEmergency   = 13
	exitInterrupted = 130
)

const exitHelp = `EXIT CODES:
   0    done; a referral is a result like any other
   1    could not do it (input, output, or a fault of the program)
   2    wrong use, answers or content
   3    batch: some rows rejected, the rest written
   4    batch: no paper written
   10   with --exit-code: planned referral
   11   with --exit-code: referral within two weeks
   12   with --exit-code: referral the same day
   13   with --exit-code: emergency
   130  interrupted
`

// urgencyExit is the code of a referral's urgency under --exit-code.
var urgencyExit = map[protocol.Urgency]int{
	protocol.Planned: exitPlanned, protocol.TwoWeeks: exitTwoWeeks, protocol.SameDay: exitSameDay, protocol.Emergency: exitEmergency,
}

// failure is an error with its exit code and what to try.
type failure struct {
	error
	code int
	hint string
}

func (f failure) Unwrap() error { return f.error }

func misuse(hint, format string, args ...any) error {
	return failure{fmt.Errorf(format, args...), exitUsage, hint}
}

// status ends a run with a code and no message.
type status int

func (s status) Error() string { return fmt.Sprintf("exit %d", int(s)) }

// report tells the person at the terminal what went wrong and gives the exit code.
func (s streams) report(ctx context.Context, err error) int {
	var (
		code   status
		fail   failure
		broken *defect.Defect
		hint   interface{ Hint() string }
		print  = func(kind, text string) {
			for line := range strings.SplitSeq(text, "\n") {
				fmt.Fprintf(s.err, "backcare: %s: %s\n", kind, line)
			}
		}
	)
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &broken):
		fail = failure{err, exitFailed, "please report it, together with what BACKCARE_DEBUG=1 shows"}
		if s.env("BACKCARE_DEBUG") == "1" {
			fail.hint = ""
			s.err.Write(broken.Stack)
		}
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &fail):
	case errors.Is(err, syscall.EPIPE): // whoever read it has seen enough
		return exitFailed
	case errors.Is(err, questions.ErrInterrupted), ctx.Err() != nil: // also while a file was read
		fail = failure{errors.New("interrupted; nothing was written"), exitInterrupted, ""}
	case errors.As(err, &hint):
		fail = failure{err, exitUsage, hint.Hint()}
	default:
		fail = failure{err, exitFailed, ""}
	}
	print("error", fail.Error())
	if fail.hint != "" {
		print("hint", fail.hint)
	}
	return fail.code
}
