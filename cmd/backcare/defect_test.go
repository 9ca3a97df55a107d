package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// A fault of the program is one line and exit 1; where it is, is shown to those who ask for it.
func TestAFaultOfTheProgramIsOneLine(t *testing.T) {
	for _, debug := range []string{"", "1"} {
		var out, errs bytes.Buffer
		env := func(name string) string {
			if name == "BACKCARE_DEBUG" {
				return debug
			}
			panic("boom")
		}
		code := run(t.Context(), []string{"backcare", "form", "--out", "-"}, streams{strings.NewReader(""), &out, &errs, env, time.Now})
		said := errs.String()
		if code != exitFailed || !strings.Contains(said, "backcare: error: a fault of the program, not of what it was given: boom\n") || out.Len() > 0 {
			t.Errorf("debug %q: exit %d, %s", debug, code, said)
		}
		if stack := strings.Contains(said, "goroutine"); stack != (debug == "1") || debug == "" && strings.Count(said, "\n") != 2 {
			t.Errorf("debug %q: %s", debug, said)
		}
	}
}
