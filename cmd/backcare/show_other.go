//go:build !windows

package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
)

// view shows a file with the program that the system has for its kind, and waits where that waits.
func (v showing) view(ctx context.Context, path string) error {
	name := "xdg-open"
	if runtime.GOOS == "darwin" {
		name = "open"
	}
	viewer, err := v.program(name)
	if err != nil {
		return err
	}
	if path, err = filepath.Abs(path); err != nil {
		return err
	}
	if err := command(ctx, viewer, path).Run(); err != nil { // what it says is for nobody: viewers chatter
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
