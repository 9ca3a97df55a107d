package main

import (
	"context"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// view shows a file with the program that Windows has for its kind, as start does.
func (v showing) view(_ context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
}
