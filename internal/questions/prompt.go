package questions

import (
	"slices"
	"strings"
)

// prompt is one thing asked at the terminal: a text over rows to choose from.
type prompt struct {
	title   string      // where in the questions this is; may be empty
	table   [][2]string // labels with their texts; may be empty
	stays   string      // over the text, too, and said for good when the prompt is over; may be empty
	text    string      // may be empty
	rows    []row
	several bool  // rows are marked; else one is chosen
	none    int   // the row that no other goes with; with several only, -1 for none
	marks   []int // rows marked before it begins, or the one chosen before
	back    bool  // there is a step to go back to
	lang    bool  // there are other languages

	// check says what is wrong with the rows chosen; empty for nothing.
	check func(rows []int) (notice string)
}

// row is one thing to choose.
type row struct {
	text string
	why  string // why we ask; may be empty
}

// whys are the reasons of a prompt's rows, each once, with the first row that has it.
func (q prompt) whys() (rows []int) {
	for i, r := range q.rows {
		if r.why != "" && !slices.ContainsFunc(q.rows[:i], func(o row) bool { return o.why == r.why }) {
			rows = append(rows, i)
		}
	}
	return rows
}

// reply is what a person did: rows chosen, or where they went instead.
type reply struct {
	rows []int // when they went elsewhere, what was marked then
	move move
}

// prompter puts prompts to a person. There are two: lists drawn by survey, and plain lines.
type prompter interface {
	// ask puts one prompt until the person goes elsewhere or chooses rows that pass its check. It
	// takes nothing that the person did not choose.
	ask(prompt) (reply, error)
	// line asks for one line of text, which may be empty, as the terminal itself edits it.
	line(label string) (string, error)
	// say prints a paragraph, and table prints labels with their texts.
	say(text string)
	table([][2]string)
	// wipe leaves nothing of what was said on the screen.
	wipe()
}

// page prints text for both prompters, and keeps it to be printed anew.
type page struct {
	*session
	told [][]paragraph // what was said, in groups that are laid out together
	kept int           // groups that were there when the last prompt was settled
}

// paragraph is a text, or a label with its text.
type paragraph struct{ label, text string }

func (p *page) say(text string) {
	p.tell([]paragraph{{"", strings.ReplaceAll(text, "**", "")}})
}

func (p *page) table(rows [][2]string) { p.tell(paragraphs(rows)) }

func paragraphs(rows [][2]string) (group []paragraph) {
	for _, r := range rows {
		group = append(group, paragraph{r[0], r[1]})
	}
	return group
}

func (p *page) tell(group []paragraph) {
	if len(group) > 0 {
		p.told = append(p.told, group)
		p.print(set(group, p.width()))
	}
}

// settled notes that a prompt is over: what is said from here on belongs to the next.
func (p *page) settled() { p.kept = len(p.told) }

// forget keeps nothing of what was said.
func (p *page) forget() { p.told, p.kept = nil, 0 }

// last is the lines said last: so many as there is room for, and at least those since the last
// prompt.
func (p *page) last(room int) []string {
	var lines []string
	for i := len(p.told) - 1; i >= 0; i-- {
		group := set(p.told[i], p.width())
		if i < p.kept && len(group)+len(lines) > room {
			break
		}
		lines = append(group, lines...)
	}
	return lines
}

// set lays paragraphs out in lines: the labels in a column of their own where there is room for one,
// else each over its text.
func set(group []paragraph, width int) (lines []string) {
	const roomy = 50
	label := 0
	for _, p := range group {
		label = max(label, columns(p.label))
	}
	label = min(label, width/2)
	for _, p := range group {
		switch {
		case p.label == "":
			lines = append(lines, wrap(p.text, width)...)
		case width < roomy:
			lines = append(lines, strings.Split(indent(p.label, "  ", width), "\n")...)
			lines = append(lines, strings.Split(indent(p.text, "    ", width), "\n")...)
		default:
			lines = append(lines, beside(wrap(p.label, label), wrap(p.text, width-label-4), label)...)
		}
	}
	return lines
}

// beside sets two columns of lines, the left one so many columns wide.
func beside(left, right []string, width int) (lines []string) {
	for i := range max(len(left), len(right)) {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines = append(lines, strings.TrimRight("  "+l+strings.Repeat(" ", width-columns(l)+2)+r, " "))
	}
	return lines
}
