// Package defect tells a fault of the program from a fault of what it was given. Its one rule: a fault
// of the program is never blamed on anybody's answers.
package defect

import (
	"fmt"
	"runtime/debug"
)

// Defect is a fault of the program: it panicked.
type Defect struct {
	What  any    // it panicked with
	Stack []byte // where, as the runtime tells it
}

// Error is one line.
func (f *Defect) Error() string {
	return fmt.Sprintf("a fault of the program, not of what it was given: %v", f.What)
}

// Catch, when it is deferred, makes an error of a panic.
func Catch(err *error) {
	if what := recover(); what != nil {
		*err = &Defect{what, debug.Stack()}
	}
}
