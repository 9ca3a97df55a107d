package questions

import "strings"

// view lays one list out for the size of the terminal: texts broken into lines, the rows that fit
// on a page, and where the cursor is.
type view struct {
	q        prompt
	lists    *lists
	options  []string // as drawn, in order: what chooses nothing, the rows, the step back
	first    int      // place of the first real row
	back     int      // place of the step back; -1 for none
	marks    []int    // places marked before it begins
	pageSize int
	cursor   int
	width    int
	size     [2]int // of the terminal it was laid out for
}

const (
	markIndent = "      " // below the text of a row: cursor and box
	pickIndent = "  "     // cursor only
)

func newView(q prompt, l *lists) *view {
	v := &view{q: q, lists: l, back: -1, width: l.width()}
	v.size[0], v.size[1] = l.size()
	indent := markIndent
	if !q.several {
		indent = pickIndent
		v.first = 1
		v.add(l.words.Pick, indent)
	}
	for _, r := range q.rows {
		v.add(r.text, indent)
	}
	for _, m := range q.marks {
		v.marks = append(v.marks, m+v.first)
	}
	if q.back {
		v.back = len(v.options)
		v.add("< "+l.words.Back, pickIndent)
	}
	v.pageSize = v.fit()
	return v
}

func (v *view) add(text, indent string) {
	v.options = append(v.options, strings.Join(wrap(text, v.width-len(indent)), "\n"+indent))
}

// fit is how many rows can be shown at once with everything around them on the screen, whichever
// rows those are. Drawn taller than the screen, a list could not be drawn over.
func (v *view) fit() int {
	_, height := v.lists.size()
	room := height - 1
	for _, part := range []string{"title", "text", "notice", "above", "below", "keys"} {
		room -= strings.Count(v.part(part), "\n")
	}
	why := 0
	for _, r := range v.q.rows {
		why = max(why, strings.Count(v.why(r), "\n"))
	}
	if v.tallest(len(v.options))+why <= room {
		return len(v.options) + 1
	}
	room -= why
	n := len(v.options)
	for n > 1 && v.tallest(n) > room {
		n--
	}
	return n
}

// tallest is the most lines that n rows in a row take.
func (v *view) tallest(n int) (most int) {
	for i := 0; i+n <= len(v.options); i++ {
		lines := 0
		for _, o := range v.options[i : i+n] {
			lines += 1 + strings.Count(o, "\n")
		}
		most = max(most, lines)
	}
	return most
}

// resized is whether the terminal has another size than the view was laid out for.
func (v *view) resized() bool {
	w, h := v.lists.size()
	return v.size != [2]int{w, h}
}

// onBack is whether the cursor is on the step back.
func (v *view) onBack() bool { return v.back >= 0 && v.cursor == v.back }

// real turns places of the list into rows of the prompt.
func (v *view) real(places []int) (rows []int) {
	for _, p := range places {
		if row := p - v.first; row >= 0 && row < len(v.q.rows) {
			rows = append(rows, row)
		}
	}
	return rows
}

// describe is asked by the templates for each part of the screen, with the row of the cursor.
func (v *view) describe(part string, cursor int) string {
	v.cursor = cursor
	return v.part(part)
}

func (v *view) part(name string) string {
	from, to := v.shown()
	switch name {
	case "title":
		return "\n" + v.block(v.q.title, "")
	case "text":
		return v.block(v.q.text, "")
	case "notice":
		if v.q.notice != "" {
			return "\n" + v.block(v.q.notice, "! ")
		}
	case "above":
		return v.arrow(from > 0, "↑ ")
	case "below":
		return v.arrow(to < len(v.options), "↓ ")
	case "why":
		if row := v.cursor - v.first; row >= 0 && row < len(v.q.rows) {
			return v.why(v.q.rows[row])
		}
		return v.why(v.q.rows[0])
	case "keys":
		return v.block(v.lists.words.Keys, "")
	}
	return ""
}

// arrow is the line above or below the rows: empty, or saying that there are more.
func (v *view) arrow(more bool, sign string) string {
	if more {
		return pickIndent + sign + v.lists.words.More + "\n"
	}
	return "\n"
}

func (v *view) why(r row) string {
	if r.why == "" {
		return ""
	}
	return v.block(v.lists.marks.Label(v.lists.words.Why, r.why), "") + "\n"
}

func (v *view) block(text, prefix string) string {
	if text == "" {
		return ""
	}
	return indent(text, prefix, v.width) + "\n"
}

// shown is the rows of the page, as survey pages them: the cursor stays in the middle.
func (v *view) shown() (from, to int) {
	n, all := v.pageSize, len(v.options)
	switch {
	case all < n:
		return 0, all
	case v.cursor < n/2:
		return 0, n
	case all-v.cursor-1 < n/2:
		return all - n, all
	}
	return v.cursor - n/2, v.cursor + n - n/2
}
