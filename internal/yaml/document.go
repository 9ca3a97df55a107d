package yaml

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	lib "go.yaml.in/yaml/v4"
)

// Text is a scalar with its position, so that errors can point to it.
type Text struct {
	S    string // normalised to NFC
	File string
	Line int    // from 1; 0 when nothing is written there
	Path string // within its document, dotted: "questions.fever.ask"
}

// Document is one parsed file, or two merged.
type Document struct {
	file string
	root *Node
	over *Document // what was merged into it, or nil
}

// Parse reads the only document of data. Its problems and texts carry the name of the file.
func Parse(file string, data []byte) (*Document, []Problem) {
	root, bad := Tree(data)
	for i := range bad {
		bad[i].File = file
	}
	return &Document{file: file, root: root}, bad
}

// Root returns the outermost node.
func (d *Document) Root() *Node { return d.root }

// Tree reads the only document of data and returns its outermost node.
func Tree(data []byte) (*Node, []Problem) {
	if at := badByte(data); at < len(data) {
		return nil, []Problem{{Line: 1 + bytes.Count(data[:at], []byte("\n")), Text: "not valid UTF-8"}}
	}
	d := lib.NewDecoder(bytes.NewReader(data))
	var doc, more Node
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, []Problem{{Kind: Empty, Text: "empty"}}
	case err != nil:
		return nil, []Problem{broken(err, data)}
	}
	switch err := d.Decode(&more); {
	case errors.Is(err, io.EOF):
		return doc.Content[0], nil
	case err != nil:
		return nil, []Problem{broken(err, data)}
	}
	return nil, []Problem{{Kind: Second, Line: more.Line, Text: "more than one YAML document"}}
}

func broken(err error, data []byte) Problem {
	var said *lib.LoadError
	if !errors.As(err, &said) {
		return Problem{Text: err.Error()}
	}
	lines := bytes.Split(bytes.TrimRight(data, " \t\r\n"), []byte("\n"))
	p := Problem{Line: min(said.Mark.Line, len(lines)), Text: said.Message} // not past the last
	if p.Line > 0 {
		line := lines[p.Line-1]
		if blank := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]; bytes.Contains(blank, []byte("\t")) {
			p.Text = "tab at the start of the line, where YAML allows only spaces"
		}
	}
	return p
}

// badByte returns the offset of the first byte that is not UTF-8, or the length.
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

// Under merges another document into a copy of this one: mappings key by key, while lists and texts
// are replaced. Nothing can be removed: a value of a different shape, a shorter list and an alias,
// which could hide either, are problems.
func (d *Document) Under(over *Document) (*Document, []Problem) {
	l := layers{file: over.file}
	if l.plain(over.root); len(l.bad) > 0 {
		return d, l.bad
	}
	root := l.merge(d.root, over.root, "")
	return &Document{file: d.file, root: root, over: over}, l.bad
}

type layers struct {
	file string
	bad  []Problem
}

func (l *layers) refuse(n *Node, path, text string) {
	l.bad = append(l.bad, Problem{File: l.file, Line: n.Line, Path: path, Kind: Shape, Text: text})
}

// plain refuses aliases and merge keys.
func (l *layers) plain(n *Node) {
	if n.Kind == AliasNode || n.Tag == "!!merge" {
		l.refuse(n, "", "aliases are not allowed here; write it out")
		return
	}
	for _, c := range n.Content {
		l.plain(c)
	}
}

func (l *layers) merge(under, over *Node, path string) *Node {
	switch {
	case under.Kind != over.Kind:
		l.refuse(over, path, "has a different shape from what it would replace")
	case len(over.Content) < len(under.Content) && over.Kind == SequenceNode:
		l.refuse(over, path, "has fewer items than what it would replace")
	}
	if under.Kind != MappingNode || over.Kind != MappingNode {
		return over
	}
	out := *under
	out.Content = slices.Clone(under.Content)
	for i := 0; i+1 < len(over.Content); i += 2 {
		key, value := over.Content[i], over.Content[i+1]
		if at := index(under, key.Value); at >= 0 {
			out.Content[at+1] = l.merge(under.Content[at+1], value, below(path, key.Value))
		} else {
			out.Content = append(out.Content, key, value)
		}
	}
	return &out
}

// index returns the position of a key in the contents of a mapping, or -1.
func index(n *Node, key string) int {
	for i := 0; n.Kind == MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// Has reports whether there is anything at a dotted path.
func (d *Document) Has(path string) bool {
	_, whole := d.line(path)
	return whole
}

// Find returns the position of a dotted path, or of its nearest parent that exists. In merged
// documents it is in the one on top, unless only the one beneath has the path.
func (d *Document) Find(path string) Text {
	line, whole := d.line(path)
	if d.over != nil {
		if at, has := d.over.line(path); has || !whole {
			return Text{File: d.over.file, Line: at, Path: path}
		}
	}
	return Text{File: d.file, Line: line, Path: path}
}

func (d *Document) line(path string) (line int, whole bool) {
	n := d.root
	for _, part := range strings.Split(path, ".") {
		at, err := strconv.Atoi(part)
		switch {
		case index(n, part) >= 0:
			i := index(n, part)
			line, n = n.Content[i].Line, n.Content[i+1]
		case n.Kind == SequenceNode && err == nil && at >= 0 && at < len(n.Content):
			n = n.Content[at]
			line = n.Line
		default:
			return line, false
		}
	}
	return line, true
}
