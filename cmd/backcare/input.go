package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"backcare/internal/patient"
)

// unused returns the path, or the first of path-2, path-3, … that does not exist.
func unused(path string) string {
	ext := filepath.Ext(path)
	for n := 1; ; n++ {
		try := path
		if n > 1 {
			try = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
		}
		if _, err := os.Lstat(try); err != nil {
			return try
		}
	}
}

// open opens a file to read, or stdin for "-". A pipe that nobody writes to is waited for until ctx ends.
func (s streams) open(ctx context.Context, path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(s.in), nil
	}
	type opened struct {
		f   *os.File
		err error
	}
	done := make(chan opened, 1)
	go func() {
		f, err := os.Open(path)
		done <- opened{f, err}
	}()
	select {
	case got := <-done:
		if got.err != nil {
			return nil, misuse("check the path", "cannot read %q: %v", path, bare(got.err))
		}
		if info, err := got.f.Stat(); err == nil && info.IsDir() {
			got.f.Close()
			return nil, misuse("give a file in it", "cannot read %q: it is a folder", path)
		}
		return got.f, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// contents reads a file, or stdin for "-": one byte beyond the limit at the most, so that what is too large can be told.
func (s streams) contents(ctx context.Context, path string, limit int64) ([]byte, error) {
	in, err := s.open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(patient.NewReader(ctx, in), limit+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read %q: %w", path, bare(err))
	}
	return data, nil
}

// ordinary refuses anything but a regular file: a pipe or a device might never end.
func ordinary(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return misuse("check the path", "cannot read %q: %v", path, bare(err))
	case !info.Mode().IsRegular():
		return misuse("give a file", "%q is not an ordinary file", path)
	}
	return nil
}
