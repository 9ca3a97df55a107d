package batch

import (
	"errors"
	"fmt"
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
	// Refused is not begun, because of how it was asked for: the table's header, the options, or what the
	// folder holds. Nothing was written.
	Refused Kind = iota + 1
	// Broken could not be begun or had to stop: a full disk, a folder that cannot be written or is in use. What is
	// written is whole, and Resume goes on from there.
	Broken
	// Interrupted was told to stop. What is written is whole, and Resume goes on from there.
	Interrupted
)

// Error says what happened.
func (e *Error) Error() string { return e.Err.Error() }

// Hint says what to try; it may be empty.
func (e *Error) Hint() string { return e.Try }

// Unwrap is what happened; of an interruption its cause, context.Canceled as a rule.
func (e *Error) Unwrap() error { return e.Err }

func asRefused(text, try string) error { return &Error{Refused, errors.New(text), try} }

func asBroken(err error, try string) error { return &Error{Broken, err, try} }

func asInterrupted(rows int, cause error, try string) error {
	return &Error{Interrupted, interruption{rows, cause}, try}
}

// kindOf is the kind of an error; 0 for one that is not of a batch.
func kindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return 0
}

// interruption is when a batch was told to stop: after how many rows, and why.
type interruption struct {
	rows int
	error
}

// Error says how far the batch came.
func (s interruption) Error() string { return fmt.Sprintf("interrupted after %d rows", s.rows) }

// Unwrap is the cause.
func (s interruption) Unwrap() error { return s.error }

const (
	resumeHint = "then run the same command with --resume"
	againHint  = "then run the same command again" // when there is no folder to go on with
)
