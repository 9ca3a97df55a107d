package pack

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// text is a scalar that remembers where it stands, so that an error about it can point there.
type text struct {
	s     string
	file  string
	layer int // 0 for the embedded content, 1 for a pack laid over it
	line  int
}

// UnmarshalYAML takes a scalar and the line it stands on.
func (t *text) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode {
		return fmt.Errorf("line %d: expected one word or line of text", n.Line)
	}
	t.s, t.line = n.Value, n.Line
	return nil
}

// caseFile is a rule's case: question ids with their answers, in the order written.
type caseFile []answerFile

type answerFile struct{ ID, Option text }

// UnmarshalYAML takes a mapping and keeps its order.
func (c *caseFile) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: expected a case such as {my-question: yes}", n.Line)
	}
	for i := 0; i < len(n.Content); i += 2 {
		var a answerFile
		if err := errors.Join(a.ID.UnmarshalYAML(n.Content[i]), a.Option.UnmarshalYAML(n.Content[i+1])); err != nil {
			return err
		}
		*c = append(*c, a)
	}
	return nil
}

// decode reads exactly one strict YAML document of a file and marks its texts with the file.
func decode(l Layer, name string, into any) error {
	data, err := l.read(name)
	if err != nil {
		return err
	}
	name = l.path(name)
	if !utf8.Valid(data) {
		return Problem{name, 1 + bytes.Count(data[:badByte(data)], []byte("\n")), "", "not valid UTF-8"}
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		if errors.Is(err, io.EOF) {
			return Problem{name, 0, "", "empty"}
		}
		return located(name, err)
	}
	var more yaml.Node
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return Problem{name, more.Line, "", "more than one YAML document"}
	}
	stamp(reflect.ValueOf(into), name, l.depth())
	return nil
}

// badByte is the place of the first byte that is not UTF-8.
func badByte(data []byte) int {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

// stamp tells every text below v which file of which layer it stands in.
func stamp(v reflect.Value, file string, layer int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			stamp(v.Elem(), file, layer)
		}
	case reflect.Slice:
		for i := range v.Len() {
			stamp(v.Index(i), file, layer)
		}
	case reflect.Struct:
		if t, ok := v.Addr().Interface().(*text); ok {
			t.file, t.layer = file, layer
			return
		}
		if v.Type() == reflect.TypeFor[yaml.Node]() {
			return
		}
		for i := range v.NumField() {
			stamp(v.Field(i), file, layer)
		}
	}
}

func pathless(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

var (
	lineNo  = regexp.MustCompile(`^(?:yaml: )?(?:unmarshal errors:\s*)?line (\d+): `)
	unknown = regexp.MustCompile(`^field (\S+) not found in type \S+$`)
	twice   = regexp.MustCompile(`^mapping key (".*") already defined at line (\d+)$`)
)

// located turns the YAML library's "yaml: line 3: …" into "file:3: …", one error a line.
func located(name string, err error) error {
	var list *yaml.TypeError
	if errors.As(err, &list) {
		out := make([]error, len(list.Errors))
		for i, e := range list.Errors {
			out[i] = locate(name, e)
		}
		return errors.Join(out...)
	}
	return locate(name, err.Error())
}

func locate(name, msg string) error {
	p := Problem{File: name, Text: strings.TrimPrefix(msg, "yaml: ")}
	if m := lineNo.FindStringSubmatch(msg); m != nil {
		fmt.Sscan(m[1], &p.Line)
		p.Text = strings.TrimPrefix(msg, m[0])
	}
	if m := unknown.FindStringSubmatch(p.Text); m != nil {
		p.Text = fmt.Sprintf("%q is not a key that is known here", m[1])
	} else if m := twice.FindStringSubmatch(p.Text); m != nil {
		p.Text = m[1] + " stands here twice, first at line " + m[2]
	}
	return p
}
