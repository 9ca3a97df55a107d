package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/handout"
	"backcare/internal/pdf/font"
)

func breaker(t testing.TB) *Breaker {
	t.Helper()
	faces, err := font.Load()
	if err != nil {
		t.Fatal(err)
	}
	return NewBreaker(faces, 100)
}

func TestWrapLosesNothingAndFits(t *testing.T) {
	b := breaker(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.SampledFrom([]rune("ab W-–/. \u00a0é12")), 0, 120, -1)
		s := handout.Text{{Text: words.Draw(t, "a")}, {Text: words.Draw(t, "b"), Bold: true}}
		width := rapid.Float64Range(15, 300).Draw(t, "width")
		var back strings.Builder
		for _, l := range b.Wrap(s, false, 12, width, 0) {
			if l.W > width+0.1 {
				t.Fatalf("a line of %.2f pt in %.2f", l.W, width)
			}
			for _, r := range l.Runs {
				back.WriteString(r.Text)
			}
		}
		if got, want := strings.ReplaceAll(back.String(), " ", ""), strings.ReplaceAll(s.String(), " ", ""); got != want {
			t.Fatalf("%q came back as %q", want, got)
		}
	})
}

func TestLinesBreakWhereTheyMay(t *testing.T) {
	b := breaker(t)
	for s, want := range map[string]string{
		"aaa bbb":       "aaa|bbb",
		"aaa\u00a0b cc": "aaa\u00a0b|cc",
		"one-two":       "one-|two",
		"either/or":     "either/|or",
		"20–30 s":       "20–30|s",
		"abcdefghijkl":  "abcdef|ghijkl",
	} {
		var got []string
		for _, l := range b.Wrap(handout.Text{{Text: s}}, false, 12, b.faces[0].Width("abcdef", 12)+0.01, 0) {
			got = append(got, strings.TrimSpace(l.Runs[0].Text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q breaks as %q, not %q", s, strings.Join(got, "|"), want)
		}
	}
}
