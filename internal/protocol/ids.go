package protocol

import (
	"maps"
	"slices"
	"strconv"
)

// ids holds the keys of every map of words against the ids of the content.
func (p *Protocol) ids(w *Words) (out []Problem) {
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
		var variants, lines []string
		for _, f := range s.Variants {
			variants = append(variants, f.ID)
			for _, d := range f.Figures {
				want["figures"] = append(want["figures"], d.ID)
			}
			for _, d := range f.Doses {
				want["doses"] = append(want["doses"], d.ID)
			}
			for _, l := range f.Lines {
				lines = append(lines, l.ID)
			}
		}
		if sw, ok := w.Steps[s.ID]; ok {
			check("steps."+s.ID+".variants", keys(sw.Variants), variants)
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
	check("form.answerers", keys(w.Form.Answerers), []string{"self", "helper", "staff"})
	for _, id := range keys(w.Form.Pairs) {
		if r := p.rule(id); r == nil || r.Urgency != Emergency {
			out = append(out, Problem{ID: "form.pairs." + id, Text: "names no emergency rule"})
		}
	}
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
