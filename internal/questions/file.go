package questions

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// File is what an answers file holds.
type File struct {
	Person  Person
	Answers protocol.Answers
	root    *yaml.Node
}

// Line is the line of a field or an answer in the file it was read from; 0 when it is not there.
func (f File) Line(key string) int {
	for _, in := range []*yaml.Node{f.root, under(f.root, answersKey)} {
		if value := under(in, key); value != nil {
			return value.Line
		}
	}
	return 0
}

// under is the value of a key in a mapping; nil when it is not there.
func under(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n != nil && n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// Limit is the size of the largest answers file, in bytes. A full one has about 3,000.
const Limit = 1 << 20

const answersKey = "answers"

// Read reads one answers file, YAML or JSON, strictly: the error is a *Problem that names the file
// as name, with the line. What the file leaves blank is not answered. If a value
// is wrong, those that could be read come with the error, so that an emergency among them can be told.
func Read(p *protocol.Protocol, name string, r io.Reader) (File, error) {
	f, err := read(p, r)
	var problem *Problem
	if errors.As(err, &problem) {
		problem.File = name
	}
	return f, err
}

func read(p *protocol.Protocol, r io.Reader) (File, error) {
	data, err := io.ReadAll(io.LimitReader(r, Limit+1))
	if err != nil {
		return File{}, &Problem{Text: err.Error()}
	}
	if len(data) > Limit {
		return File{}, &Problem{Text: "larger than 1 MiB, the limit of one answers file"}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := checkText(data); err != nil {
		return File{}, err
	}
	parse := parseYAML
	if bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("{")) {
		parse = parseJSON
	}
	root, err := parse(data)
	if err != nil {
		return File{}, err
	}
	f := File{Answers: protocol.NoAnswers(p), root: root}
	err = f.fill(data, root)
	f.Answers = f.Answers.Given(f.Person.Day())
	return f, err
}

// fill takes over the top level: the person's fields and the answers.
func (f *File) fill(data []byte, root *yaml.Node) error {
	return eachPair(root, "", func(key, value *yaml.Node) error {
		if key.Value == answersKey {
			if blank(value) {
				return nil
			}
			return f.fillAnswers(value)
		}
		if f.Person.at(key.Value) == nil {
			return unknown(key, "", append(PersonFields(), answersKey), f.Answers.Protocol())
		}
		if lost := yaml.Lost(data, key, value); lost != "" && (isText(key.Value) || key.Value == "phone") {
			return &Problem{Line: key.Line, ID: key.Value, Text: lost}
		}
		s, err := scalar(key, value)
		if err != nil {
			return err
		}
		return located(f.Person.Set(key.Value, s), value.Line, key.Value)
	})
}

func (f *File) fillAnswers(node *yaml.Node) error {
	p := f.Answers.Protocol()
	values := slices.Clone(f.Answers.Values())
	failed := eachPair(node, answersKey, func(key, value *yaml.Node) error {
		q, ok := p.Question(key.Value)
		if !ok {
			return unknown(key, answersKey, nil, p)
		}
		s, err := scalar(key, value)
		if err != nil {
			return err
		}
		a, err := Cell(q, s)
		if err != nil {
			return located(err, value.Line, q.ID)
		}
		values[q.Index] = a
		return nil
	})
	f.Answers, _ = protocol.AnswersOf(p, values) // each was read as an option of its question
	return failed
}

// eachPair visits a mapping in order, to its end, and refuses repeated keys. It returns the first error.
func eachPair(node *yaml.Node, id string, do func(key, value *yaml.Node) error) (failed error) {
	if node.Kind != yaml.MappingNode {
		return &Problem{Line: node.Line, ID: id, Text: "expected lines of `name: value`"}
	}
	first := map[string]int{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			return &Problem{Line: key.Line, ID: id, Text: "expected a name before the colon"}
		}
		if at, twice := first[key.Value]; twice {
			return &Problem{Line: key.Line, ID: clip(key.Value), Text: fmt.Sprintf("given a second time; the first is on line %d", at)}
		}
		first[key.Value] = key.Line
		if err := do(key, value); failed == nil {
			failed = err
		}
	}
	return failed
}

func scalar(key, value *yaml.Node) (string, error) {
	if blank(value) {
		return "", nil
	}
	if value.Kind != yaml.ScalarNode {
		return "", &Problem{Line: value.Line, ID: key.Value, Text: "expected one value"}
	}
	return value.Value, nil
}

// blank reports an empty or null value, which is no answer.
func blank(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

func located(err error, line int, id string) error {
	var problem *Problem
	if errors.As(err, &problem) {
		problem.Line, problem.ID = line, id
	}
	return err
}

func unknown(key *yaml.Node, within string, known []string, p *protocol.Protocol) error {
	_, question := p.Question(key.Value)
	now, renamed := p.Renamed(key.Value)
	problem := &Problem{Line: key.Line, ID: clip(key.Value)}
	switch {
	case renamed:
		problem.Text, problem.hint = "is called "+now.ID+" now", "read the question again before you reuse the answer: `backcare explain "+now.ID+"`"
	case question && within == "":
		problem.Text, problem.hint = "is an answer, so it belongs below `answers:`", "put it there, with two spaces before it"
	case within == "":
		problem.Text = "not known; use " + protocol.OneOf(known)
		problem.hint = meant(key.Value, known, "")
	case Person{}.has(key.Value):
		problem.Text = "belongs above `answers:`, without spaces before it"
	default:
		ids := make([]string, len(p.Questions))
		for i := range p.Questions {
			ids[i] = p.Questions[i].ID
		}
		problem.Text, problem.hint = "there is no such question", meant(key.Value, ids, "`backcare questions` lists them")
	}
	return problem
}

// meant is a hint: the name that was probably meant, or otherwise another hint.
func meant(typed string, names []string, otherwise string) string {
	if near := Nearest(typed, names); near != "" {
		return "did you mean " + near + "?"
	}
	return otherwise
}

func (p Person) has(field string) bool { return p.at(field) != nil }

// clip keeps a key that came from a file on one line and short.
func clip(key string) string { return strings.Trim(quoted(key), `"`) }
