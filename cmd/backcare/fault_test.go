package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"
)

// A fault of the program is one line and a hint, and its place only for who looks for it.
func TestAFaultShowsNoStackTrace(t *testing.T) {
	for _, debug := range []string{"", "1"} {
		var out, talk bytes.Buffer
		code := run(context.Background(), []string{"backcare", "screen"}, streams{strings.NewReader(""), &out, &talk, func(key string) string {
			if key == "BACKCARE_DEBUG" {
				return debug
			}
			panic("a fault")
		}, time.Now})
		said := talk.String()
		if code != exitFailed || out.Len() > 0 || !strings.Contains(said, "backcare: error: a fault of the program: a fault\nbackcare: hint: please report it") {
			t.Errorf("exit %d: %s", code, said)
		}
		if strings.Contains(said, "goroutine") != (debug == "1") {
			t.Errorf("debug %q: %s", debug, said)
		}
	}
}
