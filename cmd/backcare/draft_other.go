//go:build !linux

package main

import (
	"errors"
	"os"
)

// nameless cannot be had here: a draft has a name from the start.
func nameless(string) (*os.File, error) { return nil, errors.ErrUnsupported }

func named(*os.File, string) error { return errors.ErrUnsupported }
