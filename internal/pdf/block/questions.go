package block

import (
	"strings"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// formTable is a table of the form in the making: a column for questions, one for their keys, which
// stands where it may in the first, and one for each option, the same in all tables. In points.
type formTable struct {
	*grid
	text float64 // where questions begin, behind their numbers
	end  float64 // where they end, before the boxes
	bar  float64 // width of the heavy bar before a question that cannot wait
	tick float64 // size of a box

	body, number, key, option layout.Style
}

// questions sets a table of the form. Its head holds the title, the question over all rows, what
// the keys are for and the options over their columns; where the table goes on over the page, the
// head says so.
func (t *layouter) questions(b handout.Questions) {
	f := t.formTable()
	if b.Title != "" || b.Ask != "" || len(b.Options) > 0 {
		f.header(f.asking(b, b.Title, t.bodyStyle()), f.asking(b, b.Again, t.otherStyle()))
	}
	for i, r := range b.Rows {
		f.add(f.question(r, b.Options)).KeepWithNext = !t.Dense && (i == 0 && len(b.Rows) > 1 || i == len(b.Rows)-2)
	}
}

// formTable finds the columns of the form. In large print options stand below the questions.
func (t *layouter) formTable() *formTable {
	f := &formTable{
		bar: 1.5 * layout.MM, tick: min(4.2*layout.MM, (t.Body*t.Leading+2*t.RowPad)*0.88), // clear of the rules above and below
		body: t.bodyStyle(), number: layout.Style{Size: 8.5, Leading: 1.15, Colour: draw.Grey}, key: layout.Style{Size: 7.5, Leading: 1.15, Colour: draw.Grey},
		option: layout.Style{Size: 8, Leading: 1.02, Colour: draw.Ink, Bold: true, Centre: true}, end: t.wide,
	}
	columns := []float64{t.wide, 0}
	if t.Large {
		f.bar, f.tick, f.number.Size, f.key.Size = 2.4*layout.MM, 6.5*layout.MM, t.Small, 13
	} else {
		boxes := f.optionColumns(t)
		columns[0] -= sum(boxes)
		f.end = columns[0] - 1.2*layout.MM
		columns = append(columns, boxes...)
	}
	f.grid = t.grid(columns, 0, 0)
	f.text = f.bar + f.number.Size*0.3 + t.Width(numeral(t.form.most), f.number.Size, false) + f.number.Size*0.5
	return f
}

// optionColumns are the widths of the columns of options, each as wide as the widest word over it.
func (f *formTable) optionColumns(t *layouter) (widths []float64) {
	for _, options := range t.form.options {
		for i, o := range options {
			if i == len(widths) {
				widths = append(widths, f.tick+2.2*layout.MM)
			}
			for word := range strings.FieldsSeq(o) {
				widths[i] = max(widths[i], t.Width(word, f.option.Size, true)+1*layout.MM)
			}
			for len(t.Wrap(layout.Plain(o), f.option, widths[i])) > 2 {
				widths[i] += 1
			}
		}
	}
	return widths
}

// asking is the head of a table under a title: that and, in a style, the question over all rows, the
// options over their boxes, and what the keys are for. All of it stands on one rule.
func (f *formTable) asking(b handout.Questions, title string, st layout.Style) *row {
	r, os, ks := &row{rule: rule{draw.Ink, 1}}, f.option, f.key
	options, tall := make([][]text.Line, min(len(f.columns)-2, len(b.Options))), 0.0
	for i := range options {
		options[i] = f.Wrap(layout.Plain(b.Options[i]), os, f.columns[2+i])
		tall = max(tall, float64(len(options[i]))*os.Line())
	}
	probe := f.probe(f.wide)
	last := f.ask(probe, b, title, st, tag.NewRoot(true))
	h, kw, end, above := probe.y, f.Width(b.Key, ks.Size, false), f.end, 0.0
	switch {
	case last+beforeKey <= end-kw:
	case tall > 0: // over the options, below which most keys stand
		end, above = f.wide, tall
	default:
		h += ks.Line()
	}
	foot := max(h, tall, above+ks.Line())
	r.height = foot + 0.8*layout.MM
	r.cells = []cell{
		{scope: tag.ColumnHead, set: func(s *builder, n *tag.Node) {
			s.y += foot - h
			f.ask(s, b, title, st, n)
		}},
		{scope: tag.ColumnHead, set: func(s *builder, n *tag.Node) {
			s.aside(end-kw, s.y+foot-above-ks.Line()+ks.Base(), b.Key, ks, n)
		}},
	}
	for _, lines := range options {
		r.cells = append(r.cells, cell{scope: tag.ColumnHead, set: func(s *builder, n *tag.Node) {
			s.y += foot - float64(len(lines))*os.Line()
			s.lines(lines, 0, os, n)
		}})
	}
	if len(options) == 0 { // each row lists its own
		r.cells = append(r.cells, cell{scope: tag.ColumnHead})
	}
	return r
}

// answers is how many columns the answers of a table take: one for each option that stands over its boxes,
// or one in all.
func (f *formTable) answers(options []string) int {
	return max(1, min(len(f.columns)-2, len(options)))
}

// ask sets a table's title and the question over all rows, goes on below them and returns where the
// last line ends.
func (f *formTable) ask(s *builder, b handout.Questions, title string, st layout.Style, over *tag.Node) (last float64) {
	ts, indent := f.boldStyle(f.Part), 0.0
	ts.Colour, s.w = draw.Accent, f.end
	if title != "" {
		n := over.Add("P")
		n.Name = title
		tw := f.Width(title, ts.Size, true) + 3*layout.MM
		if !f.Large && tw < f.end*0.6 { // in the first line
			indent = tw
			s.aside(0, s.y+st.Base(), title, ts, n)
		} else {
			s.plain(title, ts, n)
		}
	}
	if b.Ask == "" {
		if indent > 0 {
			s.y += ts.Line()
		}
		return indent
	}
	lines := f.WrapAfter(layout.Plain(b.Ask), st, f.end, indent)
	s.lines(lines, indent, st, over.Add("P"))
	if last = lines[len(lines)-1].W; len(lines) == 1 {
		last += indent
	}
	return last
}
