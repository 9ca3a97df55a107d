package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
)

// stopped says what ended a batch early, in one of the three kinds.
func (j *Job) stopped(ctx context.Context, err error, rows int) error {
	again := j.DryRun || j.Out == ""
	switch {
	case kindOf(err) == Refused, kindOf(err) == Broken:
	case ctx.Err() != nil && again:
		return asInterrupted(rows, context.Cause(ctx), "nothing was written; run the same command again")
	case ctx.Err() != nil:
		return asInterrupted(rows, context.Cause(ctx), "run the same command with --resume to go on")
	default:
		err = broken(err)
	}
	var system *Error
	if again && errors.As(err, &system) && system.Kind == Broken {
		return asBroken(system.Err, strings.Replace(system.Try, resumeHint, againHint, 1))
	}
	return err
}

// broken adds what to try to an error of the system.
func broken(err error) error {
	switch {
	case err == nil, kindOf(err) == Refused, kindOf(err) == Broken:
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		return asBroken(err, "make room on the disk, "+resumeHint)
	case errors.Is(err, fs.ErrPermission):
		return asBroken(err, "make the folder writable, "+resumeHint)
	case errors.Is(err, fs.ErrNotExist):
		return asBroken(fmt.Errorf("the folder is gone: %w", err), "bring it back, "+resumeHint)
	}
	return asBroken(err, "put it right, "+resumeHint)
}
