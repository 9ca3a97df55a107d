package batch

import (
	"fmt"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/xlsx"
)

// column is what the cells below a heading hold: a field of the person, or the answer to a
// question. Without a name it must stay empty.
type column struct {
	name  string
	field string                     // of questions.Person; empty for a question
	ask   *protocol.Question         // nil for a field
	skip  bool                       // its cells do not matter
	words map[string]protocol.Answer // what other words in it mean, as protocol.Plain writes them
}

// headings reads the header row. The error is Refused and names every wrong column by its letter. It
// repeats no cell but the names that are known: the row may be a person's, or have one behind it.
func headings(p *protocol.Protocol, m *Mapping, r *record) ([]column, error) {
	columns := make([]column, r.cells())
	first := map[string]int{}
	var wrong []string
	known, unknown, asked := 0, 0, 0
	for i := range columns {
		name := headingOf(string(r.cell(i)))
		if name == "" {
			continue
		}
		c, ok := m.headed(p, string(r.cell(i)))
		if !ok {
			unknown++
			if m != nil {
				wrong = append(wrong, fmt.Sprintf("column %s is not in %s", xlsx.Letter(i), m.name))
				continue
			}
			wrong = append(wrong, fmt.Sprintf("column %s is not known%s", xlsx.Letter(i), didYouMean(p, name)))
			continue
		}
		columns[i] = c
		known++
		if c.ask != nil {
			asked++
		}
		if at, twice := first[c.name]; twice && !c.skip {
			wrong = append(wrong, fmt.Sprintf("column %s repeats column %s, %q", xlsx.Letter(i), xlsx.Letter(at), c.name))
			continue
		}
		first[c.name] = i
	}
	hint := "`backcare questions --format csv` prints a header to start from; --columns FILE reads another program's table"
	if m != nil {
		hint = mappingHint
	}
	for _, line := range m.absent(r) {
		wrong = append(wrong, fmt.Sprintf("no column has the heading of %s:%d", m.name, line))
	}
	switch glued := gluedAt(p, m, r); {
	case glued >= 0:
		return nil, asRefused(fmt.Sprintf("header: column %s and %d more are not known; is the line break behind the header missing?", xlsx.Letter(glued), unknown-1), hint)
	case known == 0, m == nil && asked < 2 && known < unknown:
		return nil, asRefused("the first row does not hold the names of the columns", hint)
	case len(r.fault) > 0:
		return nil, asRefused("header: "+complaint(r.fault, nil), hint)
	case len(wrong) > 5:
		wrong = append(wrong[:5], fmt.Sprintf("and %d more", len(wrong)-5))
		fallthrough
	case len(wrong) > 0:
		return nil, asRefused("header: "+strings.Join(wrong, "; "), hint)
	case asked == 0:
		return nil, asRefused("header: no column is a question", hint)
	}
	return columns, nil
}

// gluedAt is the first heading that is not known, when what follows may be a person's row whose line break is
// missing; -1 as a rule.
func gluedAt(p *protocol.Protocol, m *Mapping, r *record) int {
	unknown, odd := 0, -1
	for i := range r.cells() {
		name := headingOf(string(r.cell(i)))
		_, ok := m.headed(p, string(r.cell(i)))
		if _, renamed := p.Renamed(name); ok || renamed || name == "" {
			continue
		}
		if unknown++; unknown == 1 {
			odd = i
		}
	}
	if m != nil || odd < 2 || unknown < 3 || r.cells() < 2*odd {
		return -1
	}
	return odd
}

func columnFor(p *protocol.Protocol, name string) (column, bool) {
	if q, ok := p.Question(name); ok {
		return column{name: name, ask: q}, true
	}
	if slices.Contains(questions.PersonFields(), name) {
		return column{name: name, field: name}, true
	}
	return column{}, false
}

// longestName is longer than the name of any column, in bytes; a heading may be much longer.
const longestName = 64

// didYouMean offers the name that a column of an earlier version of the content has now, or the nearest, if
// one is near.
func didYouMean(p *protocol.Protocol, name string) string {
	if now, renamed := p.Renamed(name); renamed {
		return fmt.Sprintf(" (it is called %q now)", now.ID)
	}
	names := questions.PersonFields()
	for i := range p.Questions {
		names = append(names, p.Questions[i].ID)
	}
	near := ""
	if len(name) <= longestName {
		near = questions.Nearest(name, names)
	}
	if near == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", near)
}
