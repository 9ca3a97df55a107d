package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"backcare/internal/protocol"
)

// showing is what is done with a paper that is written: it is printed, shown, both or neither.
type showing struct {
	streams
	open, print bool
	printer     string // empty for the one that the system prefers
	size        string // of the paper: a4 or letter
	sides       sides
}

// sides is how a printer turns the page, in the words of CUPS.
type sides string

const (
	oneSided sides = "one-sided" // cards are cut out or folded: nothing may be on their back
	longEdge sides = "two-sided-long-edge"
)

func showFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "open", Usage: "open the finished paper in the system's viewer", DisableDefaultText: true},
		&cli.BoolFlag{Name: "print", Usage: "print the finished paper with lp, at actual size; the system's print service keeps a copy", DisableDefaultText: true},
		&cli.StringFlag{Name: "printer", Usage: "print it on the printer `NAME`; lpstat -e lists them"},
	}
}

func (s streams) showing(c *cli.Context, size string, turned sides) showing {
	return showing{s, c.Bool("open"), c.Bool("print") || c.IsSet("printer"), c.String("printer"), size, turned}
}

// check refuses what can be neither shown nor printed, before anything is asked. Out is empty for a
// file with the usual name.
func (v showing) check(out, format string) error {
	for _, o := range []struct {
		name    string
		given   bool
		formats []string
	}{{"--open", v.open, []string{"pdf", "html"}}, {"--print", v.print && v.printer == "", []string{"pdf"}}, {"--printer", v.printer != "", []string{"pdf"}}} {
		switch {
		case !o.given:
		case out == "-":
			return misuse("give a file with --out, or leave it out", "%s cannot be used with --out -", o.name)
		case !slices.Contains(o.formats, format):
			return misuse("use --format "+protocol.OneOf(o.formats), "%s cannot be used with --format %s", o.name, format)
		}
	}
	return nil
}

// after prints and shows the paper that is written to a path. Where that fails, the paper stays.
func (v showing) after(ctx context.Context, path string) error {
	if v.print {
		hint := "print it by hand: actual size, both sides, flip on the long edge"
		if v.sides == oneSided {
			hint = "print it by hand: actual size, one side"
		}
		lp, err := v.program("lp")
		if err == nil {
			hint = "lpstat -e lists the printers; or " + hint
			err = v.hand(ctx, lp, path)
		}
		if err != nil {
			return unshown(ctx, err, "print", path, hint)
		}
	}
	if v.open {
		if err := v.view(ctx, path); err != nil {
			return unshown(ctx, err, "show", path, "open it by hand")
		}
	}
	return nil
}

// unshown wraps the error of showing or printing a paper that was written all the same.
func unshown(ctx context.Context, err error, what, path, hint string) error {
	code := exitFailed
	if ctx.Err() != nil {
		err, code = errors.New("interrupted"), exitInterrupted
	}
	return failure{fmt.Errorf("cannot %s %q: %w", what, path, err), code, "the paper is written; " + hint}
}

// hand sends a paper to lp. The title of the job is the program's name, because lp would otherwise show the
// name of the file to everybody who looks at the queue.
func (v showing) hand(ctx context.Context, lp, path string) error {
	path, err := filepath.Abs(path) // no option, whatever it begins with
	if err != nil {
		return err
	}
	media := map[string]string{"a4": "A4", "letter": "Letter"}[v.size]
	args := []string{"-t", "backcare", "-o", "sides=" + string(v.sides), "-o", "print-scaling=none", "-o", "media=" + media}
	if v.printer != "" {
		args = append(args, "-d", v.printer)
	}
	said, err := command(ctx, lp, append(args, path)...).CombinedOutput()
	text := strings.TrimSpace(string(bytes.ToValidUTF8(said, []byte("?"))))
	if err != nil {
		return errors.New(first(text, "lp: "+err.Error()))
	}
	if text != "" { // the number of the job
		fmt.Fprintln(v.err, text)
	}
	fmt.Fprintln(v.err, "The system's print service keeps a copy of the paper, often for a day.")
	return nil
}

// command is a program with its arguments, no shell between. It ends with ctx.
func command(ctx context.Context, path string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, path, args...)
	c.WaitDelay = time.Second // for what it started itself
	return c
}

// program finds an executable in PATH, never in the current folder.
func (s streams) program(name string) (string, error) {
	for _, dir := range filepath.SplitList(s.env("PATH")) {
		if !filepath.IsAbs(dir) {
			continue
		}
		if path, err := exec.LookPath(filepath.Join(dir, name)); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("there is no %s on this system", name)
}
