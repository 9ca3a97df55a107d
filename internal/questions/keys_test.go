package questions

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

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
		"home, end":               {[]string{"\x1b[H", "\x1bOF"}, []string{keyHome, keyEnd}},
		"home, end of a console":  {[]string{"\x1b[1~", "\x1b[4~"}, []string{keyHome, keyEnd}},
		"pages":                   {[]string{"\x1b[5~", "\x1b[6~"}, []string{keyPageUp, keyPageDown}},
		"letters":                 {[]string{"n", "B", "l", "?"}, []string{keyNone, keyBack, keyLanguage, keyWhy}},
		"on a Ukrainian keyboard": {[]string{"т", "И", "\xd0", "\xb4"}, []string{keyNone, keyBack, keyLanguage}},
		"esc, then space":         {[]string{"\x1b", " "}, []string{keySpace}},
		"alt-space":               {[]string{"\x1b "}, nil},
		"shift-tab":               {[]string{"\x1b[Z"}, []string{keyUp}},
		"arrows over a slow line": {[]string{"\x1b[B\x1b[B \r"}, []string{keyDown, keyDown, keySpace, keyEnter}},
		"enter before the end":    {[]string{"\x1b[B\r\x1b[B"}, []string{keyPasted}},
		"arrows and a letter":     {[]string{"\x1b[Bn"}, []string{keyPasted}},
		"paste in pieces":         {[]string{"\x1b[200~", " ", "\r", "\x1b[B", "\x1b[2", "01~", " "}, []string{keyPasted, keySpace}},
		"colours, then enter":     {[]string{"\x1b]11;rgb:0/0/0\x1b\\", "\r"}, []string{keyEnter}},
		"a click of an old mouse": {[]string{"\x1b[M !!", "\x1b[M# ", "n", " "}, []string{keySpace}},
		"a click of a new mouse":  {[]string{"\x1b[<0;10;3M\x1b[<0;10;3m", " "}, []string{keySpace}},
		"the window gets the eye": {[]string{"\x1b[I", " ", "\x1b[O"}, []string{keySpace}},
		"ctrl-z":                  {[]string{"\x1a"}, []string{keySuspend}},
		"ctrl-\\ in a paste":      {[]string{"\x1b[200~x\x1c"}, []string{keyLeave}},
	} {
		var k keys
		var got []string
		for _, r := range c.reads {
			got = append(got, k.feed([]byte(r))...)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// Text, however long, is never a key that marks or ends: only Space, Enter and ? alone are.
func TestNoTextIsAKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune(" \r\n\tabnlq?135äßт漢"))).Filter(func(s string) bool { return utf8.RuneCountInString(s) > 1 }).Draw(t, "text")
		if !strings.Contains(text, "\t") { // a tab moves like an arrow
			if list := new(keys).feed([]byte(text)); !slices.Equal(list, []string{keyPasted}) {
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
			if list := k.feed(rest[:n]); len(list) > 0 {
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
		list := k.feed(data)
		if slices.Contains(list, keyLeave) != bytes.ContainsAny(data, "\x03\x1c") {
			t.Fatal("Ctrl-C is lost, or comes from nowhere")
		}
		if slices.Contains(list, keyEnter) && !bytes.ContainsAny(data, "\r\n") {
			t.Fatalf("Enter comes from nowhere: %q", data)
		}
	})
}
