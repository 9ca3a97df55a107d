package pdf

import (
	"math"

	"backcare/internal/handout"
)

func (t *setter) masthead(b handout.Title) {
	s := t.slab()
	t.level = 1
	h := t.doc.add("H1")
	h.name = b.Text
	st := t.boldStyle(t.title)
	st.leading = 1.15
	for k := 0.95; k > 0.75 && len(s.wrap(plain(b.Text), st, t.wide)) > 1; k -= 0.05 {
		st.size = t.title * k // rather a little smaller than with a word on a line of its own
	}
	beside := false
	for size := st.size; t.aside && b.Lead != "" && !beside && size >= max(10, st.size*0.9); size -= 0.25 {
		title := st
		title.size = size
		if beside = t.leadAside(s, b, title); beside {
			st, b.Lead = title, ""
		}
	}
	y := s.write(0, 0, t.wide, plain(b.Text), st, h)
	if b.Lead != "" {
		y += t.title * 0.12
		y += s.write(0, y, t.wide, plain(b.Lead), style{size: t.lead, leading: 1.28, colour: grey}, t.doc.add("P"))
	}
	u := t.unit(s, y)
	u.spread = 0
}

// leadAside sets the line under a title at the right end of it instead, if there is room.
func (t *setter) leadAside(s *slab, b handout.Title, title style) bool {
	st := style{size: t.lead, leading: 1.28, colour: grey}
	x := t.faces[1].width(composed(b.Text), title.size) + 4*mm
	w := t.faces[0].width(composed(b.Lead), st.size) + 1
	if x+w > t.wide {
		return false
	}
	s.put(x, title.base()-st.base(), t.wide-x, s.wrap(plain(b.Lead), st, w), right(st), t.doc.add("P"))
	return true
}

// heading sets the heading of a part; with a letter, that stands before it in a tab.
func (t *setter) heading(b handout.Heading, next handout.Block) {
	s := t.slab()
	if b.Level == 2 {
		t.level = 2
	}
	n := t.doc.add(t.heads(b.Level - t.level))
	n.name = b.Text
	if t.runsIn(next) || t.held != nil {
		if t.hold(b, n); !t.runsIn(next) {
			t.heldLine()
		}
		return
	}
	size := t.part
	if b.Level > 2 {
		size = t.body * 1.02
	}
	st := t.boldStyle(size)
	x, h := 0.0, 0.0
	if b.Letter != "" {
		st.colour = accent
		tab := size * 1.42
		s.box(0, 0, tab, tab, 2.5, accent, 0, 0)
		lw := t.faces[1].width(b.Letter, size)
		s.things = append(s.things, thing{kind: textThing, x: (tab - lw) / 2, y: tab/2 + capHeight*size/2, w: lw, h: size, text: b.Letter + " ", bold: true, fill: white, node: n})
		x, h = tab+size*0.6, tab
	}
	if k := (t.wide - x) / t.faces[1].width(composed(b.Text), st.size); t.dense && k < 1 && st.size*k >= t.body*0.95 {
		st.size *= k * 0.995 // rather a little smaller than on two lines
	}
	lines := s.wrap(plain(b.Text), st, t.wide-x)
	th := float64(len(lines)) * st.line()
	y := max(0, (h-th)/2)
	s.put(x, y, t.wide-x, lines, st, n)
	u := t.unit(s, max(h, th))
	if b.Level > 2 {
		u.before = t.gap * 0.6
		u.spread = 0.4
	}
}

func (t *setter) paragraph(b handout.Paragraph) {
	st := t.bodyStyle()
	switch {
	case b.Small:
		st = t.smallStyle()
	case b.Secondary:
		st = t.secondary()
	}
	s := t.slab()
	n := t.doc.add("P")
	n.lang = b.Lang
	before := t.after()
	if t.held != nil {
		before = t.gap
	}
	indent := t.release(s, st)
	lines := s.faces.wrapAfter(st.of(b.Text), st.size, t.wide, indent)
	t.flow(s, lines, st, n, before, indent, 6)
}

// flow sets lines as units that a page break may come between, but never so that fewer than two
// lines stand alone. A paragraph of up to whole lines is one unit.
func (t *setter) flow(s *slab, lines []line, st style, n *node, before, indent float64, whole int) {
	for first := true; len(lines) > 0; first = false {
		take := len(lines)
		if take > whole {
			take = 2
			if len(lines) == 3 {
				take = 3
			}
		}
		if !first {
			s = t.slab()
		}
		u := t.unit(s, 0)
		u.height = s.putAfter(0, 0, t.wide, indent, lines[:take], st, n)
		indent = 0
		u.things = s.things
		u.before, u.spread = before, 0.3
		if !first {
			u.before, u.spread = 0, 0
		}
		lines = lines[take:]
	}
}

// after is the gap from what stands above to text that belongs to it.
func (t *setter) after() float64 {
	if n := len(t.units); n > 0 && t.units[n-1].keep {
		return t.gap * 0.35
	}
	return t.gap * 0.6
}

// bullet is the room of a bullet and the space behind it.
func (st style) bullet() float64 { return st.size * 0.85 }

// items sets a bulleted list at x, y in a column of width w and returns its height.
func (s *slab) items(x, y, w float64, items []handout.Text, st style, gap float64, list *node) float64 {
	top := y
	for i, it := range items {
		if i > 0 {
			y += gap
		}
		y += s.item(x, y, w, it, st, list)
	}
	return y - top
}

func (s *slab) item(x, y, w float64, it handout.Text, st style, list *node) float64 {
	d := st.size * 0.26
	li := list.add("LI")
	label := li.add("Lbl")
	label.attr = bullet
	s.disc(x+st.size*0.18, y+st.base()-st.size*0.26-d/2, d, st.colour)
	s.things[len(s.things)-1].node = label
	return s.write(x+st.bullet(), y, w-st.bullet(), it, st, li.add("LBody"))
}

// itemHeight is the height of an item in a column of width w.
func (s *slab) itemHeight(w float64, it handout.Text, st style) float64 {
	return float64(len(s.wrap(it, st, w-st.bullet()))) * st.line()
}

// packed sets a list like items, but puts short items on one line as long as they fit whole.
func (s *slab) packed(x, y, w float64, items []handout.Text, st style, gap float64, list *node) float64 {
	top, at := y, 0.0
	for _, it := range items {
		lines := s.wrap(it, st, w-st.bullet())
		next := at + 1.2*st.size
		if at > 0 && len(lines) == 1 && next+st.bullet()+lines[0].w <= w {
			s.item(x+next, y-st.line(), w-next, it, st, list)
			at = next + st.bullet() + lines[0].w
			continue
		}
		if y > top {
			y += gap
		}
		y += s.item(x, y, w, it, st, list)
		if at = st.bullet() + lines[0].w; len(lines) > 1 {
			at = w // behind an item that was broken the next one would be overlooked
		}
	}
	return y - top
}

// columns sets a list in two columns, filled one after the other and as even as they come.
func (s *slab) columns(x, y, w, between float64, items []handout.Text, st style, gap float64, list *node) float64 {
	cw := (w - between) / 2
	heights := make([]float64, len(items))
	total := 0.0
	for i, it := range items {
		heights[i] = float64(len(s.wrap(it, st, cw-st.bullet())))*st.line() + gap
		total += heights[i]
	}
	split, best, left := len(items), math.Inf(1), 0.0
	for i, h := range heights {
		left += h
		if tall := max(left, total-left); tall < best {
			split, best = i+1, tall
		}
	}
	a := s.items(x, y, cw, items[:split], st, gap, list)
	b := s.items(x+cw+between, y, cw, items[split:], st, gap, list)
	return max(a, b)
}

// paired says whether a list reads well in two columns: enough items, all short.
func (s *slab) paired(items []handout.Text, st style, column float64, most int) bool {
	if len(items) < 4 {
		return false
	}
	for _, it := range items {
		if len(s.wrap(it, st, column-st.bullet())) > most {
			return false
		}
	}
	return true
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
