package lint

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"backcare/internal/protocol"
)

// document is what one paper or talk says to the person, as texts in the order of reading. What is
// for the professional or the staff is not in it.
type document struct {
	Name  string
	Texts []string
}

// labelled is the least number of words that makes a text more than a label. Labels, such as
// “Date of birth”, would make every paper look easier than it is.
const labelled = 4

// documents are all that a person reads in a language.
func documents(p *protocol.Protocol, lang string) []document {
	w := p.Words(lang)
	fill := filler(p, w)
	var out []document
	add := func(name string, texts ...[]string) {
		d := document{Name: name}
		for _, s := range slices.Concat(texts...) {
			if s = fill.Replace(s); len(wordsOf(s)) >= labelled {
				d.Texts = append(d.Texts, s)
			}
		}
		out = append(out, d)
	}
	add("sheet", sheet(p, w), warning(w))
	add("warning", warning(w))
	add("form", form(p, w), warning(w))
	add("prompts", prompts(p, w))
	add("card", []string{w.Card.Title, w.Warning.Title}, w.Warning.Items, []string{w.Warning.Where, w.Warning.Say, w.Warning.TodayTitle}, alarms(w))
	add("urgency", urgency(w))
	add("explain", explanations(p, w))
	return out
}

// filler puts into a text what is printed where no number is set, which is the longest it gets.
func filler(p *protocol.Protocol, w *protocol.Words) *strings.Replacer {
	return strings.NewReplacer("{emergency}", w.Warning.Emergency, "{urgent}", w.Warning.Urgent, "{days}", strconv.Itoa(p.Days))
}

func warning(w *protocol.Words) []string {
	return slices.Concat([]string{w.Warning.Title}, w.Warning.Items, []string{w.Warning.Where, w.Warning.Say, w.Warning.Why, w.Warning.TodayTitle}, alarms(w))
}

func sheet(p *protocol.Protocol, w *protocol.Words) []string {
	s := w.Sheet
	out := []string{s.Title, s.Lead, s.StopNow, s.StopWord, s.Pain.StepSome, s.Pain.StepMore, s.Pain.AfterMore, s.Pain.MorningWorse}
	for _, never := range s.Never {
		out = append(out, s.NeverTitle+" "+never)
	}
	out = append(out, s.Pop, s.Review, s.Cautions)
	for _, step := range p.Steps {
		sw := w.Steps[step.ID]
		out = append(out, sw.Name)
		for _, v := range step.Variants {
			for _, l := range v.Lines {
				out = append(out, sw.Lines[l.ID])
			}
			vw := sw.Variants[v.ID]
			for label, text := range map[string]string{s.Feel: vw.Feel, s.Easier: vw.Easier, s.Stop: vw.Stop} {
				if text != "" {
					out = append(out, label+" "+text)
				}
			}
		}
	}
	for _, r := range p.Rules {
		out = append(out, w.Cautions[r.ID].Line)
	}
	slices.Sort(out) // a line in several variants is read once
	return append(slices.Compact(out), s.LogRows...)
}

func form(p *protocol.Protocol, w *protocol.Words) []string {
	out := []string{w.Form.Title, w.Form.Lead, w.Form.Stop, w.Form.Today, w.Form.HandIn}
	for _, r := range p.Rules {
		out = append(out, w.Form.Pairs[r.ID])
	}
	return append(out, asked(p, w)...)
}

func asked(p *protocol.Protocol, w *protocol.Words) (out []string) {
	for _, s := range p.Sections {
		out = append(out, w.Sections[s.ID].Ask)
		for _, i := range s.Questions {
			q := p.Questions[i]
			out = append(out, w.Questions[q.ID].Ask)
			for _, o := range q.Options {
				out = append(out, w.Questions[q.ID].Choices[o])
			}
		}
	}
	return out
}

func prompts(p *protocol.Protocol, w *protocol.Words) []string {
	var out []string
	for path, s := range w.Texts() {
		if strings.HasPrefix(path, "prompt.") {
			out = append(out, s)
		}
	}
	for _, q := range p.Questions {
		out = append(out, w.Questions[q.ID].Why)
	}
	return append(out, asked(p, w)...)
}

func urgency(w *protocol.Words) (out []string) {
	for u := protocol.Planned; u <= protocol.Emergency; u++ {
		uw := w.Urgencies[u.String()]
		out = append(append(append(out, uw.Title), uw.Door...), uw.Screen...)
	}
	return out
}

func explanations(p *protocol.Protocol, w *protocol.Words) []string {
	out := []string{w.Explain.Lead}
	for _, q := range p.Questions {
		out = append(out, w.Questions[q.ID].Why)
	}
	for _, r := range p.Rules {
		out = append(out, w.Rules[r.ID].Why, w.Cautions[r.ID].Why)
	}
	for _, s := range p.Steps {
		out = append(out, w.Steps[s.ID].Why, w.Steps[s.ID].Known)
	}
	for _, m := range p.Myths {
		out = append(out, w.Myths[m.ID].Article, w.Myths[m.ID].Tool)
	}
	return out
}

// alarms are the signs as items of the lists of what needs help.
func alarms(w *protocol.Words) (out []string) {
	for _, id := range slices.Sorted(maps.Keys(w.Questions)) {
		if s := w.Questions[id].Alarm; s != "" {
			out = append(out, s)
		}
	}
	return out
}
