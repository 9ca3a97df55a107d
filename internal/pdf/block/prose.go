package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// title sets the name of the paper and the line under it.
func (t *layouter) title(b handout.Title) {
	s := t.builder()
	level := 1
	if b.Leaf {
		level = 2
	}
	h := heading(t.doc, level, b.Text)
	st := t.boldStyle(t.Title)
	st.Leading = 1.15
	for k := 0.95; k > 0.75 && len(s.Wrap(layout.Plain(b.Text), st, t.wide)) > 1; k -= 0.05 {
		st.Size = t.Title * k // rather a little smaller than with a word on a line of its own
	}
	beside := false
	for size := st.Size; t.Beside && b.Lead != "" && !beside && size >= max(10, st.Size*0.9); size -= 0.25 {
		title := st
		title.Size = size
		if beside = t.leadBeside(s, b, title); beside {
			st, b.Lead = title, ""
		}
	}
	y := s.Write(0, 0, t.wide, layout.Plain(b.Text), st, h)
	if b.Lead != "" {
		y += t.Title * 0.12
		lead := t.leadStyle()
		if t.Dense {
			lead.Leading = t.Leading
		}
		if k := t.wide / t.Width(b.Lead, lead.Size, false); t.Dense && k < 1 && k > 0.9 {
			lead.Size *= k * 0.995
		}
		y += s.Write(0, y, t.wide, layout.Plain(b.Lead), lead, t.doc.Add("P"))
	}
	u := t.box(s, y)
	u.Stretch, u.Leaf = 0, b.Leaf
}

func (t *layouter) leadStyle() layout.Style {
	return layout.Style{Size: t.Lead, Leading: 1.28, Colour: draw.Grey}
}

// leadBeside sets the line under a title at the right end of it instead, if there is room.
func (t *layouter) leadBeside(s *builder, b handout.Title, title layout.Style) bool {
	st := t.leadStyle()
	x := t.Width(b.Text, title.Size, true) + 4*layout.MM
	w := t.Width(b.Lead, st.Size, false) + 1
	if x+w > t.wide {
		return false
	}
	lines := s.Wrap(layout.Plain(b.Lead), st, w)
	st.Right = true
	s.Put(x, title.Base()-st.Base(), t.wide-x, lines, st, t.doc.Add("P"))
	return true
}

// heading sets the heading of a part on a line of its own; with a letter, that stands before it in a
// tab.
func (t *layouter) heading(b handout.Heading) {
	s := t.builder()
	n := heading(t.doc, b.Level, b.Text)
	size := t.Part
	if b.Level > 2 {
		size = t.Body * 1.02
	}
	st := t.boldStyle(size)
	x, h := 0.0, 0.0
	if b.Letter != "" {
		st.Colour = draw.Accent
		tab := size * 1.42
		s.Box(0, 0, tab, tab, 2.5, draw.Accent, 0, 0)
		s.Letters(tab/2, tab/2+font.CapHeight*size/2, size, b.Letter, draw.White, n)
		x, h = tab+size*0.6, tab
	}
	if k := (t.wide - x) / t.Width(b.Text, st.Size, true); t.Columns && k < 1 && st.Size*k >= t.Body*0.95 {
		st.Size *= k * 0.995 // rather a little smaller than on two lines
	}
	lines := s.Wrap(layout.Plain(b.Text), st, t.wide-x)
	th := float64(len(lines)) * st.Line()
	s.Put(x, max(0, (h-th)/2), t.wide-x, lines, st, n)
	u := t.box(s, max(h, th))
	if b.Level > 2 {
		u.Before = t.Gap * 0.6
		u.Stretch = 0.4
	}
}

func (t *layouter) paragraph(b handout.Paragraph) {
	st := t.bodyStyle()
	switch {
	case b.Small:
		st = t.smallStyle()
	case b.Secondary:
		st = t.secondary()
	}
	t.running(b.Text, st, b.Lang, 6)
}

// running sets running text behind the headings that wait for it. Up to whole lines stay together.
func (t *layouter) running(words handout.Text, st layout.Style, lang string, whole int) {
	s, before := t.builder(), t.after()
	if t.held != nil {
		before = t.Gap
	}
	indent := t.release(s, st)
	n := t.doc.Add("P")
	n.Lang = lang
	t.flow(s, t.WrapAfter(words, st, t.wide, indent), st, n, before, indent, whole)
}

// flow sets lines as boxes that a page break may come between, but never so that fewer than two
// lines stand alone. A paragraph of up to whole lines is one box.
func (t *layouter) flow(s *builder, lines []text.Line, st layout.Style, n *tag.Node, before, indent float64, whole int) {
	for first := true; len(lines) > 0; first = false {
		take := len(lines)
		if take > whole {
			take = 2
			if len(lines) == 3 {
				take = 3
			}
		}
		if !first {
			s = t.builder()
		}
		h := s.PutAfter(0, 0, t.wide, indent, lines[:take], st, n)
		u := t.box(s, h)
		indent = 0
		u.Before, u.Stretch = before, 0.3
		if !first {
			u.Before, u.Stretch = 0, 0
		}
		lines = lines[take:]
	}
}

// after is the gap from what stands above to text that belongs to it.
func (t *layouter) after() float64 {
	led := t.led
	if n := len(t.boxes); n > 0 {
		led = t.boxes[n-1].KeepWithNext
	}
	if led {
		return t.Gap * 0.35
	}
	return t.Gap * 0.6
}

// joined joins texts to one paragraph.
func joined(items []handout.Text, between string) (out handout.Text) {
	for i, it := range items {
		if i > 0 {
			out = append(out, handout.Span{Text: between, Bold: true})
		}
		out = append(out, it...)
	}
	return out
}
