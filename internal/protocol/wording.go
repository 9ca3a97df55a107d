package protocol

import (
	"slices"
	"strings"

	"backcare/internal/yaml"
)

// reworded are the texts of the embedded words that a pack may write anew; * is any one key. All
// others are locked: they are the warning, the doors, what is asked and what the rules rest on.
var reworded = patterns(`
	questions.*.why
	rules.*.request
	rules.*.why
	cautions.*.why
	steps.*.name
	steps.*.why
	steps.*.known
	steps.*.lines.*
	steps.*.variants.*.name
	steps.*.variants.*.feel
	steps.*.variants.*.easier
	figures.*
	myths.*.article
	myths.*.tool
	sheet.title
	sheet.log-title
	sheet.log-corner
	sheet.log-rows
	note.title
	note.for
	note.consent
	form.title
	form.by
	form.key
	card.title
	card.cut
	card.fold
	spool.title
	spool.private
	spool.done
	prompt.name-help
	explain.title
	explain.lead`)

// grown are the lists a pack may add to at the end; what is in them stays, word for word.
var grown = patterns(`
	urgencies.*.door
	urgencies.*.screen
	sheet.never`)

// extra are texts a pack may add where there is none. Those that are there stay as they are.
var extra = patterns(`
	steps.*.variants.*.stop`)

// opened are the mappings a pack may add ids of its own to.
var opened = patterns(`
	sections
	questions
	rules
	cautions
	doses
	steps
	steps.*.variants
	steps.*.lines
	figures
	myths`)

func patterns(s string) (out [][]string) {
	for _, line := range strings.Fields(s) {
		out = append(out, strings.Split(line, "."))
	}
	return out
}

func matches(list [][]string, path []string) bool {
	return slices.ContainsFunc(list, func(p []string) bool {
		return slices.EqualFunc(p, path, func(a, b string) bool { return a == "*" || a == b })
	})
}

// rewording lays the words of a pack over the embedded ones of the same language.
type rewording struct {
	problems
	file   string
	locked map[string]bool // by dotted path, with all below it
}

// mapping lays one mapping over another, key by key; lists and texts are replaced whole.
func (r *rewording) mapping(base, over *yaml.Node, path []string) {
	for i := 0; i+1 < len(over.Content); i += 2 {
		key, new := over.Content[i], over.Content[i+1]
		path := append(slices.Clip(path), key.Value)
		old := value(base, key.Value)
		switch {
		case new.Kind == yaml.AliasNode || key.Tag == "!!merge":
			r.refuse(key, path, "write the words out; anchors are not read in a pack")
		case r.closed(path) && (old == nil || old.Kind != yaml.MappingNode || new.Kind != yaml.MappingNode):
			r.refuse(key, path, "belongs to what is hands-on, on request only or there for safety, which a pack cannot reword; add a step of your own")
		case new.Kind == yaml.ScalarNode && !isText(new):
			r.refuse(new, path, "is not a text; a pack can reword a text, not take it away")
		case old == nil && matches(opened, path[:len(path)-1]):
			base.Content = append(base.Content, key, new)
		case old == nil && new.Kind == yaml.ScalarNode && (matches(reworded, path) || matches(extra, path)) && strings.TrimSpace(new.Value) != "":
			base.Content = append(base.Content, key, new)
		case old == nil:
			r.refuse(key, path, "is not there to reword; a pack adds words only for what it adds itself")
		case old.Kind == yaml.MappingNode && new.Kind == yaml.MappingNode:
			r.mapping(old, new, path)
		case old.Kind == new.Kind && old.Kind != yaml.MappingNode:
			r.replace(old, new, path)
		default:
			r.refuse(key, path, "is a text where the embedded words have a list or keys, or the other way round")
		}
	}
}

func (r *rewording) closed(path []string) bool {
	for n := range path {
		if r.locked[strings.Join(path[:n+1], ".")] {
			return true
		}
	}
	return false
}

func (r *rewording) replace(old, new *yaml.Node, path []string) {
	switch {
	case same(old, new):
		return
	case matches(grown, path):
		if n := len(old.Content); len(new.Content) < n || !slices.EqualFunc(old.Content, new.Content[:n], same) {
			r.refuse(new, path, "a pack may add lines after the embedded ones, which stay word for word and in order")
			return
		}
	case path[0] == "warning":
		r.refuse(new, path, "the warning is one text, the same on every paper; a pack cannot change it")
		return
	case path[0] == "doses":
		r.refuse(new, path, "a dose stands in several steps, some of them hands-on; give the form a dose of its own in routine.yaml")
		return
	case !matches(reworded, path):
		r.refuse(new, path, "is part of what is asked or decided or keeps people safe, so a pack cannot reword it; docs/content-packs.md lists what it can")
		return
	case new.Kind == yaml.ScalarNode && strings.TrimSpace(new.Value) == "":
		r.refuse(new, path, "a pack can reword a text, not take it away")
		return
	case !slices.Equal(Placeholders(old.Value), Placeholders(new.Value)):
		r.refuse(new, path, "must keep the places %s of the embedded text", strings.Join(Placeholders(old.Value), " "))
		return
	}
	*old = *new
}

// isText reports whether a scalar reads as it is written: not as nothing, nor as bytes in letters.
func isText(n *yaml.Node) bool { return n.Tag != "!!null" && n.Tag != "!!binary" }

func same(a, b *yaml.Node) bool {
	return a.Kind == b.Kind && a.Tag == b.Tag && a.Value == b.Value && slices.EqualFunc(a.Content, b.Content, same)
}

func (r *rewording) refuse(n *yaml.Node, path []string, format string, args ...any) {
	r.at(text{file: r.file, line: n.Line}, strings.Join(path, "."), format, args...)
}
