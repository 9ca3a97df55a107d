package batch

import (
	"fmt"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// doubts are the signs that the cells of a row may not belong to their columns. Such a row gives no
// paper: it may say of one question what the person answered to another.
func (t *table) doubts(r *record) (out []fault) {
	width, cells := t.width(), len(r.cells)
	of := func(text string) fault {
		return fault{-1, fmt.Sprintf("%s and %s: %s", counted(cells, "cell"), counted(width, "column"), text)}
	}
	switch {
	case r.below != nil:
		return []fault{r.below.fault(r.row)}
	case r.swallowed > 0: // which says enough
		return nil
	case cells >= 2*width-1 && width > 2:
		r.swallowed = max(r.swallowed, (cells+1)/width-1)
		out = append(out, of("two rows may be on one line, without a line break between them"))
	case !t.fits(r) && cells < width:
		out = append(out, of(counted(width-cells, "cell")+" too few at the end, so the cells may be in the wrong columns"))
	case !t.fits(r):
		out = append(out, of(counted(cells-len(t.columns), "cell")+" too many, so the cells may be in the wrong columns"))
	case t.endsEarly(r):
		out = append(out, fault{-1, "only the last answers are missing, so the cells may be in the wrong columns; if not, fill them in too"})
	}
	written := t.written(r)
	for i := range min(cells, len(t.columns)) {
		if field := t.columns[i].field; field != "" {
			if word := protocol.Plain(r.cells[i]); t.anAnswer(field, word, written) {
				out = append(out, fault{i, fmt.Sprintf("%q is an answer, so the cells may be in the wrong columns", word)})
			}
		}
	}
	return out
}

// width counts the columns up to the last that has a name.
func (t *table) width() int {
	n := len(t.columns)
	for n > 0 && t.columns[n-1].name == "" {
		n--
	}
	return n
}

// fits reports whether a row has a cell for each column. Spreadsheets may add blank cells at the end; then
// the last cell with something in it must show that nothing slid.
func (t *table) fits(r *record) bool {
	n := len(r.cells)
	return n >= t.width() && (n <= len(t.columns) || t.anchored(r, r.filled()))
}

// anchored reports whether a cell shows that nothing before it slid: it is a choice that no other
// column takes.
func (t *table) anchored(r *record, i int) bool {
	if i < 0 || i >= len(t.columns) || t.columns[i].ask == nil {
		return false
	}
	q := t.columns[i].ask
	a, err := t.columns[i].answer(r.cells[i])
	return err == nil && q.Choice() && t.options[q.Option(a)] == 1
}

// endsEarly reports a row in which many questions are answered and only the last one to three are not, as if a
// cell had been removed further left.
func (t *table) endsEarly(r *record) bool {
	last := r.filled()
	missing, answered := 0, 0
	for i, c := range t.columns {
		if c.ask == nil {
			continue
		}
		if i < len(r.cells) && !blank(r.cells[i]) {
			answered++
			continue
		}
		if missing++; i <= last || missing > farthest {
			return false
		}
	}
	const many = 10
	return missing > 0 && answered >= many && !t.anchored(r, last)
}

// written are the words with which a row answers yes or no, in one letter or in words of its own.
func (t *table) written(r *record) (out []string) {
	for i := range min(len(r.cells), len(t.columns)) {
		c := &t.columns[i]
		if c.ask == nil || c.ask.Choice() || blank(r.cells[i]) || slices.Contains(c.ask.Options, r.cells[i]) {
			continue
		}
		word := protocol.Plain(r.cells[i])
		if a, err := c.answer(word); err == nil && a != 0 && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}

// anAnswer reports whether what stands for a person is the answer to a question. A single letter or
// a number may well be a reference or a site, and is an answer only where this row writes answers
// in that way, and never a number.
func (t *table) anAnswer(field, word string, written []string) bool {
	switch word {
	case "":
		return false
	case "0", "1":
		return field == "name"
	case "y", "n", "?":
		return field == "name" || slices.Contains(written, word)
	case "true", "false":
		return true
	}
	return (t.options[word] > 0 || slices.Contains(written, word)) && !(field == "answered-by" && word == "helper")
}

// elsewhere reports whether a cell that is no answer to its question may be meant for another column:
// it is an answer of another kind, or may be a name.
func (t *table) elsewhere(q *protocol.Question, cell string) bool {
	word := strings.ToLower(strings.TrimSpace(cell))
	return t.options[word] > 0 || !questions.Harmless(cell) || q.Choice() && slices.Contains([]string{"y", "n", "?", "true", "false"}, word)
}
