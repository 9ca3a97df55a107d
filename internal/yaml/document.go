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

// Text is a scalar that remembers where it stands, so that an error about it can point there.
type Text struct {
	S    string // normalised to NFC
	File string
	Line int    // from 1; 0 when nothing is written there
	Path string // within its document, dotted: "questions.fever.ask"
}

// Document is one file as it was written, or one laid over another.
type Document struct {
	file string
	root *Node
	over *Document // what was laid over it; nil for none
}

// Parse reads the one document of data. Every problem and every text of it names the file.
func Parse(file string, data []byte) (*Document, []Problem) {
	root, bad := Tree(data)
	for i := range bad {
		bad[i].File = file
	}
	return &Document{file: file, root: root}, bad
}

// Root is the outermost node of the document.
func (d *Document) Root() *Node { return d.root }

// Tree reads the one document of data as it stands: its outermost node.
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
	p := Problem{Line: min(said.Mark.Line, len(lines)), Text: said.Message} // not behind the last
	if p.Line > 0 {
		line := lines[p.Line-1]
		if blank := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]; bytes.Contains(blank, []byte("\t")) {
			p.Text = "a tab at the start of the line, where YAML takes only spaces"
		}
	}
	return p
}

// badByte is the place of the first byte that is not UTF-8, or the length.
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

// Under lays another document over this one: a mapping key by key, a list or a text in place of the
// one below. It never takes away: a problem is a value of another shape than the one below, a list
// with fewer items, and an alias, which could be either. Neither document is changed.
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

// plain refuses aliases.
func (l *layers) plain(n *Node) {
	if n.Kind == AliasNode || n.Tag == "!!merge" {
		l.refuse(n, "", "an alias is not read here; write it out")
		return
	}
	for _, c := range n.Content {
		l.plain(c)
	}
}

func (l *layers) merge(under, over *Node, path string) *Node {
	switch {
	case under.Kind != over.Kind:
		l.refuse(over, path, "is of another shape than what it would stand in place of")
	case len(over.Content) < len(under.Content) && over.Kind == SequenceNode:
		l.refuse(over, path, "has fewer lines than what it would stand in place of")
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

// index is where a key stands among the contents of a mapping, or -1.
func index(n *Node, key string) int {
	for i := 0; n.Kind == MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// Has reports whether something is written at a dotted path.
func (d *Document) Has(path string) bool {
	_, whole := d.line(path)
	return whole
}

// Find is where a dotted path is written, or the nearest part of it. Of a document laid over
// another it is there, unless only the one below has it.
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
