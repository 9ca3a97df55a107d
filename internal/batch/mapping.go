package batch

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/yaml"
)

// Mapping says what the columns of another program's table are, and what its words for answers mean.
type Mapping struct {
	name    string            // of the file it was read from
	columns map[string]mapped // by heading, as protocol.Plain writes it
	sum     string
}

type mapped struct {
	column column
	line   int // in the file
}

// ignored names a column whose cells do not matter.
const ignored = "ignore"

// mappingHint is what helps with any mistake in such a file.
const mappingHint = "`backcare batch --columns-template PEOPLE` writes such a file, with guesses to confirm"

type mappingSpec struct {
	Columns []mappedSpec `yaml:"columns"`
}

type mappedSpec struct {
	Heading yaml.Text            `yaml:"heading"`
	Is      yaml.Text            `yaml:"is"`
	Answers map[string]yaml.Text `yaml:"answers"`
}

// ReadMapping reads a mapping, strictly: a guess that nobody confirmed is an error. Errors are Refused and name the
// file and every line that is wrong, up to five.
func ReadMapping(p *protocol.Protocol, name string, data []byte) (*Mapping, error) {
	var spec mappingSpec
	var wrong []string
	at := func(t yaml.Text, format string, args ...any) {
		wrong = append(wrong, fmt.Sprintf("%s:%d: ", name, t.Line)+fmt.Sprintf(format, args...))
	}
	for _, bad := range yaml.Decode(data, &spec) {
		at(yaml.Text{Line: bad.Line}, "%s", bad.Text)
	}
	m := &Mapping{name: name, columns: map[string]mapped{}, sum: digest(string(data))}
	used := map[string]int{}
	for _, s := range spec.Columns {
		key := protocol.Plain(s.Heading.S)
		c, problem := s.read(p)
		switch {
		case key == "":
			at(cmp.Or(s.Heading, s.Is), "no heading")
		case m.columns[key].line > 0:
			at(s.Heading, "the same heading as on line %d", m.columns[key].line)
		case problem != "":
			at(cmp.Or(s.Is, s.Heading), "%s", problem)
		case !c.skip && used[c.name] > 0:
			at(s.Is, "%s is already the column on line %d", c.name, used[c.name])
		}
		used[c.name] = s.Heading.Line
		for _, words := range slices.Sorted(maps.Keys(s.Answers)) {
			if problem := c.learn(words, s.Answers[words].S); problem != "" {
				at(cmp.Or(s.Answers[words], s.Heading), "%s", problem)
			}
		}
		m.columns[key] = mapped{c, s.Heading.Line}
	}
	if len(wrong) == 0 && len(spec.Columns) == 0 {
		at(yaml.Text{Line: 1}, "no columns are listed")
	}
	if len(wrong) > 0 {
		return nil, asRefused(strings.Join(atMost(5, wrong), "\n"), mappingHint)
	}
	return m, nil
}

// read is the column that a heading stands for.
func (s mappedSpec) read(p *protocol.Protocol) (column, string) {
	c, known := columnFor(p, s.Is.S)
	switch is := s.Is.S; {
	case known:
	case is == ignored:
		c = column{name: ignored, skip: true}
	case is == "":
		return c, "empty: write the id of a question, a field of the person, or " + ignored
	case strings.HasSuffix(is, "?"):
		return c, fmt.Sprintf("%q is a guess: check it, then remove the question mark", is)
	default:
		return c, fmt.Sprintf("%q is neither a question nor a field of the person%s; write %s for a column to skip", is, didYouMean(p, is), ignored)
	}
	if len(s.Answers) > 0 && c.ask == nil {
		return c, "only a question can have answers"
	}
	return c, ""
}

// learn adds words for an answer. Those that mean an answer already keep their meaning.
func (c *column) learn(words, option string) string {
	if c.ask == nil {
		return "" // told already
	}
	a, err := c.ask.Answer(option)
	means, _ := questions.Cell(c.ask, words)
	key := protocol.Plain(words)
	switch {
	case option == "":
		return fmt.Sprintf("%q has no meaning yet: write %s", words, protocol.OneOf(c.ask.Options))
	case strings.HasSuffix(option, "?"):
		return fmt.Sprintf("%q is a guess: check it, then remove the question mark", option)
	case err != nil:
		return err.Error()
	case key == "":
		return "a blank cell cannot be an answer"
	case means != 0 && means != a:
		return fmt.Sprintf("%q means %s and cannot mean %s", words, c.ask.Option(means), option)
	case c.words[key] != 0 && c.words[key] != a:
		return fmt.Sprintf("%q is listed twice, with different meanings", words)
	}
	if c.words == nil {
		c.words = map[string]protocol.Answer{}
	}
	c.words[key] = a
	return ""
}

// answer reads a cell below a question.
func (c *column) answer(cell string) (protocol.Answer, error) {
	if len(c.words) > 0 {
		if a := c.words[protocol.Plain(cell)]; a != 0 {
			return a, nil
		}
	}
	return questions.Cell(c.ask, cell)
}

// absent says which columns of the mapping a table lacks.
func (m *Mapping) absent(r *record) (out []string) {
	there := map[string]bool{}
	for _, cell := range r.cells {
		there[protocol.Plain(strings.TrimPrefix(cell, "\ufeff"))] = true
	}
	var lines []int
	for key, c := range m.columns {
		if !there[key] {
			lines = append(lines, c.line)
		}
	}
	slices.Sort(lines)
	for _, line := range lines {
		out = append(out, fmt.Sprintf("no column has the heading of %s:%d", m.name, line))
	}
	return out
}
