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
	var refused *Refused
	var system *Broken
	again := j.DryRun || j.Out == ""
	switch {
	case errors.As(err, &refused), errors.As(err, &system):
	case ctx.Err() != nil && again:
		return &Interrupted{rows, context.Cause(ctx), "nothing was written; run the same command again"}
	case ctx.Err() != nil:
		return &Interrupted{rows, context.Cause(ctx), "run the same command with --resume to go on"}
	default:
		err = broken(err)
	}
	if again && errors.As(err, &system) {
		return &Broken{system.Err, strings.Replace(system.Try, resumeHint, againHint, 1)}
	}
	return err
}

// broken adds what to try to an error of the system.
func broken(err error) error {
	var refused *Refused
	var system *Broken
	switch {
	case err == nil, errors.As(err, &refused), errors.As(err, &system):
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		return &Broken{err, "make room on the disk, " + resumeHint}
	case errors.Is(err, fs.ErrPermission):
		return &Broken{err, "make the folder writable, " + resumeHint}
	case errors.Is(err, fs.ErrNotExist):
		return &Broken{fmt.Errorf("the folder is gone: %w", err), "bring it back, " + resumeHint}
	}
	return &Broken{err, "put it right, " + resumeHint}
}
