package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// heading adds a heading to the structure.
func (t *layouter) heading(level int, text string) *tag.Node { return heading(t.doc, level, text) }

func heading(n *tag.Node, level int, text string) *tag.Node {
	h := n.Add("H" + string(rune('0'+min(level, 6))))
	h.Name = text
	return h
}

// headings sets the headings before a block: in the first line of its text if they may stand there,
// else on lines of their own, or on one where headings run in.
func (t *layouter) headings(list []handout.Heading, b handout.Block) {
	if t.runsIn(b) {
		t.opening = t.inLine(list)
		return
	}
	if t.RunIn && len(list) > 1 {
		s, st := t.builder(), t.boldStyle(t.Body)
		st.Leading = 1.35
		s.Lay(t.inLine(list).items, 0, st.Base())
		s.y = st.Line()
		t.box(s).KeepWithNext = true
		return
	}
	for _, h := range list {
		t.onLine(h)
	}
}

// runsIn says whether headings may stand in the first line of a block.
func (t *layouter) runsIn(b handout.Block) bool {
	switch b := b.(type) {
	case handout.Paragraph:
		return t.RunIn
	case handout.List:
		return t.RunIn && !t.hangs(b.Lead) && (t.runsOn(b) || b.Lead != "")
	}
	return false
}

// onLine sets the heading of a part on a line of its own; with a letter, that stands before it in a
// tab.
func (t *layouter) onLine(b handout.Heading) {
	s := t.builder()
	n := t.heading(b.Level, b.Text)
	st := t.boldStyle(t.Part)
	if b.Level > 2 {
		st.Size = t.Body * 1.02
	}
	h := 0.0
	if b.Letter != "" {
		st.Colour = draw.Accent
		h = st.Size * 1.42
		s.tab(0, 0, h, st.Size, b.Letter, n)
		s.indent(h + st.Size*0.6)
	}
	if t.Columns {
		st = t.narrowed(b.Text, st, s.w, t.Body*0.95)
	}
	lines := s.Wrap(layout.Plain(b.Text), st, s.w)
	s.y = max(0, (h-float64(len(lines))*st.Line())/2)
	s.lines(lines, 0, st, n)
	s.y = max(h, s.y)
	u := t.box(s)
	u.KeepWithNext = true
	if b.Level > 2 {
		u.Before = t.Gap * 0.6
		u.Stretch = 0.4
	}
}

// tab sets the letter of a part in a tab of width d.
func (s *builder) tab(x, y, d, size float64, letter string, n *tag.Node) {
	s.Box(x, y, d, d, 2.5, draw.Accent, 0, 0)
	s.Letters(x+d/2, y+d/2+font.CapHeight*size/2, size, letter, draw.White, n)
}

// runIn is headings that stand in the first line of a text.
type runIn struct {
	items []draw.Item // with their baseline at 0
	w     float64     // of the room they take at the start of the line, pt
}

// inLine sets headings one behind the other.
func (t *layouter) inLine(list []handout.Heading) (in runIn) {
	s := t.builder()
	for _, h := range list {
		n := t.heading(h.Level, h.Text)
		st := t.boldStyle(t.Body)
		if h.Letter != "" {
			st.Size, st.Colour = t.Part, draw.Accent
			d := st.Size * 1.15
			s.tab(in.w, -font.CapHeight*st.Size/2-d/2, d, st.Size*0.9, h.Letter, n)
			in.w += d + st.Size*0.45
		}
		w := t.Width(h.Text, st.Size, true)
		s.Letters(in.w+w/2, 0, st.Size, h.Text, st.Colour, n)
		in.w += w + st.Size*0.7
	}
	in.items = s.Items
	return in
}
