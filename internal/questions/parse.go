package questions

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"backcare/internal/yaml"
)

// deepest is how far values may lie inside one another; an answers file needs two levels.
const deepest = 8

// checkText refuses bytes that are no text before any parser sees them.
func checkText(data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return empty()
	}
	for at, lines := 0, 1; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			return &Problem{Line: lines, Text: "not valid UTF-8", hint: "save the file as UTF-8"}
		case r == '\n':
			lines++
		case r == '\t' || r == '\r':
		case unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) || r == 0xFEFF:
			return &Problem{Line: lines, Text: fmt.Sprintf("has a control character, U+%04X", r), hint: "save the file as plain text"}
		}
		at += size
	}
	return nil
}

func empty() error {
	return &Problem{Text: "nothing in it", hint: "`backcare questions --format yaml` makes a file to fill in"}
}

// parseYAML reads exactly one document, without the parts of YAML that make a file mean something
// else than it shows: anchors, aliases and tags.
func parseYAML(data []byte) (*yaml.Node, error) {
	root, bad := yaml.Tree(data)
	if len(bad) > 0 {
		return nil, notYAML(bad[0])
	}
	if err := checkNode(root, 1); err != nil {
		return nil, err
	}
	if blank(root) {
		return nil, empty()
	}
	return root, nil
}

func checkNode(n *yaml.Node, depth int) error {
	refuse := func(what string) error {
		return &Problem{Line: n.Line, Text: what + " cannot be used in an answers file"}
	}
	switch {
	case depth > deepest:
		return tooDeep(n.Line)
	case n.Kind == yaml.AliasNode:
		return refuse("an alias (*)")
	case n.Anchor != "":
		return refuse("an anchor (&)")
	case n.Style&yaml.TaggedStyle != 0:
		return refuse("a tag (!)")
	}
	for _, c := range n.Content {
		if err := checkNode(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func tooDeep(line int) error {
	return &Problem{Line: line, Text: "values nested too deeply"}
}

func notYAML(p yaml.Problem) error {
	switch p.Kind {
	case yaml.Empty:
		return empty()
	case yaml.Second:
		return &Problem{Line: p.Line, Text: "a second document; an answers file holds one person's answers"}
	}
	return &Problem{Line: p.Line, Text: "not YAML: " + p.Text, hint: "look at the colons, and at the spaces that begin this line and the one before"}
}

// parseJSON builds the tree that parseYAML gives. YAML would read most JSON, but more than JSON too.
func parseJSON(data []byte) (*yaml.Node, error) {
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		return nil, notJSON(data, err)
	}
	j := &jsonReader{data: data, d: json.NewDecoder(bytes.NewReader(data)), last: 1}
	j.d.UseNumber()
	return j.value(0)
}

func notJSON(data []byte, err error) error {
	line := 1 + bytes.Count(bytes.TrimSpace(data), []byte("\n"))
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if at := int(syntax.Offset) - 1; at >= 0 && at < len(data) {
			line = 1 + bytes.Count(data[:at], []byte("\n"))
		}
	}
	if strings.HasSuffix(err.Error(), "after top-level value") {
		return &Problem{Line: line, Text: "more after the end; an answers file holds one person's answers"}
	}
	return &Problem{Line: line, Text: "not JSON: " + err.Error()}
}

// jsonReader keeps what json.Unmarshal loses: the order, the lines and the keys that come twice.
type jsonReader struct {
	data []byte
	d    *json.Decoder
	seen int // bytes whose lines were counted
	last int // line of the last of them
}

// line is the line of the token read last.
func (j *jsonReader) line() int {
	at := int(j.d.InputOffset())
	j.last += bytes.Count(j.data[j.seen:at], []byte("\n"))
	j.seen = at
	return j.last
}

func (j *jsonReader) value(depth int) (*yaml.Node, error) {
	t, err := j.d.Token()
	if err != nil {
		return nil, err
	}
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Line: j.line()}
	switch t := t.(type) {
	case nil:
		n.Tag = "!!null"
	case bool:
		n.Value = strconv.FormatBool(t)
	case json.Number:
		n.Value = t.String()
	case string:
		n.Value = t
	case json.Delim:
		if depth > deepest {
			return nil, tooDeep(n.Line)
		}
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
		if t == '[' {
			n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
		}
		for j.d.More() {
			c, err := j.value(depth + 1) // in an object keys and values take turns
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, c)
		}
		if _, err := j.d.Token(); err != nil {
			return nil, err
		}
	}
	return n, nil
}
