package pack

import (
	"io/fs"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

func (p *Pack) loadWords(fsys fs.FS, lang string, list *[]error) error {
	name := "words/" + lang + ".yaml"
	if !regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`).MatchString(lang) {
		return Problem{name, 0, "", strconv.Quote(lang) + " is not a language; there is " + oneOf(Languages(fsys))}
	}
	w := &Words{}
	if err := decode(fsys, name, w); err != nil {
		return err
	}
	var found []Problem
	if w.Lang != lang {
		found = append(found, Problem{name, 0, "lang", strconv.Quote(w.Lang) + " is not the name of the file"})
	}
	found = append(found, p.ids(w)...)
	found = append(found, whole(reflect.ValueOf(w).Elem(), "")...)
	if len(found) > 0 {
		var tree yaml.Node
		_ = decode(fsys, name, &tree)
		for _, f := range found {
			f.File, f.Line = name, lineOf(&tree, f.ID)
			*list = append(*list, f)
		}
		return nil
	}
	p.words[lang] = w
	return nil
}

// ids holds the keys of every map of words against the ids of the content.
func (p *Pack) ids(w *Words) (out []Problem) {
	want := map[string][]string{}
	for _, s := range p.Sections {
		want["sections"] = append(want["sections"], s.ID)
	}
	for u := Planned; u <= Emergency; u++ {
		want["urgencies"] = append(want["urgencies"], u.String())
	}
	for _, r := range p.Rules {
		if r.Urgency.Refers() {
			want["rules"] = append(want["rules"], r.ID)
		} else {
			want["cautions"] = append(want["cautions"], r.ID)
		}
	}
	for _, m := range p.Myths {
		want["myths"] = append(want["myths"], m.ID)
	}
	check := func(path string, have, want []string) {
		for _, id := range have {
			if !slices.Contains(want, id) {
				out = append(out, Problem{ID: path + "." + id, Text: "names nothing in the content"})
			}
		}
		for _, id := range want {
			if !slices.Contains(have, id) {
				out = append(out, Problem{ID: path + "." + id, Text: "missing"})
			}
		}
	}
	for _, q := range p.Questions {
		want["questions"] = append(want["questions"], q.ID)
		if qw, ok := w.Questions[q.ID]; ok && q.Choice() {
			check("questions."+q.ID+".choices", keys(qw.Choices), q.Options)
		} else if ok {
			check("questions."+q.ID+".choices", keys(qw.Choices), nil)
		}
	}
	for _, s := range p.Steps {
		want["steps"] = append(want["steps"], s.ID)
		var forms, lines []string
		for _, f := range s.Forms {
			forms = append(forms, f.ID)
			want["figures"] = append(want["figures"], f.Figure)
			for _, d := range f.Doses {
				want["doses"] = append(want["doses"], d.ID)
			}
			for _, l := range f.Lines {
				lines = append(lines, l.ID)
			}
		}
		if sw, ok := w.Steps[s.ID]; ok {
			check("steps."+s.ID+".forms", keys(sw.Forms), forms)
			check("steps."+s.ID+".lines", keys(sw.Lines), unique(lines))
		}
	}
	check("sections", keys(w.Sections), want["sections"])
	check("questions", keys(w.Questions), want["questions"])
	check("urgencies", keys(w.Urgencies), want["urgencies"])
	check("rules", keys(w.Rules), want["rules"])
	check("cautions", keys(w.Cautions), want["cautions"])
	check("steps", keys(w.Steps), want["steps"])
	check("doses", keys(w.Doses), unique(want["doses"]))
	check("figures", keys(w.Figures), unique(want["figures"]))
	check("myths", keys(w.Myths), want["myths"])
	check("note.answerers", keys(w.Note.Answerers), []string{"self", "helper", "staff", "unknown"})
	if n := len(w.Dates.Months); n != 12 {
		out = append(out, Problem{ID: "dates.months", Text: strconv.Itoa(n) + " months; expected 12, January first"})
	}
	return out
}

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func unique(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// The values a text may leave a place for.
var places = strings.Fields("n of name ref born date days content tool by on page pages emergency urgent possible needs " +
	"list title options step because id day month year time zone")

var placePattern = regexp.MustCompile(`\{([^{}]*)\}`)

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
	for _, m := range placePattern.FindAllStringSubmatch(s, -1) {
		if !slices.Contains(places, m[1]) {
			out = append(out, Problem{ID: path, Text: "leaves a place for " + m[0] + ", which nobody fills"})
		}
	}
	return out
}

// lineOf finds the line of a dotted path, or of the nearest part of it that is there.
func lineOf(n *yaml.Node, path string) int {
	if n.Kind == yaml.DocumentNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	line := n.Line
	for _, part := range strings.Split(path, ".") {
		var next *yaml.Node
		switch n.Kind {
		case yaml.MappingNode:
			for i := 0; i < len(n.Content); i += 2 {
				if n.Content[i].Value == part {
					line, next = n.Content[i].Line, n.Content[i+1]
				}
			}
		case yaml.SequenceNode:
			if i, err := strconv.Atoi(part); err == nil && i < len(n.Content) {
				next = n.Content[i]
				line = next.Line
			}
		}
		if next == nil {
			return line
		}
		n = next
	}
	return line
}
