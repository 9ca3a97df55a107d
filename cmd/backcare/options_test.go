package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/urfave/cli/v2"
)

// runs runs the program without a terminal.
func runs(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, talk bytes.Buffer
	code = run(t.Context(), append([]string{"backcare"}, args...), streams{in: strings.NewReader(""), out: &out, err: &talk,
		env: func(string) string { return "" }, now: func() time.Time { return time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC) }})
	return code, out.String(), talk.String()
}

// TestOptionGivenTwiceOrEmptyIsRefused tries every option of every command, in every way it can be written.
func TestOptionGivenTwiceOrEmptyIsRefused(t *testing.T) {
	t.Chdir(t.TempDir())
	refused := func(want string, args ...string) {
		t.Helper()
		if code, out, talk := runs(t, args...); code != exitUsage || out != "" || !strings.HasPrefix(talk, "backcare: error: "+want+"\n") && !strings.HasPrefix(talk, "backcare: error: "+want+";") {
			t.Errorf("%q: %d %q %q", args, code, out, talk)
		}
	}
	app := newApp(t.Context(), streams{})
	for _, c := range app.Commands {
		for _, f := range c.Flags {
			if _, isBool := f.(*cli.BoolFlag); isBool {
				continue
			}
			long := "--" + f.Names()[0]
			refused(long+" is empty", c.Name, long, "")
			refused(long+" is empty", c.Name, long+"=")
			refused(long+" is empty", c.Name, "x", long, "")
			if _, many := f.(*cli.StringSliceFlag); many {
				continue
			}
			refused(long+" is given twice", c.Name, long, "1", long, "1")
			refused(long+" is given twice", c.Name, long+"=1", "x", long[1:], "2")
			if c.Name == "screen" {
				refused(long+" is given twice", long, "1", long, "2")
			}
		}
		if slices.Contains([]string{"batch", "check", "explain", "completion", "screen"}, c.Name) {
			refused("an argument of "+c.Name+" is empty", c.Name, "")
		}
	}
	if _, _, talk := runs(t, "screen", "--with", "psoas-release", "--with", "psoas-release"); strings.Contains(talk, "twice") {
		t.Errorf("steps cannot be asked for one by one: %s", talk)
	}
}
