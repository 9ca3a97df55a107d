package yaml

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

const (
	deepest = 64      // values inside one another
	largest = 1 << 18 // values in one document, those behind aliases counted each time
)

// Decode reads the only document of data into a struct. Unknown and repeated keys are problems.
func Decode(data []byte, into any) []Problem {
	d, bad := Parse("", data)
	if len(bad) > 0 {
		return bad
	}
	return d.Decode(into, nil)
}

// Decode reads the document into a struct, strictly. It calls visit, unless nil, for every field of
// type string that is there, in the order of the fields and of the sorted keys of a map.
func (d *Document) Decode(into any, visit func(Text)) []Problem {
	return (&reader{file: d.file, visit: visit, left: largest}).read(d.root, into)
}

// DecodeWhole is Decode, but missing and empty values are problems as well, unless their field has
// the option omitempty.
func (d *Document) DecodeWhole(into any, visit func(Text)) []Problem {
	return (&reader{file: d.file, visit: visit, left: largest, whole: true}).read(d.root, into)
}

// DecodeNode reads a part of a document into a struct, as Decode does.
func DecodeNode(n *Node, into any) []Problem { return (&reader{left: largest}).read(n, into) }

type reader struct {
	file  string
	visit func(Text)
	whole bool // nothing may be missing
	left  int
	bad   []Problem
}

func (r *reader) read(root *Node, into any) []Problem {
	r.value(root, reflect.ValueOf(into).Elem(), "", 0)
	slices.SortStableFunc(r.bad, func(a, b Problem) int { return a.Line - b.Line })
	return r.bad
}

func (r *reader) refuse(p Problem, path string) {
	p.File, p.Path = r.file, path
	r.bad = append(r.bad, p)
}

// custom is a type that reads a node itself. Its error may be a Problem.
type custom interface{ UnmarshalYAML(*Node) error }

var textType, nodeType = reflect.TypeFor[Text](), reflect.TypeFor[Node]()

func (r *reader) value(n *Node, v reflect.Value, path string, depth int) {
	if r.left--; r.left == 0 || depth == deepest {
		r.refuse(At(n, "too many values, or nested too deeply"), path)
	}
	if r.left <= 0 || depth >= deepest {
		return
	}
	if n.Kind == AliasNode {
		r.value(n.Alias, v, path, depth+1)
		return
	}
	if n.Style&TaggedStyle != 0 { // it may not be what it looks like
		r.refuse(At(n, "tags (!) are not allowed"), path)
		return
	}
	if own, ok := v.Addr().Interface().(custom); ok {
		if err := own.UnmarshalYAML(n); err != nil {
			p := At(n, "%v", err)
			errors.As(err, &p)
			r.refuse(p, path)
		}
		return
	}
	switch {
	case v.Type() == nodeType:
		v.Set(reflect.ValueOf(*n))
	case v.Type() == textType:
		v.Set(reflect.ValueOf(r.text(n, path)))
	case v.Kind() == reflect.String:
		t := r.text(n, path)
		v.SetString(t.S)
		if r.visit != nil {
			r.visit(t)
		}
	case isNull(n):
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(n, v.Elem(), path, depth+1)
	case v.Kind() == reflect.Bool:
		if b, err := strconv.ParseBool(n.Value); err == nil && n.Tag == "!!bool" {
			v.SetBool(b)
		} else {
			r.refuse(At(n, "expected true or false"), path)
		}
	case v.Kind() == reflect.Int:
		if i, err := strconv.Atoi(n.Value); err == nil && n.Tag == "!!int" {
			v.SetInt(int64(i))
		} else {
			r.refuse(At(n, "expected a whole number"), path)
		}
	case v.Kind() == reflect.Slice:
		r.list(n, v, path, depth)
	case v.Kind() == reflect.Map:
		r.mapping(n, v, path, depth)
	case v.Kind() == reflect.Struct:
		if n.Kind == ScalarNode {
			if at, ok := short(v.Type()); ok {
				r.value(n, v.Field(at), path, depth+1)
				return
			}
		}
		r.fields(n, v, path, depth)
	default:
		panic("yaml: cannot read into " + v.Type().String())
	}
}

// text reads a scalar.
func (r *reader) text(n *Node, path string) Text {
	if n.Kind != ScalarNode {
		r.refuse(At(n, "expected a word or a line of text"), path)
		return Text{File: r.file, Line: n.Line, Path: path}
	}
	s := n.Value
	if isNull(n) {
		s = ""
	}
	return Text{norm.NFC.String(s), r.file, n.Line, path}
}

func isNull(n *Node) bool { return n.Kind == ScalarNode && n.Tag == "!!null" }

// short finds the field of a struct with the option short: a bare scalar may be written for a struct
// with nothing else in it, and a single one for a list.
func short(t reflect.Type) (field int, ok bool) {
	for i := 0; t.Kind() == reflect.Struct && i < t.NumField(); i++ {
		if strings.HasSuffix(t.Field(i).Tag.Get("yaml"), ",short") {
			return i, true
		}
	}
	return 0, false
}

func (r *reader) list(n *Node, v reflect.Value, path string, depth int) {
	items := n.Content
	if n.Kind != SequenceNode {
		if _, ok := short(v.Type().Elem()); !ok {
			r.refuse(At(n, "expected a list"), path)
			return
		}
		items = []*Node{n}
	}
	out := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, c := range items {
		at := below(path, strconv.Itoa(i))
		r.value(c, out.Index(i), at, depth+1)
		r.there(out.Index(i), at, c.Line, "")
	}
	v.Set(out)
}

func (r *reader) mapping(n *Node, v reflect.Value, path string, depth int) {
	pairs := r.pairs(n, path, depth)
	slices.SortFunc(pairs, func(a, b pair) int { return strings.Compare(a.key.Value, b.key.Value) })
	v.Set(reflect.MakeMap(v.Type()))
	for _, p := range pairs {
		item := reflect.New(v.Type().Elem()).Elem()
		at := below(path, p.key.Value)
		r.value(p.value, item, at, depth+1)
		if item.Kind() == reflect.String {
			r.there(item, at, p.key.Line, "")
		}
		v.SetMapIndex(reflect.ValueOf(p.key.Value), item)
	}
}

func (r *reader) fields(n *Node, v reflect.Value, path string, depth int) {
	pairs := r.pairs(n, path, depth)
	var known []string
	for i := range v.NumField() {
		key, option, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		if !v.Type().Field(i).IsExported() || key == "-" {
			continue
		}
		if key == "" {
			key = strings.ToLower(v.Type().Field(i).Name)
		}
		known = append(known, key)
		at := slices.IndexFunc(pairs, func(p pair) bool { return p.key.Value == key })
		line := n.Line
		if at >= 0 {
			line = pairs[at].key.Line
			r.value(pairs[at].value, v.Field(i), below(path, key), depth+1)
		}
		if at < 0 || v.Field(i).Kind() != reflect.Struct || isNull(pairs[at].value) { // or it tells itself what it lacks
			r.there(v.Field(i), below(path, key), line, option)
		}
	}
	for _, p := range pairs {
		if !slices.Contains(known, p.key.Value) {
			r.refuse(Problem{Line: p.key.Line, Kind: UnknownKey, Key: p.key.Value, Text: fmt.Sprintf("unknown key %q", p.key.Value)}, path)
		}
	}
}

// there refuses an empty value where there must be one.
func (r *reader) there(v reflect.Value, path string, line int, option string) {
	if empty := v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0; empty && r.whole && option != "omitempty" {
		r.refuse(Problem{Line: line, Kind: Missing, Text: "missing"}, path)
	}
}

type pair struct{ key, value *Node }

// pairs returns the keys and values of a mapping, including those merged into it.
func (r *reader) pairs(n *Node, path string, depth int) (out []pair) {
	if n.Kind == AliasNode {
		n = n.Alias
	}
	if r.left--; r.left <= 0 || n.Kind != MappingNode || depth >= deepest {
		if !isNull(n) {
			r.refuse(At(n, "expected lines of `name: value`"), path)
		}
		return nil
	}
	var merged []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		first := slices.IndexFunc(out, func(p pair) bool { return p.key.Value == key.Value })
		switch {
		case key.Kind != ScalarNode || isNull(key) || key.Style&TaggedStyle != 0:
			r.refuse(At(key, "expected a name before the colon"), path)
		case key.Tag == "!!merge":
			from := []*Node{value}
			if value.Kind == SequenceNode {
				from = value.Content
			}
			for _, m := range from {
				if isNull(m) || m.Kind == AliasNode && isNull(m.Alias) {
					r.refuse(At(m, "expected something to merge"), path)
				}
				merged = append(merged, r.pairs(m, path, depth+1)...)
			}
		case first >= 0:
			line := out[first].key.Line
			r.refuse(Problem{Line: key.Line, Kind: TwiceKey, Key: key.Value, First: line, Text: fmt.Sprintf("%q is given twice, first on line %d", key.Value, line)}, path)
		default:
			out = append(out, pair{key, value})
		}
	}
	for _, m := range merged {
		if !slices.ContainsFunc(out, func(p pair) bool { return p.key.Value == m.key.Value }) {
			out = append(out, m)
		}
	}
	return out
}

func below(path, key string) string { return strings.TrimPrefix(path+"."+key, ".") }
