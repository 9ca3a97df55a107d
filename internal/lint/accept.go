package lint

import (
	"maps"
	"slices"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// Change is a part of the English that has changed since a translation was last held against it.
type Change struct {
	Part  string
	Known bool // whether the English before is known; if not, Texts are all of the part
	Texts []ChangedText
}

// ChangedText is one text of a Change. Before or Now is empty where there was none, or is none any more.
type ChangedText struct {
	At                       yaml.Text // its position in the translation, or that of its nearest parent
	Before, Now, Translation string
}

// Acceptance is what accepting a translation of the current English changes.
type Acceptance struct {
	Changes      []Change
	Fingerprints map[string]string // for checked-against of the translation
	Accepted     []byte            // for protocol.AcceptedFile
}

// Accept compares a translation with the English of its own folder: that of the pack, if there is one,
// else of the content. The error lists what must be put right before it can count as translated.
func Accept(content protocol.Folder, pack *protocol.Folder, lang string) (Acceptance, error) {
	p, err := load(content, pack)
	if err == nil {
		err = p.Add(protocol.Original, lang)
	}
	if err != nil {
		return Acceptance{}, err
	}
	r := Report{Protocol: p}
	editor{&r, lang}.translation()
	if err := protocol.Problems(r.Problems).Joined(); err != nil {
		return Acceptance{}, err
	}
	from := folder(content, pack)
	english, err := from.Written(protocol.Original)
	if err != nil {
		return Acceptance{}, err
	}
	known, err := readAccepted(from)
	if err != nil {
		return Acceptance{}, err
	}
	then, used, err := heldAgainst(from, lang)
	if err != nil {
		return Acceptance{}, err
	}
	now, out := map[string][]yaml.Text{}, Acceptance{Fingerprints: english.Fingerprints()}
	for path, s := range english.Texts() {
		part := protocol.PartOf(path)
		now[part] = append(now[part], yaml.Text{Path: path, S: s})
	}
	translated := maps.Collect(p.Words(lang).Texts())
	for _, part := range slices.Sorted(maps.Keys(out.Fingerprints)) {
		print := out.Fingerprints[part]
		if then[part] != print {
			change := Change{part, len(known[then[part]]) > 0, compare(known[then[part]], now[part])}
			for i, t := range change.Texts {
				change.Texts[i].At, change.Texts[i].Translation = p.Locate(lang, t.At.Path), translated[t.At.Path]
			}
			out.Changes = append(out.Changes, change)
		}
		used = append(used, print)
		known[print] = now[part]
	}
	out.Accepted = known.write(used)
	return out, nil
}

// heldAgainst returns the fingerprints a translation was last held against, and those of all other
// translations in its folder.
func heldAgainst(from protocol.Folder, lang string) (then map[string]string, others []string, err error) {
	for _, l := range from.Languages() {
		w, err := from.Written(l)
		if err != nil {
			return nil, nil, err
		}
		if l == lang {
			then = w.CheckedAgainst
			continue
		}
		others = slices.AppendSeq(others, maps.Values(w.CheckedAgainst))
	}
	return then, others, nil
}

// compare lists the texts that differ, in their current order; all of them when before is empty.
func compare(before, now []yaml.Text) (out []ChangedText) {
	old, left := map[string]string{}, map[string]bool{}
	for _, t := range before {
		old[t.Path], left[t.Path] = t.S, true
	}
	for _, t := range now {
		if old[t.Path] != t.S {
			out = append(out, ChangedText{At: t, Before: old[t.Path], Now: t.S})
		}
		delete(left, t.Path)
	}
	for _, t := range before {
		if left[t.Path] {
			out = append(out, ChangedText{At: t, Before: t.S})
		}
	}
	return out
}
