package protocol

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Texts are all texts of the words with their dotted paths, such as "questions.fever.ask" or
// "warning.items.0", in the order of their fields. What is about the file itself is left out.
func (w *Words) Texts() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		each(reflect.ValueOf(w).Elem(), "", yield)
	}
}

// about are the keys of words that are about the file and are not printed as part of a paper.
var about = []string{"lang", "name", "translated-by", "reviewed-by", "checked-against"}

func each(v reflect.Value, path string, yield func(string, string) bool) bool {
	below := func(key string) string { return strings.TrimPrefix(path+"."+key, ".") }
	switch v.Kind() {
	case reflect.String:
		return v.String() == "" || yield(path, v.String())
	case reflect.Slice:
		for i := range v.Len() {
			if !each(v.Index(i), below(strconv.Itoa(i)), yield) {
				return false
			}
		}
	case reflect.Map:
		names := v.MapKeys()
		slices.SortFunc(names, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range names {
			if !each(v.MapIndex(k), below(k.String()), yield) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if path == "" && slices.Contains(about, key) {
				continue
			}
			if !each(v.Field(i), below(key), yield) {
				return false
			}
		}
	}
	return true
}

// Runes are all the characters the words can print, sorted.
func (w *Words) Runes() []rune {
	seen := map[rune]bool{}
	for _, s := range w.Texts() {
		for _, r := range s {
			seen[r] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// Fingerprints are a few letters for each part of the words (questions, sheet, …) that change when
// any text in it does. A translation keeps those of the English it was checked against.
func (w *Words) Fingerprints() map[string]string {
	parts := map[string]*strings.Builder{}
	for path, s := range w.Texts() {
		part, rest, _ := strings.Cut(path, ".")
		if parts[part] == nil {
			parts[part] = &strings.Builder{}
		}
		fmt.Fprintf(parts[part], "%s\x00%s\x00", rest, s)
	}
	out := map[string]string{}
	for part, b := range parts {
		out[part] = fmt.Sprintf("%x", sha256.Sum256([]byte(b.String())))[:8]
	}
	return out
}

// Finder tells where the words of a language stand: file and line of a dotted path, or of the
// nearest part of it that is there. over may be nil.
func Finder(embedded Layer, over *Layer, lang string) func(path string) (file string, line int) {
	base, _ := readTree(embedded, lang)
	var laid *tree
	if over != nil {
		t, _ := readTree(*over, lang)
		laid = &t
	}
	return func(path string) (string, int) {
		m := mark(path, base, laid)
		return m.file, m.line
	}
}
