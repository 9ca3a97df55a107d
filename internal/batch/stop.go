package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// stopped says what ended a batch early, in one of the three kinds.
func stopped(ctx context.Context, err error, rows int) error {
	var refused *Refused
	var system *Broken
	switch {
	case errors.As(err, &refused), errors.As(err, &system):
		return err
	case ctx.Err() != nil:
		return &Interrupted{rows, context.Cause(ctx)}
	}
	return broken(err)
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
