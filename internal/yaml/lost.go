package yaml

import (
	"bytes"
	"fmt"
	"strings"
)

// Lost says what YAML leaves out of the value behind a key that somebody may have meant as text: a word that
// YAML reads as nothing, or what stands behind a #. A comment with two spaces or more before it, or
// one behind a blank value and with a space after its #, is meant as one. Empty when nothing is lost.
func Lost(data []byte, key, value *Node) string {
	const quote = "; put it in quotes"
	if value.Kind != ScalarNode || value.Style != 0 {
		return ""
	}
	if value.Tag == "!!null" && value.Value != "" {
		return fmt.Sprintf("YAML reads %s as nothing%s, or leave it blank", value.Value, quote)
	}
	lines := bytes.Split(data, []byte("\n"))
	if value.Line != key.Line && value.Value != "" || key.Line < 1 || key.Line > len(lines) {
		return ""
	}
	_, rest, _ := strings.Cut(string(bytes.TrimRight(lines[key.Line-1], "\r")), ":")
	at := strings.IndexByte(rest, '#')
	if at < 0 {
		return ""
	}
	before, comment := strings.TrimRight(rest[:at], " \t"), rest[at:]
	meant := len(rest[:at])-len(before) > 1 || strings.HasSuffix(rest[:at], "\t")
	if before == "" {
		meant = len(comment) < 2 || strings.ContainsAny(comment[1:2], " \t#")
	}
	if meant || at > 0 && rest[at-1] != ' ' && rest[at-1] != '\t' {
		return ""
	}
	return "YAML drops everything after the #" + quote + "; or put two spaces before a comment"
}
