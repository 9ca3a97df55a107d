package block

import (
	"strings"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// questions sets a table of the form. Its head holds the title, the question over all rows, what
// the keys are for and the options over their columns; where the table goes on over the page, the
// head says so.
func (t *layouter) questions(b handout.Questions) {
	table := t.doc.Add("Table")
	from := len(t.boxes)
	t.formHead(b, b.Title, t.bodyStyle(), table)
	again := &layouter{Sizes: t.Sizes, Type: t.Type, Page: t.Page, passage: t.passage, grid: t.grid, measures: t.measures} // read once only
	again.formHead(b, b.Again, t.otherStyle(), &tag.Node{})
	headed := len(t.boxes) > from
	for i, r := range b.Rows {
		u := t.formRow(r, table, b.Options)
		if i > 0 && headed {
			u.Head, u.Again = again.boxes[0].Height, again.boxes[0].Items
		}
		u.KeepWithNext = !t.Dense && (i == 0 && len(b.Rows) > 1 || i == len(b.Rows)-2)
	}
}

// formGrid are the columns of the form, the same in all its tables. In points.
type formGrid struct {
	text  float64   // where questions begin, behind their numbers
	end   float64   // where they end, before the boxes
	boxes []float64 // widths
}

func (g formGrid) total() (w float64) {
	for _, b := range g.boxes {
		w += b
	}
	return w
}

func (t *layouter) measureForm(f form) (g formGrid) {
	number := t.numberStyle()
	g.text = t.bar() + number.Size*0.3 + t.Width(numeral(f.most), number.Size, false) + number.Size*0.5
	if g.end = t.wide; t.Large { // options stand below
		return g
	}
	st := t.formHeadStyle()
	for _, options := range f.options {
		for i, o := range options {
			if i == len(g.boxes) {
				g.boxes = append(g.boxes, t.tickSize()+2.2*layout.MM)
			}
			for word := range strings.FieldsSeq(o) {
				g.boxes[i] = max(g.boxes[i], t.Width(word, st.Size, true)+1*layout.MM)
			}
			for len(t.Wrap(layout.Plain(o), st, g.boxes[i])) > 2 {
				g.boxes[i] += 1
			}
		}
	}
	g.end = t.wide - g.total() - 1.2*layout.MM
	return g
}

func (t *layouter) tickSize() float64 {
	if t.Large {
		return 6.5 * layout.MM
	}
	return min(4.2*layout.MM, (t.Body*t.Leading+2*t.RowPad)*0.88) // clear of the rules above and below
}

func (t *layouter) keyStyle() layout.Style {
	st := layout.Style{Size: 7.5, Leading: 1.15, Colour: draw.Grey}
	if t.Large {
		st.Size = 13
	}
	return st
}

func (t *layouter) formHeadStyle() layout.Style {
	st := layout.Style{Size: 8, Leading: 1.02, Colour: draw.Ink, Bold: true, Centre: true}
	if t.Large {
		st.Size = t.Small
	}
	return st
}

// formHead sets the head of a table under a title, if there is anything to say: title and, in a style,
// the question over all rows, the options over their boxes, and what the keys are for. All of it stands on one rule.
func (t *layouter) formHead(b handout.Questions, name string, st layout.Style, table *tag.Node) {
	if name == "" && b.Ask == "" && len(b.Options) == 0 {
		return
	}
	s, g := t.builder(), t.grid
	tr := table.Add("TR")
	hs, ks := t.formHeadStyle(), t.keyStyle()
	options := make([][]text.Line, min(len(g.boxes), len(b.Options)))
	tall := 0.0
	for i := range options {
		options[i] = s.Wrap(layout.Plain(b.Options[i]), hs, g.boxes[i])
		tall = max(tall, float64(len(options[i]))*hs.Line())
	}
	over := tr.Add("TH")
	over.Attr = tag.ColumnHead
	h, last := t.formAsk(s, b, name, st, over)
	n := tr.Add("TH")
	n.Attr = tag.ColumnHead
	kw, end, above := t.Width(b.Key, ks.Size, false), g.end, 0.0
	switch {
	case last+beforeKey <= end-kw:
	case tall > 0: // over the options, below which most keys stand
		end, above = t.wide, tall
	default:
		h += ks.Line()
	}
	tall = max(tall, above+ks.Line())
	s.Move(0, max(0, tall-h))
	h = max(h, tall)
	s.Put(end-kw, h-above-ks.Line(), kw+1, s.Wrap(layout.Plain(b.Key), ks, kw+1), ks, n)
	x := t.wide - g.total()
	for i, lines := range options {
		n := tr.Add("TH")
		n.Attr = tag.ColumnHead
		s.Put(x, h-float64(len(lines))*hs.Line(), g.boxes[i], lines, hs, n)
		x += g.boxes[i]
	}
	h += 0.8 * layout.MM
	s.Stroke(0, h, t.wide, 0, draw.Ink, 1)
	t.box(s, h).KeepWithNext = true
}

// formAsk sets a table's title and the question over all rows, and returns their height and where the
// last line ends.
func (t *layouter) formAsk(s *builder, b handout.Questions, name string, st layout.Style, over *tag.Node) (h, last float64) {
	title, g := t.boldStyle(t.Part), t.grid
	title.Colour = draw.Accent
	indent := 0.0
	if name != "" {
		n := over.Add("P")
		n.Name = name
		tw := t.Width(name, title.Size, true) + 3*layout.MM
		lines := s.Wrap(layout.Plain(name), title, g.end)
		if !t.Large && len(lines) == 1 && tw < g.end*0.6 {
			indent = tw
			s.Put(0, st.Base()-title.Base(), g.end, lines, title, n)
		} else {
			h += s.Put(0, 0, g.end, lines, title, n)
		}
	}
	if b.Ask == "" {
		if indent > 0 {
			h = title.Line()
		}
		return h, indent
	}
	lines := t.WrapAfter(layout.Plain(b.Ask), st, g.end, indent)
	if last = lines[len(lines)-1].W; len(lines) == 1 {
		last += indent
	}
	return h + s.PutAfter(0, h, g.end, indent, lines, st, over.Add("P")), last
}
