package batch

import (
	"cmp"
	"slices"
	"strings"

	"backcare/internal/protocol"
)

// guesser guesses what headings and answers mean, by the words they share with what the tool says.
type guesser struct {
	protocol *protocol.Protocol
	words    []*protocol.Words
}

// columns are the columns of headings. The name of a guess ends in a question mark.
func (g *guesser) columns(headings []string) []column {
	out := make([]column, len(headings))
	used := map[string]bool{}
	for i, heading := range headings {
		if c, known := columnFor(g.protocol, headingOf(heading)); known && !used[c.name] {
			out[i], used[c.name] = c, true
		}
	}
	type guess struct {
		at    int
		c     column
		score float64
	}
	var all []guess
	for _, name := range columnNames(g.protocol) {
		c, _ := columnFor(g.protocol, name)
		called := g.called(c)
		for i, heading := range headings {
			const enough = 0.5
			if score := c.likeness(heading, called); score >= enough && out[i].name == "" && !used[name] {
				all = append(all, guess{i, c, score})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b guess) int { return cmp.Or(int(1000*(b.score-a.score)), a.at-b.at) })
	for _, one := range all {
		if out[one.at].name == "" && !used[one.c.name] {
			used[one.c.name] = true
			one.c.name += "?"
			out[one.at] = one.c
		}
	}
	for i := range out {
		if out[i].name == "" {
			out[i] = column{name: ignored + "?", skip: true}
		}
	}
	return out
}

// called is what the tool calls a column, in all languages: on the form, in its questions, by its name.
func (g *guesser) called(c column) []string {
	out := []string{c.name}
	if c.name == "answered-on" { // as form tools call the time at which a form was sent
		out = append(out, "timestamp", "completion time", "submission time", "survey timestamp")
	}
	for _, w := range g.words {
		if c.ask != nil {
			said := w.Questions[c.name]
			out = append(out, said.Ask, said.Short, w.Sections[g.protocol.Sections[c.ask.Section].ID].Ask+" "+said.Ask)
			continue
		}
		label := map[string]string{"ref": w.Form.Ref, "name": w.Form.Name, "born": w.Form.Born, "answered-on": w.Form.Answered, "answered-by": w.Form.By, "site": w.Spool.Site}[c.name]
		short, _, _ := strings.Cut(label, "(")
		out = append(out, short)
	}
	return out
}

// likeness is how much a heading is like one of the names of a column. Form tools put the row of a grid in brackets
// behind the question over all of it, and groups before a slash.
func (c column) likeness(heading string, called []string) (best float64) {
	parts := []string{heading}
	if c.ask != nil {
		parts = append(parts, heading[strings.LastIndexByte(heading, '/')+1:], heading[max(strings.LastIndexByte(heading, '['), 0):])
	}
	for _, part := range parts {
		for _, name := range called {
			best = max(best, alike(part, name))
		}
	}
	return best
}

// answer is a guess at what words mean, or only the question mark.
func (g *guesser) answer(q *protocol.Question, cell string) string {
	best, score := "", 0.4
	for _, option := range q.Options {
		try := []string{option}
		for _, w := range g.words {
			try = append(try, w.Answer(q, option))
		}
		for _, words := range try {
			if s := alike(cell, words); s > score {
				best, score = option, s
			}
		}
	}
	return best + "?"
}

// alike is how many words two texts share, from 0 to 1.
func alike(a, b string) float64 {
	one, two := tokens(a), tokens(b)
	if len(one)+len(two) == 0 {
		return 0
	}
	shared := 0
	for _, w := range one {
		if slices.Contains(two, w) {
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(one)+len(two))
}

// tokens are the different words of a text.
func tokens(s string) []string {
	words := strings.FieldsFunc(protocol.Plain(s), func(r rune) bool { return strings.ContainsRune(" -_/.,;:!?()[]\"“”„«»'<>", r) })
	slices.Sort(words)
	return slices.Compact(words)
}
