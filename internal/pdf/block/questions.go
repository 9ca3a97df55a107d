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
	t.formHead(b, b.Title, table)
	again := &layouter{Sizes: t.Sizes, Type: t.Type, Page: t.Page, passage: t.passage, grid: t.grid, measures: t.measures} // read once only
	again.formHead(b, b.Again, &tag.Node{})
	headed := len(t.boxes) > from
	for i, r := range b.Rows {
		u := t.formRow(r, table, len(b.Options))
		if i > 0 && headed {
			u.Head, u.Again = again.boxes[0].Height, again.boxes[0].Items
		}
		u.KeepWithNext = i == 0 && len(b.Rows) > 1 || i == len(b.Rows)-2
	}
}

// formGrid are the columns of the form, the same in all its tables. In points.
type formGrid struct {
	text  float64   // where questions begin, behind their numbers
	keys  float64   // where keys end
	boxes []float64 // widths
}

func (g formGrid) total() (w float64) {
	for _, b := range g.boxes {
		w += b
	}
	return w
}

func (t *layouter) measureForm(f form) (g formGrid) {
	st := t.formHeadStyle()
	for _, options := range f.options {
		for i, o := range options {
			if i == len(g.boxes) {
				g.boxes = append(g.boxes, t.tickSize()*1.15+3*layout.MM)
			}
			for word := range strings.FieldsSeq(o) {
				g.boxes[i] = max(g.boxes[i], t.Width(word, st.Size, true)+1.6*layout.MM)
			}
			for len(t.Wrap(layout.Plain(o), st, g.boxes[i])) > 2 {
				g.boxes[i] += 1
			}
		}
	}
	number := t.numberStyle()
	g.text = t.bar() + number.Size*0.3 + t.Width(numeral(f.most), number.Size, false) + number.Size*0.5
	g.keys = t.wide - g.total() - 1.4*layout.MM
	return g
}

func (t *layouter) tickSize() float64 {
	if t.Large {
		return 6.5 * layout.MM
	}
	return min(4.2*layout.MM, t.Body*0.96)
}

func (t *layouter) keyStyle() layout.Style {
	st := layout.Style{Size: 7.5, Leading: 1.15, Colour: draw.Grey}
	if t.Large {
		st.Size = 13
	}
	return st
}

func (t *layouter) formHeadStyle() layout.Style {
	st := layout.Style{Size: 8.5, Leading: 1.1, Colour: draw.Ink, Bold: true, Centre: true}
	if t.Large {
		st.Size = t.Small
	}
	return st
}

// formHead sets the head of a table under a title, if there is anything to say. All of it stands on
// one rule.
func (t *layouter) formHead(b handout.Questions, name string, table *tag.Node) {
	if name == "" && b.Ask == "" && len(b.Options) == 0 {
		return
	}
	s, g := t.builder(), t.grid
	tr := table.Add("TR")
	hs := t.formHeadStyle()
	options := make([][]text.Line, len(b.Options))
	tall := 0.0
	for i, o := range b.Options {
		options[i] = s.Wrap(layout.Plain(o), hs, g.boxes[i])
		tall = max(tall, float64(len(options[i]))*hs.Line())
	}
	over, ks := tr.Add("TH"), t.keyStyle()
	over.Attr = tag.ColumnHead
	h, above := t.formAsk(s, b, name, tall, over)
	s.Move(0, max(0, tall-h))
	h = max(h, tall)
	n := tr.Add("TH")
	n.Attr = tag.ColumnHead
	y, kw := h-ks.Line(), t.Width(b.Key, ks.Size, false)
	if above {
		y = 0
	}
	s.Put(g.keys-kw, y, kw+1, s.Wrap(layout.Plain(b.Key), ks, kw+1), ks, n)
	x := t.wide - g.total()
	for i, lines := range options {
		n := tr.Add("TH")
		n.Attr = tag.ColumnHead
		s.Put(x, h-float64(len(lines))*hs.Line(), g.boxes[i], lines, hs, n)
		x += g.boxes[i]
	}
	h += 0.8 * layout.MM
	s.Stroke(0, h, t.wide, 0, draw.Ink, 0.8)
	t.box(s, h).KeepWithNext = true
}

// formAsk sets a table's title and the question over all rows, and returns their height. Above says
// that the key's head stands above a question of one line, beside options that are tall.
func (t *layouter) formAsk(s *builder, b handout.Questions, name string, tall float64, over *tag.Node) (h float64, above bool) {
	st, title, ks, g := t.bodyStyle(), t.boldStyle(t.Part), t.keyStyle(), t.grid
	title.Colour = draw.Accent
	free := g.keys - t.Width(b.Key, ks.Size, false) - beforeKey
	indent := 0.0
	if name != "" {
		n := over.Add("P")
		n.Name = name
		tw := t.Width(name, title.Size, true) + 3*layout.MM
		lines := s.Wrap(layout.Plain(name), title, g.keys)
		if !t.Large && len(lines) == 1 && tw < g.keys*0.6 {
			indent = tw
			s.Put(0, st.Base()-title.Base(), g.keys, lines, title, n)
		} else {
			h += s.Put(0, 0, g.keys, lines, title, n)
		}
	}
	var asked []text.Line
	if b.Ask != "" {
		asked = t.WrapAfter(layout.Plain(b.Ask), st, g.keys, indent)
		cleared := t.clearing(layout.Plain(b.Ask), st, g.keys, indent, free)
		above = len(cleared) != len(asked) && h == 0 && len(asked) == 1 && tall >= st.Line()*0.95+ks.Line()*0.7
		if !above {
			asked = cleared
		}
	}
	h += s.PutAfter(0, h, g.keys, indent, asked, st, over.Add("P"))
	if len(asked) == 0 && indent > 0 {
		h = title.Line()
	}
	return h, above
}

// clearing breaks a text so that its last line ends before free, where a key stands.
func (t *layouter) clearing(text handout.Text, st layout.Style, room, indent, free float64) []text.Line {
	lines := t.WrapAfter(text, st, room, indent)
	last := lines[len(lines)-1].W
	if len(lines) == 1 {
		last += indent
	}
	if last > free {
		lines = t.WrapAfter(text, st, free, indent)
	}
	return lines
}
