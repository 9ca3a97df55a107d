package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
)

// Error is why a batch did not run to its end.
type Error struct {
	Kind Kind
	Err  error  // what happened
	Try  string // what to try; may be empty
}

// Kind is how far a batch came.
type Kind uint8

const (
	// Refused means that it was not begun, because of how it was asked for: the table's header, the options, or
	// what the folder holds. Nothing was written.
	Refused Kind = iota + 1
	// Broken means that it could not begin or had to stop: a full disk, a folder that cannot be written or is in
	// use. What is written is whole, and Resume goes on from there.
	Broken
	// Interrupted means that it was told to stop. What is written is whole, and Resume goes on from there.
	Interrupted
)

// Error says what happened.
func (e *Error) Error() string { return e.Err.Error() }

// Hint says what to try; it may be empty.
func (e *Error) Hint() string { return e.Try }

// Unwrap is what happened.
func (e *Error) Unwrap() error { return e.Err }

func asRefused(text, try string) error { return &Error{Refused, errors.New(text), try} }

func asBroken(err error, try string) error { return &Error{Broken, err, try} }

// kindOf is the kind of an error; 0 for one that is not of a batch.
func kindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return 0
}

const resumeHint = "then run the same command with --resume"

// stopped says what ended a batch early, after so many rows, in one of the three kinds.
func (j *Job) stopped(ctx context.Context, err error, rows int) error {
	again := j.DryRun || j.Out == "" // there is no folder to go on with
	if kindOf(err) == 0 && ctx.Err() != nil {
		try := "run the same command with --resume to go on"
		if again {
			try = "nothing was written; run the same command again"
		}
		return &Error{Interrupted, fmt.Errorf("interrupted after %d rows", rows), try}
	}
	err = broken(err)
	var e *Error
	if errors.As(err, &e) && again {
		return &Error{e.Kind, e.Err, strings.Replace(e.Try, resumeHint, "then run the same command again", 1)}
	}
	return err
}

// broken adds what to try to an error of the system.
func broken(err error) error {
	switch {
	case err == nil, kindOf(err) > 0:
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		return asBroken(err, "make room on the disk, "+resumeHint)
	case errors.Is(err, fs.ErrPermission):
		return asBroken(err, "make the folder writable, "+resumeHint)
	case errors.Is(err, fs.ErrNotExist):
		return asBroken(fmt.Errorf("the folder is gone: %w", err), "put it back, "+resumeHint)
	}
	return asBroken(err, "fix it, "+resumeHint)
}
