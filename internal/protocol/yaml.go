package protocol

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"

	"backcare/internal/yaml"
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
	if bad := yaml.Decode(data, into); len(bad) > 0 {
		return located(name, bad)
	}
	stamp(reflect.ValueOf(into), name, l.depth())
	return nil
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

// located says what is wrong with a document: "file:3: …", one problem a line.
func located(name string, bad []yaml.Problem) error {
	out := make([]error, len(bad))
	for i, b := range bad {
		p := Problem{File: name, Line: b.Line, Text: b.Text}
		switch b.Kind {
		case yaml.UnknownKey:
			p.Text = fmt.Sprintf("%q is not a key that is known here", b.Key)
		case yaml.TwiceKey:
			p.Text = fmt.Sprintf("%q stands here twice, first at line %d", b.Key, b.First)
		}
		out[i] = p
	}
	return errors.Join(out...)
}
