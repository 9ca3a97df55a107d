package yaml

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Assign makes the mapping at a top-level key hold exactly the given words, and leaves every other byte
// of the file as it is. A mapping that is not there comes at the end, under a comment. The words are
// letters and digits. What cannot be written in place is a Problem with its line.
func Assign(data []byte, key, comment string, words map[string]string) ([]byte, error) {
	root, bad := Tree(data)
	if len(bad) > 0 {
		return nil, bad[0]
	}
	lines, end := bytes.SplitAfter(data, []byte("\n")), "\n"
	if bytes.Contains(data, []byte("\r\n")) {
		end = "\r\n"
	}
	at := index(root, key)
	if at < 0 {
		text := "\n# " + comment + "\n" + key + ":\n"
		for _, k := range slices.Sorted(maps.Keys(words)) {
			text += entry("  ", k, words[k]) + "\n"
		}
		if n := len(data); n > 0 && data[n-1] != '\n' {
			text = "\n" + text
		}
		return assigned(append(slices.Clone(data), strings.ReplaceAll(text, "\n", end)...), root, key, words)
	}
	block := root.Content[at+1]
	there := map[string]bool{}
	for i := len(block.Content) - 2; i >= 0; i -= 2 { // from the end, so that those before stay where they are
		k, v := block.Content[i], block.Content[i+1]
		word, wanted := words[k.Value]
		there[k.Value] = true
		switch {
		case !wanted:
			lines[k.Line-1] = nil
		case v.Value != word:
			lines[v.Line-1] = replaced(lines[v.Line-1], v.Column-1, word)
		}
	}
	for _, k := range slices.Backward(slices.Sorted(maps.Keys(words))) { // so that those that come to one place stay in order
		if there[k] || len(block.Content) == 0 {
			continue
		}
		before := block.Content[0].Line - 1 // in the order of the keys
		for i := 0; i+1 < len(block.Content); i += 2 {
			if block.Content[i].Value < k {
				before = block.Content[i+1].Line
			}
		}
		indent := strings.Repeat(" ", max(0, block.Content[0].Column-1))
		before = min(before, len(lines)-1)
		lines[before] = append([]byte(entry(indent, k, words[k])+end), lines[before]...)
	}
	return assigned(bytes.Join(lines, nil), root, key, words)
}

func entry(indent, key, word string) string { return fmt.Sprintf("%s%s: %q", indent, key, word) }

var token = regexp.MustCompile(`^(?:"[^"]*"|'[^']*'|[^\s#,}]+)`)

// replaced returns a line with the token at a byte offset replaced.
func replaced(line []byte, at int, word string) []byte {
	if at < 0 || at > len(line) {
		return line
	}
	return slices.Concat(line[:at], token.ReplaceAll(line[at:], fmt.Appendf(nil, "%q", word)))
}

// assigned verifies an edit: the mapping holds the words, and everything else is as before.
func assigned(data []byte, before *Node, key string, words map[string]string) ([]byte, error) {
	cannot := Problem{Kind: Shape, Path: key, Text: "cannot be changed in place; write it as lines of `name: \"word\"`"}
	if at := index(before, key); at >= 0 {
		cannot.Line = before.Content[at].Line
	}
	root, bad := Tree(data)
	if len(bad) > 0 {
		return nil, cannot
	}
	got := map[string]string{}
	if at := index(root, key); at >= 0 {
		block := root.Content[at+1]
		for i := 0; i+1 < len(block.Content); i += 2 {
			got[block.Content[i].Value] = block.Content[i+1].Value
		}
	}
	if !maps.Equal(got, words) || said(root, key) != said(before, key) || aliased(root) {
		return nil, cannot
	}
	return data, nil
}

// said renders everything in a document except one top-level key, for comparison.
func said(n *Node, without string) string {
	var b strings.Builder
	say(&b, n, without)
	return b.String()
}

func say(b *strings.Builder, n *Node, without string) {
	fmt.Fprintf(b, "(%d %q ", n.Kind, n.Value)
	for i, c := range n.Content {
		if without == "" || n.Kind != MappingNode || n.Content[i-i%2].Value != without {
			say(b, c, "")
		}
	}
	b.WriteString(")")
}

// aliased reports whether a document contains an alias: a part that an alias repeats cannot be edited alone.
func aliased(n *Node) bool { return n.Kind == AliasNode || slices.ContainsFunc(n.Content, aliased) }
