package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"regexp"
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

// TestDateMustHaveFourDigitsEverywhere: a PDF has it in UTC, where it may be another year.
func TestDateMustHaveFourDigitsEverywhere(t *testing.T) {
	t.Chdir(t.TempDir())
	for date, right := range map[string]bool{
		"9999-12-31T23:59:59Z": true, "9999-12-31T23:59:59-12:00": false, "9999-12-31T23:59:59+12:00": true, "1900-01-01T00:00:00+14:00": false,
		"1900-01-01": true, "9999-12-31": true, "2026-11-23T10:42:00-23:59": true, "1899-12-31": false,
	} {
		code, out, talk := runs(t, "form", "--date", date, "--out", "-")
		if (code == exitDone) != right || right && regexp.MustCompile(`CreationDate \(D:\d{14}\+`).FindString(out) == "" {
			t.Errorf("%s: %d %s", date, code, talk)
		}
	}
}

// TestWhatIsReadHasALimitAndAnEnd gives pipes and devices where a file belongs.
func TestWhatIsReadHasALimitAndAnEnd(t *testing.T) {
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("clinic.yaml", []byte("logo: /dev/zero\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"form", "--profile", "/dev/zero"}, `"/dev/zero" is not an ordinary file`},
		{[]string{"form", "--profile", "clinic.yaml"}, `clinic.yaml:1: logo: "/dev/zero" is not an ordinary file`},
		{[]string{"check", "/dev/zero"}, "/dev/zero: is not a folder"},
		{[]string{"form", "--content", "/dev/zero"}, "/dev/zero: is not a folder"},
		{[]string{"screen", "--answers", "/dev/zero"}, "/dev/zero: larger than 1 MiB, the limit of one answers file"},
		{[]string{"batch", "/dev/zero", "--dry-run"}, "no header in the first 64 KiB"},
	} {
		if code, _, talk := runs(t, c.args...); code != exitUsage || !strings.HasPrefix(talk, "backcare: error: "+c.want+"\n") {
			t.Errorf("%q: %d %s", c.args, code, talk)
		}
	}
}

func TestALogoOfWhichNothingIsSeenIsRefused(t *testing.T) {
	t.Chdir(t.TempDir())
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 30, 10))); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"clinic.yaml": "logo: logo.png\n", "logo.png": b.String()} {
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, _, talk := runs(t, "form", "--profile", "clinic.yaml")
	if want := `backcare: error: clinic.yaml:1: logo: "logo.png": the logo is white or empty all over, so nothing of it would be seen` + "\n"; code != exitUsage || !strings.HasPrefix(talk, want) {
		t.Errorf("%d %s", code, talk)
	}
}
