package questions

import (
	"slices"
	"strings"

	"backcare/internal/protocol"
)

// view is one prompt on the screen: what is marked, where the cursor is, and what part of it shows.
type view struct {
	prompt
	words  protocol.PromptWords
	labels protocol.MarkWords
	width  int
	height int // of the terminal

	notice string // what was wrong, or what was not meant; may be empty
	cursor int    // a row, or onText
	top    int    // the first line shown of the part that moves
	why    bool   // why we ask is shown

	laid layout // for where the cursor is
}

// layout is a view in lines.
type layout struct {
	blocks [][]styledLine // the text, then the rows: the part that moves
	starts []int          // where each block begins, and where the last ends
	paged  bool           // they do not fit on the screen at once
	foot   []styledLine   // what was wrong, and the keys: wherever the rows are
	room   int            // how many lines of text and rows the screen has
}

// onText is where the cursor is while no row has it: nothing is chosen by Enter then.
const onText = -1

// styledLine is a line of the screen.
type styledLine struct{ Style, Text string }

// The styles, as survey names them.
const (
	usual    = "default"
	heading  = "cyan+b"
	strong   = "default+b"
	warning  = "yellow+b"
	selected = "cyan+b"
)

// roomy is the height from which there is a line to spare between what was said and the question.
const roomy = 20

const (
	rowIndent  = "  "     // below the text of a row: the cursor
	markIndent = "      " // and the box
)

// newView begins on the row chosen before. Of a list, it begins on the first row; where one is to be
// chosen, and where the text is longer than the screen, on the text.
func newView(q prompt, words protocol.PromptWords, labels protocol.MarkWords, width, height int) *view {
	v := &view{prompt: q, words: words, labels: labels, width: width, height: height, cursor: onText}
	v.marks = slices.Clone(q.marks)
	switch {
	case !q.several && len(q.marks) == 1:
		v.cursor = q.marks[0]
	case q.several:
		v.cursor = 0
	}
	if v.lay(); v.cursor == 0 && q.several && v.end(0) > v.laid.room {
		v.cursor = onText
	}
	v.show()
	return v
}

// resize lays the view out anew. The cursor stays on its row.
func (v *view) resize(width, height int) {
	v.width, v.height, v.top = width, height, 0
	v.show()
}

// block is the lines of the text, or of a row.
func (v *view) block(row int) (lines []styledLine) {
	add := func(style, prefix, text string) {
		for _, line := range wrap(strings.ReplaceAll(text, "**", ""), v.width-columns(prefix)) {
			lines = append(lines, styledLine{style, prefix + line})
		}
	}
	if row == onText {
		if v.height >= roomy {
			lines = append(lines, styledLine{usual, ""})
		}
		part := func(style, text string) {
			if text != "" {
				add(style, "", text)
			}
		}
		part(heading, v.title)
		if len(v.prompt.table) > 0 {
			for _, line := range set(paragraphs(v.prompt.table), v.width) {
				lines = append(lines, styledLine{usual, line})
			}
		}
		part(strong, v.stays)
		if len(v.prompt.table) > 0 || v.stays != "" {
			lines = append(lines, styledLine{usual, ""})
		}
		part(strong, v.text)
		if row == v.cursor && v.why {
			add(heading, "", v.labels.Label(v.words.Why, v.reason()))
		}
		if lines[len(lines)-1].Text != "" {
			lines = append(lines, styledLine{usual, ""})
		}
		return lines
	}
	indent, style, head := rowIndent, usual, "  "
	if row == v.cursor {
		style, head = selected, "> "
	}
	if v.several {
		indent = markIndent
		head += map[bool]string{true: "[x] ", false: "[ ] "}[slices.Contains(v.marks, row)]
	}
	add(style, indent, v.rows[row].text)
	lines[0].Text = head + strings.TrimPrefix(lines[0].Text, indent)
	if row == v.cursor && v.why {
		add(heading, indent, v.labels.Label(v.words.Why, v.reason()))
	}
	return lines
}

// reason is why we ask what the cursor is on; of a text, what its rows have in common.
func (v *view) reason() string {
	whys := v.whys()
	switch {
	case v.cursor != onText:
		return v.rows[v.cursor].why
	case len(whys) == 1:
		return v.rows[whys[0]].why
	}
	return ""
}

// lay lays the view out.
func (v *view) lay() {
	l := layout{starts: []int{0}}
	for row := onText; row < len(v.rows); row++ {
		block := v.block(row)
		l.blocks = append(l.blocks, block)
		l.starts = append(l.starts, l.starts[len(l.starts)-1]+len(block))
	}
	l.foot = v.foot(false)
	if l.paged = l.starts[len(l.starts)-1] > v.height-2-len(l.foot); l.paged {
		l.foot = v.foot(true)
	}
	l.room = max(v.height-2-len(l.foot), 1)
	v.laid = l
}

// start and end are where the block of a row lies, in lines from the beginning of the text.
func (v *view) start(row int) int { return v.laid.starts[row+1] }

func (v *view) end(row int) int { return v.laid.starts[row+2] }

// foot is what stands below the rows wherever they are: what was wrong, and the keys.
func (v *view) foot(paged bool) (lines []styledLine) {
	if v.notice != "" {
		for _, line := range wrap(v.notice, v.width-2) {
			lines = append(lines, styledLine{warning, "! " + line})
		}
	}
	keys := v.keyLines(paged)
	if room := v.height - 2 - len(lines) - len(keys); room >= 3 {
		for _, line := range keys {
			lines = append(lines, styledLine{usual, line})
		}
	}
	return lines
}

// keyLines name the keys that work here, as they work here.
func (v *view) keyLines(paged bool) []string {
	w := v.words.Keys
	list := []string{w.Move}
	if paged {
		list[0] = w.Page
	}
	add := func(works bool, text string) {
		if works {
			list = append(list, text)
		}
	}
	add(v.several, w.Mark)
	add(v.several && v.none >= 0, w.None)
	add(true, w.Enter)
	add(v.back, w.Back)
	add(v.reason() != "", w.Why)
	add(v.lang, w.Language)
	return wrap(keyLine(append(list, w.Leave)), v.width)
}

// keyLine joins what keys do, so that a line breaks between two of them only.
func keyLine(list []string) string {
	for i, text := range list {
		list[i] = strings.ReplaceAll(text, " ", "\u00a0")
	}
	return strings.Join(list, "\u00a0· ")
}

// lines is the screen as it is to be drawn: never as tall as the terminal, or it could not be drawn
// over.
func (v *view) lines() []styledLine {
	body, more := slices.Concat(v.laid.blocks...), ""
	if v.laid.paged {
		from, to := v.top, min(v.top+v.laid.room, len(body))
		for _, arrow := range []struct {
			there bool
			sign  string
		}{{from > 0, "↑ "}, {to < len(body), "↓ "}} {
			if arrow.there {
				more += arrow.sign
			}
		}
		if body = body[from:to]; more != "" {
			more = rowIndent + more + v.words.More
		}
	}
	return slices.Concat(body, []styledLine{{heading, more}}, v.laid.foot)
}
