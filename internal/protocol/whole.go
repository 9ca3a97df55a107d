package protocol

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The values a text may leave a place for.
var places = strings.Fields("n of name ref born date days content tool by on page pages answer emergency urgent possible needs " +
	"list all any title options step because id day month year time zone label value one other")

var placePattern = regexp.MustCompile(`\{[^{}]*\}`)

// whole finds every text that is empty, padded, or leaves a place for a value nobody fills.
func whole(v reflect.Value, path string) (out []Problem) {
	switch v.Kind() {
	case reflect.String:
		return texts(v.String(), path)
	case reflect.Slice:
		if v.Len() == 0 {
			out = append(out, Problem{ID: path, Text: "missing"})
		}
		for i := range v.Len() {
			out = append(out, whole(v.Index(i), path+"."+strconv.Itoa(i))...)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			out = append(out, whole(v.MapIndex(k), path+"."+k.String())...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			key, option, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if option == "omitempty" && v.Field(i).IsZero() {
				continue
			}
			out = append(out, whole(v.Field(i), strings.TrimPrefix(path+"."+key, "."))...)
		}
	}
	slices.SortStableFunc(out, func(a, b Problem) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func texts(s, path string) (out []Problem) {
	if s == "" {
		return []Problem{{ID: path, Text: "missing"}}
	}
	if strings.TrimSpace(s) != s {
		out = append(out, Problem{ID: path, Text: "has space at its start or end"})
	}
	if strings.Count(s, "**")%2 == 1 {
		out = append(out, Problem{ID: path, Text: "has a ** without its pair"})
	}
	for _, place := range Placeholders(s) {
		if !slices.Contains(places, strings.Trim(place, "{}")) {
			out = append(out, Problem{ID: path, Text: "leaves a place for " + place + ", which nobody fills"})
		}
	}
	if strings.ContainsFunc(s, unicode.IsControl) {
		out = append(out, Problem{ID: path, Text: "has a line break or another control character; a text is one line"})
	}
	if reason := Unprintable(s); reason != "" {
		out = append(out, Problem{ID: path, Text: reason})
	}
	return out
}

// Placeholders are the {places} of a text, sorted.
func Placeholders(s string) []string {
	out := placePattern.FindAllString(s, -1)
	slices.Sort(out)
	return out
}
