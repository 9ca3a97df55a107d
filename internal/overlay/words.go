package overlay

import (
	"cmp"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// reworded are the embedded texts that a pack may reword, by dotted path; * is any one key. All others
// are fixed: the warning, the doors, what is asked and what the rules rest on.
var reworded = strings.Fields(`
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
	sheet.log-rows.*
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

// appendOnly are the lists a pack may append to; their embedded items stay, word for word.
var appendOnly = strings.Fields(`
	urgencies.*.door
	urgencies.*.screen
	sheet.never`)

// opened are the mappings a pack may add ids to, with everything below them.
var opened = strings.Fields(`sections.* questions.* rules.* cautions.* doses.* steps.* steps.*.lines.* figures.* myths.*`)

// words reads the words of a language and merges those of the pack into them.
func (v *validator) words(embedded protocol.Folder) protocol.Reader {
	return func(lang string) (*yaml.Document, error) {
		name := protocol.WordsFile(lang)
		base, err := embedded.Words(lang)
		if err != nil {
			return nil, err
		}
		over, _ := yaml.Parse(v.pack.Path(name), []byte("{}")) // where whatever is missing will be reported
		if v.pack.Has(name) {
			if over, err = v.pack.Words(lang); err != nil {
				return nil, err
			}
		}
		r := rewording{validator: &validator{base: v.base, pack: v.pack, fixed: v.fixed}, base: base, embedded: texts(base), own: texts(over)}
		r.Add(protocol.Located(over.Decode(&protocol.Words{}, func(t yaml.Text) { r.text(over.Find(t.Path), t) })))
		merged, bad := base.Under(over)
		r.Add(protocol.Located(bad))
		return merged, r.Joined()
	}
}

// rewording compares the texts of a pack with the embedded ones of the same language.
type rewording struct {
	*validator
	base          *yaml.Document
	embedded, own map[string]string // by path
}

func texts(d *yaml.Document) map[string]string {
	out := map[string]string{}
	d.Decode(&protocol.Words{}, func(t yaml.Text) { out[t.Path] = t.S })
	return out
}

func (r rewording) text(at, t yaml.Text) {
	old, there := r.embedded[t.Path]
	list := t.Path[:max(0, strings.LastIndexByte(t.Path, '.'))]
	switch {
	case there && old == t.S, strings.HasPrefix(t.Path, "checked-against."): // of the pack's own English
		return
	case r.isFixed(t.Path):
	case !there && r.isNew(t.Path):
		return
	case !there && matches(appendOnly, list) && r.keeps(list):
		return
	case !matches(reworded, t.Path):
	case t.S == "":
		r.At(at, t.Path, "empty; a pack can reword a text but not remove it")
		return
	case there && !slices.Equal(protocol.Placeholders(old), protocol.Placeholders(t.S)):
		r.At(at, t.Path, "must keep the placeholders of the embedded text: %s", cmp.Or(strings.Join(protocol.Placeholders(old), " "), "none"))
		return
	default:
		return
	}
	r.refuse(at, t.Path)
}

// isFixed reports whether a text is, or is below, one of the fixed texts.
func (r rewording) isFixed(path string) bool {
	for at := path; at != ""; at = at[:max(0, strings.LastIndexByte(at, '.'))] {
		if r.fixed.words[at] {
			return true
		}
	}
	return false
}

// isNew reports whether a text belongs to an id that the pack adds.
func (r rewording) isNew(path string) bool {
	for at := path; at != ""; at = at[:max(0, strings.LastIndexByte(at, '.'))] {
		if matches(opened, at) && !r.base.Has(at) {
			return true
		}
	}
	return false
}

// keeps reports whether a list of the pack starts with the embedded one.
func (r rewording) keeps(list string) bool {
	for path, s := range r.embedded {
		if strings.HasPrefix(path, list+".") && r.own[path] != s {
			return false
		}
	}
	return true
}

func matches(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return protocol.Matches(p, path) })
}
