package protocol

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"backcare/internal/yaml"
)

// add loads the words of a language and checks them against the content.
func (p *Protocol) add(lang string) error {
	var bad Problems
	if _, err := language.Parse(lang); err != nil {
		bad.At(yaml.Text{File: WordsFile(lang)}, "", "%q is not a language", lang)
		return bad.Joined()
	}
	d, err := p.read(lang)
	if err != nil {
		return err
	}
	w := &Words{}
	found := d.DecodeWhole(w, func(t yaml.Text) {
		if w.keep(t) {
			for _, fault := range faults(t) {
				bad.At(d.Find(t.Path), t.Path, "%s", fault)
			}
		}
	})
	misread := slices.ContainsFunc(found, func(f yaml.Problem) bool { return f.Kind != yaml.Missing })
	for _, f := range found {
		switch at := d.Find(f.Path); {
		case misread && f.Kind == yaml.Missing: // possibly caused by the others
		case f.Key != "":
			at.Line = f.Line
			bad.At(at, "", "%s", f.Text)
		default:
			bad.At(at, f.Path, "%s", f.Text)
		}
	}
	if misread {
		return bad.Joined()
	}
	if w.Lang != lang && w.Lang != "" {
		bad.At(d.Find("lang"), "lang", "%q does not match the name of the file", w.Lang)
	}
	p.checkIDs(w, func(path, text string) {
		at := d.Find(path)
		if text == unused && p.base != nil && at.File == WordsFile(lang) {
			return // embedded words that a pack no longer needs
		}
		bad.At(at, path, "%s", text)
	})
	if len(bad) == 0 {
		p.written[lang], p.words[lang] = d, w
		p.learn(w)
	}
	return bad.Joined()
}

// faults lists what would keep a text from printing as intended.
func faults(t yaml.Text) (out []string) {
	s := t.S
	if strings.TrimSpace(s) != s {
		out = append(out, "starts or ends with a space")
	}
	if strings.Count(s, "**")%2 == 1 {
		out = append(out, "has an unpaired **")
	}
	for _, name := range Placeholders(s) {
		if !slices.Contains(filled(t.Path), strings.Trim(name, "{}")) {
			out = append(out, "unknown placeholder "+name)
		}
	}
	if strings.ContainsAny(placeholder.ReplaceAllString(s, ""), "{}") {
		out = append(out, "has an unpaired brace")
	}
	if strings.ContainsFunc(s, unicode.IsControl) {
		out = append(out, "has a line break or another control character; a text is a single line")
	}
	if reason := Unprintable(s); reason != "" {
		out = append(out, reason)
	}
	most := mostLetters
	if strings.HasSuffix(t.Path, "title") {
		most = mostOfATitle
	}
	if n := utf8.RuneCountInString(s); n > most {
		out = append(out, fmt.Sprintf("%d characters; at most %d fit here", n, most))
	}
	return out
}

// The longest texts, in letters; ours are half as long. A longer one pushes what follows off the paper.
const (
	mostLetters  = 600
	mostOfATitle = 120
)

// about are the top-level keys that describe the file itself and are printed on no paper.
var about = []string{"lang", "name", "translated-by", "reviewed-by", "checked-against"}

// keep adds a text to those of a catalog, and reports whether it is one. An empty one is not: it is
// reported as missing, unless it may be left out.
func (w *Words) keep(t yaml.Text) bool {
	if t.S == "" || slices.Contains(about, PartOf(t.Path)) {
		return false
	}
	w.texts = append(w.texts, t)
	return true
}

// Texts iterates over all texts with their dotted paths, such as "questions.fever.ask" or
// "warning.items.0", in field order. It leaves out what describes the file itself.
func (w *Words) Texts() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, t := range w.texts {
			if !yield(t.Path, t.S) {
				return
			}
		}
	}
}

// Runes returns every character that occurs in the texts, sorted.
func (w *Words) Runes() []rune {
	seen := map[rune]bool{}
	for _, t := range w.texts {
		for _, r := range t.S {
			seen[r] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

const unused = "matches nothing in the content"

// checkIDs compares the keys of every map of words with the ids of the content.
func (p *Protocol) checkIDs(w *Words, wrong func(path, text string)) {
	var sections, questions, urgencies, rules, cautions, steps, doses, figures, expect, myths []string
	check := func(path string, have, want []string) {
		for _, id := range have {
			if !slices.Contains(want, id) {
				wrong(path+"."+id, unused)
			}
		}
		for _, id := range slices.Compact(slices.Sorted(slices.Values(want))) {
			if !slices.Contains(have, id) {
				wrong(path+"."+id, "missing")
			}
		}
	}
	for _, s := range p.Sections {
		sections = append(sections, s.ID)
	}
	for _, q := range p.Questions {
		questions = append(questions, q.ID)
		if qw, ok := w.Questions[q.ID]; ok && q.Choice() {
			check("questions."+q.ID+".choices", keys(qw.Choices), q.Options)
		} else if ok {
			check("questions."+q.ID+".choices", keys(qw.Choices), nil)
		}
	}
	for _, e := range p.Expect {
		expect = append(expect, e.ID)
	}
	for _, q := range p.Questions {
		if qw, ok := w.Questions[q.ID]; ok && (qw.Alarm != "") != (q.Sign != 0) {
			wrong("questions."+q.ID+".alarm", "every sign needs one, and no other question has one")
		}
	}
	for _, r := range p.Rules {
		if u := r.Urgency.String(); r.Still && len(w.Urgencies[u].Still.Door) == 0 {
			wrong("urgencies."+u+".still", "missing")
		}
	}
	for u := Planned; u <= Emergency; u++ {
		urgencies = append(urgencies, u.String())
	}
	for _, r := range p.Rules {
		if r.Urgency.Refers() {
			rules = append(rules, r.ID)
		} else {
			cautions = append(cautions, r.ID)
		}
	}
	for _, s := range p.Steps {
		steps = append(steps, s.ID)
		var variants, lines []string
		for _, v := range s.Variants {
			variants = append(variants, v.ID)
			figures, doses, lines = append(figures, ids(v.Figures)...), append(doses, ids(v.Doses)...), append(lines, ids(v.Lines)...)
		}
		if sw, ok := w.Steps[s.ID]; ok {
			check("steps."+s.ID+".variants", keys(sw.Variants), variants)
			check("steps."+s.ID+".lines", keys(sw.Lines), lines)
		}
	}
	for _, m := range p.Myths {
		myths = append(myths, m.ID)
	}
	check("sections", keys(w.Sections), sections)
	check("questions", keys(w.Questions), questions)
	check("urgencies", keys(w.Urgencies), urgencies)
	check("rules", keys(w.Rules), rules)
	check("cautions", keys(w.Cautions), cautions)
	check("steps", keys(w.Steps), steps)
	check("doses", keys(w.Doses), doses)
	check("figures", keys(w.Figures), figures)
	check("expect", keys(w.Expect), expect)
	check("myths", keys(w.Myths), myths)
	check("note.answerers", keys(w.Note.Answerers), []string{"self", "helper", "staff", "unknown"})
	check("form.answerers", keys(w.Form.Answerers), []string{"self", "helper", "staff"})
	for _, id := range keys(w.Form.Pairs) {
		if r, ok := p.Rule(id); !ok || r.Urgency != Emergency {
			wrong("form.pairs."+id, "names no emergency rule")
		}
	}
	if n := len(w.Dates.Months); n > 0 && n != 12 {
		wrong("dates.months", strconv.Itoa(n)+" months; expected 12, January first")
	}
}

func ids(list []Part) (out []string) {
	for _, p := range list {
		out = append(out, p.ID)
	}
	return out
}

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
