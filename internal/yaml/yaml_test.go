package yaml_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"backcare/internal/yaml"
)

func TestWhatIsWrongHasALineAndAKind(t *testing.T) {
	for name, tc := range map[string]struct {
		in   string
		want []yaml.Problem
	}{
		"right":               {"name: a\nlist: [1]\n", nil},
		"nothing":             {"# a comment\n", []yaml.Problem{{Kind: yaml.Empty, Text: "empty"}}},
		"two documents":       {"name: a\n---\nname: b\n", []yaml.Problem{{Kind: yaml.Second, Line: 2, Text: "more than one YAML document"}}},
		"another key":         {"name: a\nnane: b\n", []yaml.Problem{{Kind: yaml.UnknownKey, Line: 2, Text: "field nane not found", Key: "nane"}}},
		"a key twice":         {"list: []\nname: a\n\nname: b\n", []yaml.Problem{{Kind: yaml.TwiceKey, Line: 4, Text: `mapping key "name" already defined at line 2`, Key: "name", First: 2}}},
		"two things":          {"nane: a\nlist: a\n", []yaml.Problem{{Kind: yaml.UnknownKey, Line: 1, Text: "field nane not found", Key: "nane"}, {Line: 2, Text: "cannot unmarshal !!str `a` into []int"}}},
		"not YAML":            {"name: a\nlist: b: c\n", []yaml.Problem{{Line: 2, Text: "mapping values are not allowed in this context"}}},
		"not YAML further on": {"name: a\n---\nlist: [1\n", []yaml.Problem{{Line: 2, Text: "did not find expected ',' or ']'"}}},
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

func TestTreeIsTheOutermostNode(t *testing.T) {
	n, bad := yaml.Tree([]byte("# what\nname: a\n"))
	if len(bad) > 0 || n.Kind != yaml.MappingNode || n.Line != 2 || n.Content[1].Value != "a" {
		t.Errorf("%v, %v", n, bad)
	}
}

func TestTextIsReadBackAsItWas(t *testing.T) {
	for _, s := range []string{"yes", "1980-04-02", "a: b", "#", "", "ünï", "'", `"`, " x "} {
		n, bad := yaml.Tree([]byte("name: " + yaml.Text(s) + "\n"))
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
