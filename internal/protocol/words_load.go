package protocol

import (
	"reflect"
	"regexp"
	"strconv"

	"backcare/internal/yaml"
)

var langPattern = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)

// loadWords reads the words of a language, lays those of a pack over them, and holds them against
// the ids of the content.
func (b *builder) loadWords(embedded Layer, over *Layer, lang string) {
	name := wordsName(lang)
	if !langPattern.MatchString(lang) {
		b.in(name, "", "%q is not a language; there is %s", lang, oneOf(Languages(embedded.Files)))
		return
	}
	w := &Words{}
	if err := decode(embedded, name, w); err != nil {
		b.add(err)
		return
	}
	var laid *tree
	if over != nil {
		var ok bool
		if laid, w, ok = b.reword(embedded, *over, lang); !ok {
			return
		}
	}
	var found []Problem
	if w.Lang != lang {
		found = append(found, Problem{ID: "lang", Text: strconv.Quote(w.Lang) + " is not the name of the file"})
	}
	found = append(found, b.ids(w)...)
	found = append(found, whole(reflect.ValueOf(w).Elem(), "")...)
	if len(found) == 0 {
		b.words[lang] = w
		return
	}
	base, err := readTree(embedded, lang)
	b.add(err)
	for _, f := range found {
		b.at(mark(f.ID, base, laid), f.ID, "%s", f.Text)
	}
}

// reword lays the words a pack has for a language over the embedded ones. The tree is of the pack.
func (b *builder) reword(embedded, over Layer, lang string) (*tree, *Words, bool) {
	base, err := readTree(embedded, lang)
	if err != nil {
		b.add(err)
		return nil, nil, false
	}
	b.dropWords(base.root)
	t, w := tree{file: over.path(wordsName(lang))}, &Words{}
	if over.has(wordsName(lang)) {
		if err := decode(over, wordsName(lang), &Words{}); err != nil {
			b.add(err)
			return nil, nil, false
		}
		if t, err = readTree(over, lang); err != nil {
			b.add(err)
			return nil, nil, false
		}
		r := rewording{file: t.file, locked: b.base.locks()}
		r.mapping(base.root, t.root, nil)
		b.problems = append(b.problems, r.problems...)
		if len(r.problems) > 0 {
			return nil, nil, false
		}
	}
	if bad := yaml.Fill(base.root, w); len(bad) > 0 {
		b.add(located(t.file, bad))
		return nil, nil, false
	}
	return &t, w, true
}

// dropWords takes out of the embedded words what a pack leaves no use for.
func (b *builder) dropWords(root *yaml.Node) {
	for i := range b.Rules { // a rule that was raised has its words among those that refer
		if r := b.base.rule(b.Rules[i].ID); r != nil && !r.Urgency.Refers() && b.Rules[i].Urgency.Refers() {
			without(root, "cautions", r.ID)
		}
	}
	figures, doses := b.used()
	wereFigures, wereDoses := b.base.used()
	for id := range wereFigures {
		if !figures[id] {
			without(root, "figures", id)
		}
	}
	for id := range wereDoses {
		if !doses[id] {
			without(root, "doses", id)
		}
	}
}
