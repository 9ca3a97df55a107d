package yaml_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"backcare/internal/yaml"
)

func TestWhatIsWrongHasALineAndAKind(t *testing.T) {
	deep := "name: a\nlist: " + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "\n"
	for name, tc := range map[string]struct {
		in   string
		want []yaml.Problem
	}{
		"right":               {"name: a\nlist: [1]\n", nil},
		"nothing":             {"# a comment\n", []yaml.Problem{{Kind: yaml.Empty, Text: "empty"}}},
		"two documents":       {"name: a\n---\nname: b\n", []yaml.Problem{{Kind: yaml.Second, Line: 2, Text: "more than one YAML document"}}},
		"another key":         {"name: a\nnane: b\n", []yaml.Problem{{Kind: yaml.UnknownKey, Line: 2, Text: `unknown key "nane"`, Key: "nane"}}},
		"a key twice":         {"list: []\nname: a\n\nname: b\n", []yaml.Problem{{Kind: yaml.TwiceKey, Line: 4, Text: `"name" is given twice, first on line 2`, Key: "name", First: 2}}},
		"two things":          {"nane: a\nlist: a\n", []yaml.Problem{{Kind: yaml.UnknownKey, Line: 1, Text: `unknown key "nane"`, Key: "nane"}, {Line: 2, Path: "list", Kind: yaml.Shape, Text: "expected a list"}}},
		"a word for a number": {"list: [up]\n", []yaml.Problem{{Line: 1, Path: "list.0", Kind: yaml.Shape, Text: "expected a whole number"}}},
		"a list for a text":   {"name: [a]\n", []yaml.Problem{{Line: 1, Path: "name", Kind: yaml.Shape, Text: "expected a word or a line of text"}}},
		"bytes in letters":    {"name: !!binary YQ==\n", []yaml.Problem{{Line: 1, Path: "name", Kind: yaml.Shape, Text: "tags (!) are not allowed"}}},
		"too deep":            {deep, []yaml.Problem{{Line: 2, Path: "list.0", Kind: yaml.Shape, Text: "expected a whole number"}}},
		"a list of keys":      {"- name\n", []yaml.Problem{{Line: 1, Kind: yaml.Shape, Text: "expected lines of `name: value`"}}},
		"not YAML":            {"name: a\nlist: b: c\n", []yaml.Problem{{Line: 2, Text: "mapping values are not allowed in this context"}}},
		"not YAML further on": {"name: a\n---\nlist: [1\n", []yaml.Problem{{Line: 3, Text: "did not find expected ',' or ']'"}}},
		"a tab":               {"name: a\nlist:\n\t- 1\n", []yaml.Problem{{Line: 3, Text: "tab at the start of the line, where YAML allows only spaces"}}},
		"not UTF-8":           {"name: a\nlist: \xff\n", []yaml.Problem{{Line: 2, Text: "not valid UTF-8"}}},
	} {
		var into struct {
			Name string
			List []int
		}
		if got := yaml.Decode([]byte(tc.in), &into); !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%s: %#v", name, got)
		}
	}
}

// Every text knows its file, line and path, in one form of its letters, whatever it was written in.
func TestTextsKnowWhereTheyStand(t *testing.T) {
	d, bad := yaml.Parse("f.yaml", []byte("id: yes\nwords:\n  b: {ask: cafe\u0301}\n  a: {ask: 12}\n"))
	var into struct {
		ID    yaml.Text `yaml:"id"`
		Words map[string]struct {
			Ask  string `yaml:"ask"`
			More string `yaml:"more,omitempty"`
		} `yaml:"words"`
	}
	var seen []yaml.Text
	bad = append(bad, d.DecodeWhole(&into, func(t yaml.Text) { seen = append(seen, t) })...)
	want := []yaml.Text{{"12", "f.yaml", 4, "words.a.ask"}, {"caf\u00e9", "f.yaml", 3, "words.b.ask"}}
	if len(bad) > 0 || into.ID != (yaml.Text{"yes", "f.yaml", 1, "id"}) || !reflect.DeepEqual(seen, want) || into.Words["b"].Ask != "caf\u00e9" {
		t.Errorf("%v %v %v %v", bad, into, seen, want)
	}
}

func TestWhatIsMissingIsNamedByItsPath(t *testing.T) {
	d, _ := yaml.Parse("f.yaml", []byte("a: {x: \"\"}\nb: ~\nlist: []\n"))
	var into struct {
		A, B struct{ X, Y string }
		List []string
		Free string `yaml:"free,omitempty"`
		M    map[string]string
	}
	var got []string
	for _, p := range d.DecodeWhole(&into, nil) {
		got = append(got, p.File+" "+p.Path+" "+p.Error())
	}
	if want := []string{"f.yaml a.x line 1: missing", "f.yaml a.y line 1: missing", "f.yaml m line 1: missing", "f.yaml b line 2: missing", "f.yaml list line 3: missing"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestAnchorsAreFollowedAsFarAsIsReasonable(t *testing.T) {
	var into struct {
		A, B map[string]string
		C    []any
	}
	if bad := yaml.Decode([]byte("a: &a {x: one, y: two}\nb: {<<: *a, y: three}\n"), &into); len(bad) > 0 || into.B["x"] != "one" || into.B["y"] != "three" {
		t.Errorf("%v %v", bad, into)
	}
	type list struct{ L []list }
	for name, text := range map[string]string{
		"itself":     "l: &a [{l: *a}]\n",
		"many times": "l: [{l: &a [{},{},{},{},{},{},{},{}]}, {l: &b [{l: *a},{l: *a},{l: *a},{l: *a},{l: *a},{l: *a},{l: *a},{l: *a}]}, {l: &c [{l: *b},{l: *b},{l: *b},{l: *b},{l: *b},{l: *b},{l: *b},{l: *b}]}, {l: &d [{l: *c},{l: *c},{l: *c},{l: *c},{l: *c},{l: *c},{l: *c},{l: *c}]}, {l: &e [{l: *d},{l: *d},{l: *d},{l: *d},{l: *d},{l: *d},{l: *d},{l: *d}]}, {l: [{l: *e},{l: *e},{l: *e},{l: *e},{l: *e},{l: *e},{l: *e},{l: *e}]}]\n",
		"by merging": "l: [&a {<<: *a}]\n",
	} {
		var l list
		if bad := yaml.Decode([]byte(text), &l); len(bad) == 0 {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestOneDocumentOverAnother(t *testing.T) {
	base, _ := yaml.Parse("base.yaml", []byte("a: {x: one, y: two}\nlist: [1]\n"))
	over, _ := yaml.Parse("over.yaml", []byte("\na: {y: three, z: four}\nlist: [3]\n"))
	d, bad := base.Under(over)
	var into struct {
		A    map[string]string
		List []int
	}
	if bad = append(bad, d.Decode(&into, nil)...); len(bad) > 0 || into.A["x"] != "one" || into.A["y"] != "three" || into.A["z"] != "four" || !slices.Equal(into.List, []int{3}) {
		t.Errorf("%v %v", bad, into)
	}
	for path, want := range map[string]string{"a.x": "base.yaml:1", "a.y": "over.yaml:2", "a.z": "over.yaml:2", "list.0": "over.yaml:3", "a.none": "over.yaml:2", "b": "over.yaml:0"} {
		if at := d.Find(path); fmt.Sprintf("%s:%d", at.File, at.Line) != want {
			t.Errorf("%s is at %v, not %s", path, at, want)
		}
	}
	if base.Has("a.z") || !over.Has("a.z") || !base.Has("list.0") {
		t.Error("a document was changed, or does not know what it has")
	}
}

func TestTreeIsTheOutermostNode(t *testing.T) {
	n, bad := yaml.Tree([]byte("# what\nname: a\n"))
	if len(bad) > 0 || n.Kind != yaml.MappingNode || n.Line != 2 || n.Content[1].Value != "a" {
		t.Errorf("%v, %v", n, bad)
	}
}

func TestADocumentLaidOverAnotherTakesNothingAway(t *testing.T) {
	base, _ := yaml.Parse("base.yaml", []byte("a: {x: one}\nlist: [1, 2]\n"))
	for text, want := range map[string]string{
		"a: ~\n":                        "over.yaml a line 1: has a different shape from what it would replace",
		"a: {x: {y: z}}\n":              "over.yaml a.x line 1: has a different shape from what it would replace",
		"list: ~\n":                     "over.yaml list line 1: has a different shape from what it would replace",
		"list: [1]\n":                   "over.yaml list line 1: has fewer items than what it would replace",
		"b: {c: &c [1, 2]}\nlist: *c\n": "over.yaml  line 2: aliases are not allowed here; write it out",
		"b: &b {x: two}\na: {<<: *b}\n": "over.yaml  line 2: aliases are not allowed here; write it out",
		"[1, 2]\n":                      "over.yaml  line 1: has a different shape from what it would replace",
	} {
		over, _ := yaml.Parse("over.yaml", []byte(text))
		_, bad := base.Under(over)
		if len(bad) == 0 || bad[0].File+" "+bad[0].Path+" "+bad[0].Error() != want {
			t.Errorf("%q: %v", text, bad)
		}
	}
}

func TestQuotedTextIsReadBackAsItWas(t *testing.T) {
	for _, s := range []string{"yes", "1980-04-02", "a: b", "#", "", "ünï", "'", `"`, " x "} {
		n, bad := yaml.Tree([]byte("name: " + yaml.Quote(s) + "\n"))
		if len(bad) > 0 || n.Content[1].Value != s || n.Content[1].Tag != "!!str" {
			t.Errorf("%q: %v", s, bad)
		}
	}
}

func TestNothingElseImportsTheLibrary(t *testing.T) {
	found := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(`"go.yaml.in/`)) {
			if found++; filepath.Base(filepath.Dir(path)) != "yaml" {
				t.Errorf("%s imports it", path)
			}
		}
		return err
	})
	if err != nil || found == 0 {
		t.Errorf("%d files, %v", found, err)
	}
}
