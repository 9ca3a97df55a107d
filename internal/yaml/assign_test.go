package yaml

import (
	"errors"
	"testing"
)

func TestAssignLeavesEveryOtherByte(t *testing.T) {
	words := map[string]string{"a": "11111111", "b": "2222e222", "d": "44444444"}
	for _, c := range []struct{ name, before, after string }{
		{"changed, added, taken away", "# top\nlang: es # here\nheld:\n  # kept\n  b: 'old'   # note\n  c: \"gone\"\nsheet: {title: \"B:  x\"}  \n",
			"# top\nlang: es # here\nheld:\n  # kept\n  a: \"11111111\"\n  b: \"2222e222\"   # note\n  d: \"44444444\"\nsheet: {title: \"B:  x\"}  \n"},
		{"already so", "held: {a: 11111111, b: \"2222e222\", d: 44444444}", "held: {a: 11111111, b: \"2222e222\", d: 44444444}"},
		{"in one line", "held: {a: x, b: 2222e222, d: 'y'} # z\n", "held: {a: \"11111111\", b: 2222e222, d: \"44444444\"} # z\n"},
		{"not there", "x: y", "x: y\n\n# Why.\nheld:\n  a: \"11111111\"\n  b: \"2222e222\"\n  d: \"44444444\"\n"},
		{"line ends of Windows", "held:\r\n  a: \"00000000\"\r\n  d: \"\"\r\nx: y\r\n", "held:\r\n  a: \"11111111\"\r\n  b: \"2222e222\"\r\n  d: \"44444444\"\r\nx: y\r\n"},
		{"the last line", "held:\n    b: 3\n", "held:\n    a: \"11111111\"\n    b: \"2222e222\"\n    d: \"44444444\"\n"},
	} {
		got, err := Assign([]byte(c.before), "held", "Why.", words)
		if err != nil || string(got) != c.after {
			t.Errorf("%s: %v\n%q\n%q", c.name, err, got, c.after)
		}
	}
}

func TestAssignRefusesWhatItCannotWriteInPlace(t *testing.T) {
	for _, before := range []string{
		"x: y\nheld: {a: 11111111}\n", // no room for a second
		"x: y\nheld: text\n",
		"x: y\nheld:\n",
		"x: y\nheld: &h\n  a: old\n  b: old\nother: *h\n",
		"{x: y}\n",
	} {
		got, err := Assign([]byte(before), "held", "Why.", map[string]string{"a": "11111111", "b": "2222"})
		var p Problem
		if got != nil || !errors.As(err, &p) || before[0] == 'x' && p.Line != 2 {
			t.Errorf("%q: %v, %q", before, err, got)
		}
	}
	if _, err := Assign([]byte("\tx"), "held", "", nil); err == nil {
		t.Error("what is no YAML was taken")
	}
}

// Whatever the file, an edit that is made is made once: what comes out says what it should and stays so.
func FuzzAssign(f *testing.F) {
	for _, seed := range []string{"x: y\nheld:\n  a: \"1\"\n", "held: {a: 1, c: 2}\r\n", "# c\nheld:\n  # d\n  c: 3 # e\n\n...\n", "\ufeffheld:\n- a\n", "? held\n: a: b\n", "held: &a {a: b}\nx: *a\n"} {
		f.Add([]byte(seed))
	}
	words := map[string]string{"a": "11111111", "b": "2222e222"}
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := Assign(data, "held", "Why.", words)
		if err != nil {
			return
		}
		if again, err := Assign(once, "held", "Why.", words); err != nil || string(again) != string(once) {
			t.Errorf("%q became %q, then %q: %v", data, once, again, err)
		}
		var into struct {
			Held map[string]string `yaml:"held"`
		}
		for _, bad := range Decode(once, &into) {
			if bad.Kind != UnknownKey && bad.Kind != Shape && bad.Kind != TwiceKey {
				t.Errorf("%q: %v", once, bad)
			}
		}
	})
}
