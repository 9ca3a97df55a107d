package lint

import (
	"slices"
	"strconv"
	"strings"

	"backcare/internal/protocol"
)

// document is what one paper or talk says to the person. What is for the professional or the staff is
// not in it.
type document struct {
	name  string
	texts []text
}

// text is a text as it is printed, and the path of what it was made from.
type text struct{ path, s string }

// labelled is the least number of words that makes a text more than a label. Labels, such as
// “Date of birth”, would make every paper look easier than it is.
const labelled = 4

const (
	warnings = `warning.title warning.items.* warning.where warning.say warning.why warning.also-title warning.today-title
		warning.today-hands questions.*.alarm `
	asked = `sections.*.ask questions.*.ask questions.*.choices.* `
)

// measured are the texts of each document, by the pattern of their paths; a label that is printed in
// front of a text stands before a plus.
var measured = []struct{ name, patterns string }{
	{"sheet", warnings + `sheet.title sheet.lead sheet.stop-now sheet.stop-word sheet.pain.* sheet.never-title+sheet.never.* sheet.pop
		sheet.review sheet.review-clinic sheet.after sheet.cautions sheet.log-rows.* sheet.log-key expect.*.line
		cautions.*.line cautions.*.touch steps.*.name steps.*.lines.* steps.*.variants.*.name
		sheet.feel+steps.*.variants.*.feel sheet.easier+steps.*.variants.*.easier sheet.stop+steps.*.variants.*.stop`},
	{"warning", warnings},
	{"form", warnings + asked + `form.title form.lead form.stop form.today form.pairs.* form.hand-in form.second-title form.second-lead`},
	{"prompts", asked + `prompt.* prompt.*.* questions.*.why`},
	{"card", `card.title warning.title warning.items.* warning.where warning.say warning.today-title questions.*.alarm`},
	{"urgency", `urgencies.*.title urgencies.*.door.* urgencies.*.screen.* urgencies.*.still.*.* urgencies.*.until.*`},
	{"explain", `explain.lead questions.*.why rules.*.why cautions.*.why steps.*.why steps.*.known expect.*.known myths.*.*`},
}

// documents returns all that a person reads in a language.
func documents(p *protocol.Protocol, lang string) []document {
	w := p.Words(lang)
	// where no number is set, which is the longest a text gets
	fill := strings.NewReplacer("{emergency}", w.Warning.Emergency, "{urgent}", w.Warning.Urgent, "{days}", strconv.Itoa(p.Days))
	all := map[string]string{}
	for path, s := range w.Texts() {
		all[path] = s
	}
	var out []document
	for _, m := range measured {
		d := document{name: m.name}
		patterns := strings.Fields(m.patterns)
		for path, s := range w.Texts() {
			i := slices.IndexFunc(patterns, func(pattern string) bool { return protocol.Matches(after(pattern), path) })
			if i < 0 {
				continue
			}
			if label, _, both := strings.Cut(patterns[i], "+"); both {
				s = all[label] + " " + s
			}
			if s = fill.Replace(s); len(wordsOf(s)) >= labelled {
				d.texts = append(d.texts, text{path, s})
			}
		}
		out = append(out, d)
	}
	return out
}

// after is a pattern without its label.
func after(pattern string) string { return pattern[strings.Index(pattern, "+")+1:] }
