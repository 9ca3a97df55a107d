package pack

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// text is a scalar that remembers its line, so that an error about a reference can point at it.
type text struct {
	s    string
	line int
}

func (t *text) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode {
		return fmt.Errorf("line %d: expected one word or line of text", n.Line)
	}
	t.s, t.line = n.Value, n.Line
	return nil
}

// decode reads exactly one strict YAML document of a file.
func decode(fsys fs.FS, name string, into any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, pathless(err))
	}
	if !utf8.Valid(data) {
		return fmt.Errorf("%s: not valid UTF-8", name)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		if errors.Is(err, io.EOF) {
			return fmt.Errorf("%s: empty", name)
		}
		return located(name, err)
	}
	var more yaml.Node
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: more than one YAML document", name)
	}
	return nil
}

func pathless(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

var lineNo = regexp.MustCompile(`^(?:yaml: )?(?:unmarshal errors:\s*)?line (\d+): `)

// located turns the YAML library's "yaml: line 3: …" into "file:3: …", one error a line.
func located(name string, err error) error {
	var list *yaml.TypeError
	if errors.As(err, &list) {
		out := make([]string, len(list.Errors))
		for i, e := range list.Errors {
			out[i] = locate(name, e)
		}
		return errors.New(strings.Join(out, "\n"))
	}
	return errors.New(locate(name, err.Error()))
}

func locate(name, msg string) string {
	if m := lineNo.FindStringSubmatch(msg); m != nil {
		return name + ":" + m[1] + ": " + strings.TrimPrefix(msg, m[0])
	}
	return name + ": " + strings.TrimPrefix(msg, "yaml: ")
}
