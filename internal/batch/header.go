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

// columnFor is the column of a name; false if there is none.
func columnFor(p *protocol.Protocol, name string) (column, bool) {
	if q, ok := p.Question(name); ok {
		return column{name: name, ask: q}, true
	}
	if slices.Contains(questions.PersonFields(), name) {
		return column{name: name, field: name}, true
	}
	return column{}, false
}

// columnNames are the names of all columns there may be, in the order of a header.
func columnNames(p *protocol.Protocol) []string {
	names := slices.Clone(questions.PersonFields())
	for i := range p.Questions {
		names = append(names, p.Questions[i].ID)
	}
	return names
}

// headingOf is a heading as it is compared; some programs write _ for -.
func headingOf(cell string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff"))), "_", "-")
}

// headed is the column below a heading, by the mapping or by itself.
func (t *table) headed(heading string) (column, bool) {
	if t.mapping != nil {
		if known, ok := t.mapping.columns[protocol.Plain(strings.TrimPrefix(heading, "\ufeff"))]; ok {
			return known.column, true
		}
	}
	c, ok := t.names[headingOf(heading)]
	return c, ok
}

// header reads the header row. The error is Refused and names every wrong column by its letter. It
// repeats no cell but the names that are known: the row may be a person's, or have one behind it.
func (t *table) header(r *record) ([]column, error) {
	columns := make([]column, len(r.cells))
	first := map[string]int{}
	var wrong []string
	known, unknown, asked := 0, 0, 0
	for i, heading := range r.cells {
		c, ok := t.headed(heading)
		at, twice := first[c.name]
		switch {
		case headingOf(heading) == "":
			continue
		case !ok:
			unknown++
			wrong = append(wrong, t.unknown(i, heading))
			continue
		case twice && !c.skip:
			wrong = append(wrong, fmt.Sprintf("column %s repeats column %s, %q", xlsx.Letter(i), xlsx.Letter(at), c.name))
		default:
			first[c.name] = i
		}
		columns[i] = c
		known++
		if c.ask != nil {
			asked++
		}
	}
	hint := "`backcare questions --format csv` prints a header to start from; --columns FILE reads another program's table"
	if t.mapping != nil {
		hint = mappingHint
		wrong = append(wrong, t.mapping.absent(r)...)
	}
	switch glued := t.gluedAt(r); {
	case glued >= 0:
		return nil, asRefused(fmt.Sprintf("header: column %s and %d more are not known; is the line break after the header missing?", xlsx.Letter(glued), unknown-1), hint)
	case known == 0, t.mapping == nil && asked < 2 && known < unknown:
		return nil, asRefused("the first row does not name the columns", hint)
	case len(r.fault) > 0:
		return nil, asRefused("header: "+complaint(r.fault, nil), hint)
	case len(wrong) > 0:
		return nil, asRefused("header: "+strings.Join(atMost(5, wrong), "; "), hint)
	case asked == 0:
		return nil, asRefused("header: no column is a question", hint)
	}
	return columns, nil
}

// unknown says that a column is not known.
func (t *table) unknown(i int, heading string) string {
	if t.mapping != nil {
		return fmt.Sprintf("column %s is not in %s", xlsx.Letter(i), t.mapping.name)
	}
	return fmt.Sprintf("column %s is not known%s", xlsx.Letter(i), didYouMean(t.protocol, headingOf(heading)))
}

// atMost is a list, or the first of it and how many more there are.
func atMost(n int, list []string) []string {
	if len(list) <= n {
		return list
	}
	return append(list[:n:n], fmt.Sprintf("and %d more", len(list)-n))
}

// gluedAt is the first heading that is not known, when what follows may be a person's row whose line break is
// missing; -1 as a rule.
func (t *table) gluedAt(r *record) int {
	unknown, odd := 0, -1
	for i, heading := range r.cells {
		_, ok := t.headed(heading)
		name := headingOf(heading)
		if _, renamed := t.protocol.Renamed(name); ok || renamed || name == "" {
			continue
		}
		if unknown++; unknown == 1 {
			odd = i
		}
	}
	if t.mapping != nil || odd < 2 || unknown < 3 || len(r.cells) < 2*odd {
		return -1
	}
	return odd
}

// nearestName is the name of a column that is much like another; empty if there is none.
func nearestName(name string, names []string) string {
	const longest = 64 // bytes; no name is longer, and a heading may be much longer
	if len(name) > longest {
		return ""
	}
	return questions.Nearest(name, names)
}

// didYouMean offers the name that a column of an earlier version of the content has now, or the nearest, if
// one is near.
func didYouMean(p *protocol.Protocol, name string) string {
	if now, renamed := p.Renamed(name); renamed {
		return fmt.Sprintf(" (it is called %q now)", now.ID)
	}
	if near := nearestName(name, columnNames(p)); near != "" {
		return fmt.Sprintf(" (did you mean %q?)", near)
	}
	return ""
}
