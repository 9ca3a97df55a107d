package yaml_test

import (
	"bytes"
	"reflect"
	"testing"
	"unicode/utf8"

	lib "go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"

	"backcare/internal/yaml"
)

type sample struct {
	Name  string            `yaml:"name"`
	On    bool              `yaml:"on"`
	Words map[string]string `yaml:"words"`
	List  []sample          `yaml:"list"`
	Deep  *sample           `yaml:"deep"`
}

// Whatever the bytes are, they are read or refused, and what is read is what the library reads.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"name: a\non: true\nwords: {b: c}\nlist: [{name: d}]\ndeep: {list: []}\n", "a: &a [*a]\n", "list: [&a {<<: *a}]\n",
		"words: {<<: {a: b}, a: c}\n", "deep: &d {name: x}\nlist: [*d, {<<: *d, name: y}]\n", "name: !!binary YQ==\n", "? [a]\n: b\n", "words: {~: x, 1: y}\n", "\ufeffname: a\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got, want sample
		bad := yaml.Decode(data, &got)
		for _, p := range bad {
			if p.Text == "" || p.Line < 0 || p.Line > 1+bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte("\r"))+bytes.Count(data, []byte("\u0085"))+bytes.Count(data, []byte("\u2028"))+bytes.Count(data, []byte("\u2029")) {
				t.Errorf("%+v", p)
			}
		}
		if len(bad) > 0 {
			return
		}
		if !utf8.Valid(data) {
			t.Fatal("read bytes that are no text")
		}
		if err := lib.Unmarshal(data, &want); err != nil {
			t.Fatalf("the library refuses it: %v", err)
		}
		if normal(&want); !reflect.DeepEqual(plain(got), plain(want)) {
			t.Errorf("%+v, and the library says %+v", got, want)
		}
	})
}

// normal brings the texts of a sample to NFC.
func normal(s *sample) {
	s.Name = norm.NFC.String(s.Name)
	for k, v := range s.Words {
		s.Words[k] = norm.NFC.String(v)
	}
	for i := range s.List {
		normal(&s.List[i])
	}
	if s.Deep != nil {
		normal(s.Deep)
	}
}

// plain is a sample without the difference between nothing and nothing in it.
func plain(s sample) sample {
	if len(s.Words) == 0 {
		s.Words = nil
	}
	list := s.List
	s.List = nil
	for _, item := range list {
		if item = plain(item); !reflect.DeepEqual(item, sample{}) { // the library leaves out what is nothing
			s.List = append(s.List, item)
		}
	}
	if s.Deep != nil {
		if deep := plain(*s.Deep); reflect.DeepEqual(deep, sample{}) {
			s.Deep = nil
		} else {
			s.Deep = &deep
		}
	}
	return s
}
