package lint

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"backcare/internal/protocol"
)

// letters looks for letters that the font lacks.
func (e editor) letters(missing func(string) []rune) {
	for path, s := range e.words().Texts() {
		for _, r := range missing(s) {
			e.wrong(path, "%s", lacks(r))
		}
	}
}

func lacks(r rune) string { return fmt.Sprintf("the font lacks %q (U+%04X)", r, r) }

// translation holds each text against the English one: there must be as many, with the same placeholders
// and as many parts in bold.
func (e editor) translation() {
	english := maps.Collect(e.Protocol.Words(protocol.Original).Texts())
	here := maps.Collect(e.words().Texts())
	for _, path := range slices.Sorted(maps.Keys(english)) {
		s, ok := here[path]
		if !ok {
			e.wrong(path, "missing; the English has it: %q", english[path])
			continue
		}
		if a, b := protocol.Placeholders(english[path]), protocol.Placeholders(s); !slices.Equal(a, b) {
			e.wrong(path, "has the placeholders %s; the English has %s", named(b), named(a))
		}
		if a, b := bold(english[path]), bold(s); a != b {
			e.wrong(path, "has %d parts in bold; the English has %d", b, a)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(here)) {
		if _, ok := english[path]; !ok {
			e.wrong(path, "not in the English")
		}
	}
}

func named(placeholders []string) string {
	if len(placeholders) == 0 {
		return "none"
	}
	return strings.Join(placeholders, " ")
}

func bold(s string) int { return strings.Count(s, "**") / 2 }

// halfway notes the texts that a pack words anew in English and not in a language it has words for, where
// the embedded translation of the old wording stays.
func (e editor) halfway(pack protocol.Folder) {
	english, err := pack.Written(protocol.Original)
	here, wrong := pack.Written(e.lang)
	if err != nil || wrong != nil { // which is reported already, or there are none
		return
	}
	own := maps.Collect(here.Texts())
	for path := range english.Texts() {
		if own[path] == "" {
			e.Notes = append(e.Notes, fmt.Sprintf("%s: %s: reworded in %s only; %s keeps the embedded text", pack.Path(protocol.WordsFile(e.lang)), path, protocol.WordsFile(protocol.Original), e.lang))
		}
	}
}

// stale tells which parts of the English of a folder changed since this translation of it was held
// against them. A pack need not say what its translations were held against.
func (e editor) stale(from protocol.Folder) {
	if !from.Has(protocol.WordsFile(protocol.Original)) || !from.Has(protocol.WordsFile(e.lang)) {
		return
	}
	english, err := from.Written(protocol.Original)
	here, wrong := from.Written(e.lang)
	if err != nil || wrong != nil { // which is reported already
		return
	}
	now, then := english.Fingerprints(), here.CheckedAgainst
	if then == nil && len(e.Protocol.Layers) > 0 {
		return
	}
	accept := fmt.Sprintf("backcare check --accept %s %s", e.lang, cmp.Or(from.Name, "content"))
	for _, part := range slices.Sorted(maps.Keys(now)) {
		switch path := "checked-against." + part; then[part] {
		case now[part]:
		case "":
			e.wrong(path, "missing; when this translation has been held against the English, run %s", accept)
		default:
			e.wrong(path, "the English has changed since; translate it, then run %s, which shows what has changed", accept)
		}
	}
	for _, part := range slices.Sorted(maps.Keys(then)) {
		if _, ok := now[part]; !ok {
			e.wrong("checked-against."+part, "the English has no such part")
		}
	}
}
