package batch

import "fmt"

// Refused is a batch that was not begun, because of how it was asked for: the table's header, the
// options, or what the folder holds. Nothing was written.
type Refused struct{ Text, Try string }

// Error says what is wrong.
func (e *Refused) Error() string { return e.Text }

// Hint says what to try; it may be empty.
func (e *Refused) Hint() string { return e.Try }

// Broken is a batch that could not be begun or had to stop: a full disk, a folder that cannot be
// written or is in use. What is written is whole, and Resume goes on from there.
type Broken struct {
	Err error
	Try string
}

// Error says what happened.
func (e *Broken) Error() string { return e.Err.Error() }

// Hint says what to try; it may be empty.
func (e *Broken) Hint() string { return e.Try }

// Unwrap is the error of the system.
func (e *Broken) Unwrap() error { return e.Err }

// Interrupted is a batch that was told to stop. What is written is whole, and Resume goes on from there.
type Interrupted struct {
	Rows int // done before it stopped
	Err  error
	Try  string
}

// Error says how far it came.
func (e *Interrupted) Error() string { return fmt.Sprintf("interrupted after %d rows", e.Rows) }

// Hint says how to go on.
func (e *Interrupted) Hint() string { return e.Try }

// Unwrap is the cause, context.Canceled as a rule.
func (e *Interrupted) Unwrap() error { return e.Err }

const (
	resumeHint = "then run the same command with --resume"
	againHint  = "then run the same command again" // when there is no folder to go on with
)
