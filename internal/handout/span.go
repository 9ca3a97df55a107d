package handout

import (
	"cmp"
	"strings"
)

// Text is a line or paragraph of spans.
type Text []Span

// Span is a run of letters in one weight.
type Span struct {
	Text string
	Bold bool
}

// String is the text without its weights.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].Text
	}
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Rich reads **bold** in a text of the content.
func Rich(s string) (t Text) {
	for bold := false; s != ""; bold = !bold {
		part, rest, _ := strings.Cut(s, "**")
		if part != "" {
			t = append(t, Span{part, bold})
		}
		s = rest
	}
	return t
}

func riches(list []string) []Text {
	out := make([]Text, len(list))
	for i, s := range list {
		out[i] = Rich(s)
	}
	return out
}

// plain is a text of one weight, none of which is read as a mark.
func plain(s string) Text { return Text{{Text: s}} }

// led is a text behind words that stand out, and that end with their own mark.
func led(lead, s string) Text { return append(Text{{lead, true}}, Rich(s)...) }

func (t Text) tidy() (out Text) {
	for _, s := range t {
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// joined joins texts to one.
func joined(items []Text, between string) (out Text) {
	for i, it := range items {
		if i > 0 {
			out = append(out, Span{between, true})
		}
		out = append(out, it...)
	}
	return out
}

// Blank is room to write so many letters. It is written as underscores; a format that can draw sets
// a line in their place.
func Blank(letters int) string { return strings.Repeat("_", letters) }

// lineLetters is a line to write on that is as long as an answer may be.
const lineLetters = 24

func orLine(s string) string { return cmp.Or(s, Blank(lineLetters)) }

// dot parts what stands in a row; no line begins with it.
const dot = "\u00a0· "

func dots(list []string) string { return strings.Join(list, dot) }

// unbroken keeps a label and its value on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

// sentence gives a short text its capital.
func sentence(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
