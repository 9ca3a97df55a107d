package questions

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestKeysAreFoundHoweverTheyArrive(t *testing.T) {
	for name, c := range map[string]struct {
		reads []string
		want  []string
	}{
		"one":                     {[]string{" "}, []string{keySpace}},
		"arrow of the keypad":     {[]string{"\x1bOA"}, []string{keyUp}},
		"arrow in pieces":         {[]string{"\x1b", "[", "B"}, []string{keyDown}},
		"esc, then space":         {[]string{"\x1b", " "}, []string{keySpace}},
		"alt-space":               {[]string{"\x1b "}, nil},
		"shift-tab":               {[]string{"\x1b[Z"}, []string{keyUp}},
		"arrows over a slow line": {[]string{"\x1b[B\x1b[B \r"}, []string{keyDown, keyDown, keySpace, keyEnter}},
		"enter before the end":    {[]string{"\x1b[B\r\x1b[B"}, nil},
		"arrows and a letter":     {[]string{"\x1b[Bx"}, nil},
		"paste in pieces":         {[]string{"\x1b[200~", " ", "\r", "\x1b[B", "\x1b[2", "01~", " "}, []string{keySpace}},
		"colours, then enter":     {[]string{"\x1b]11;rgb:0/0/0\x1b\\", "\r"}, []string{keyEnter}},
	} {
		var k keys
		var got []string
		for _, r := range c.reads {
			list, _ := k.feed([]byte(r))
			got = append(got, list...)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// Text, however long, is never a key that marks or ends: only Space, Enter and ? alone are.
func TestNoTextIsAKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune(" \r\n\tabjk?135äß漢"))).Filter(func(s string) bool { return len(s) > 1 }).Draw(t, "text")
		if !strings.Contains(text, "\t") { // a tab moves like an arrow
			if list, _ := new(keys).feed([]byte(text)); len(list) > 0 {
				t.Fatalf("%q gives %q", text, list)
			}
		}
	})
}

// What stands between the marks of a paste gives no key, wherever the reads divide it.
func TestNothingPastedIsAKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune(" \r\n\tab?1\x1b[AOB~\x04"))).Filter(func(s string) bool { return !strings.Contains(s, "\x1b[201~") }).Draw(t, "text")
		rest := []byte("\x1b[200~" + text)
		var k keys
		for len(rest) > 0 {
			n := rapid.IntRange(1, len(rest)).Draw(t, "n")
			if list, _ := k.feed(rest[:n]); len(list) > 0 {
				t.Fatalf("%q of %q gives %q", rest[:n], text, list)
			}
			rest = rest[n:]
		}
	})
}

func FuzzKeys(f *testing.F) {
	f.Add([]byte("\x1b[B \r"))
	f.Add([]byte("\x1b[200~x\x1b[201~\x1b]0;t\x07?"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var k keys
		list, interrupt := k.feed(data)
		if interrupt != bytes.Contains(data, []byte{ctrlC}) {
			t.Fatal("Ctrl-C is lost, or comes from nowhere")
		}
		if slices.Contains(list, keyEnter) && !bytes.ContainsAny(data, "\r\n") {
			t.Fatalf("Enter comes from nowhere: %q", data)
		}
	})
}
