package pdf

import "backcare/internal/handout"

// questions sets a table of the form. Each row holds the question, its key small in grey, and a
// box under each option; a row with options of its own lists them below the question.
func (t *setter) questions(b handout.Questions) {
	g := t.grid
	if b.Title != "" {
		s := t.slab()
		t.level = 1
		n := t.doc.add("H2")
		n.name = b.Title
		u := t.unit(s, s.write(0, 0, t.wide, plain(b.Title), t.boldStyle(t.part), n))
		u.things, u.keep, u.before = s.things, true, t.gap*1.4
	}
	table := t.doc.add("Table")
	head := t.formHead(b, g, table)
	for i, r := range b.Rows {
		u := t.formRow(r, g, table, len(b.Options))
		if i > 0 && head != nil {
			u.head = head
		}
		u.keep = i == 0 && len(b.Rows) > 1
	}
}

// formGrid are the widths of the form's columns in points, the same in all its tables.
type formGrid struct{ key, box float64 }

func (t *setter) measureForm(blocks []handout.Block) (g formGrid) {
	for _, b := range blocks {
		q, ok := b.(handout.Questions)
		if !ok {
			continue
		}
		for _, o := range q.Options {
			g.box = max(g.box, 13*mm, t.faces[1].width(o, t.formHeadStyle().size)+3*mm)
		}
		for _, r := range q.Rows {
			if !t.large {
				g.key = max(g.key, t.faces[0].width(r.Key, t.keyStyle().size)+4*mm)
			}
		}
	}
	return g
}

func (t *setter) keyStyle() style {
	st := style{size: 8, leading: 1.2, colour: grey}
	if t.large {
		st.size = 13
	}
	return st
}

func (t *setter) formHeadStyle() style {
	return style{size: t.small * 0.95, leading: 1.15, colour: ink, bold: true, centre: true}
}

// formHead sets the question over all rows and the options over their columns.
func (t *setter) formHead(b handout.Questions, g formGrid, table *node) *unit {
	if b.Ask == "" && len(b.Options) == 0 {
		return nil
	}
	s := t.slab()
	tr := table.add("TR")
	st := t.bodyStyle()
	hs := t.formHeadStyle()
	ask := tr.add("TH")
	ask.attr = "/A <</O /Table /Scope /Column>>"
	room := t.wide - g.box*float64(len(b.Options)) - 4*mm
	asked := s.wrap(plain(b.Ask), st, room)
	if b.Ask == "" {
		asked = nil
	}
	h := max(float64(len(asked))*st.line(), hs.line()) + 1.2*mm
	s.put(0, h-1.2*mm-float64(len(asked))*st.line(), room, asked, st, ask)
	x := t.wide - g.box*float64(len(b.Options))
	tr.add("TH").attr = ask.attr // over the keys
	for _, o := range b.Options {
		n := tr.add("TH")
		n.attr = ask.attr
		s.write(x, h-1.2*mm-hs.line(), g.box, plain(o), hs, n)
		x += g.box
	}
	s.stroke(0, h, t.wide, 0, ink, 0.8)
	u := t.unit(s, h)
	u.keep, u.before = true, t.gap*0.5
	u.spread = 0
	head := *u
	return &head
}

// formRow sets one question.
func (t *setter) formRow(r handout.QuestionRow, g formGrid, table *node, boxes int) *unit {
	s := t.slab()
	st := t.bodyStyle()
	st.leading = min(st.leading, 1.22)
	ks := t.keyStyle()
	pad := 1.3 * mm
	tr := table.add("TR")
	q, key := tr.add("TD"), tr.add("TD")
	own := len(r.Options) > 0
	cut := t.wide - g.key - g.box*float64(boxes) // where the keys begin
	text := cut - 3*mm
	if own {
		text = t.wide - g.key - 3*mm
	}
	h := s.write(0, pad, text, plain(r.Text), st, q)
	d := 4.4 * mm
	if t.large {
		d = 6.5 * mm
	}
	switch {
	case t.large:
		h += s.write(0, pad+h, text, plain(r.Key), ks, key)
	case own:
		s.write(t.wide-g.key, pad+st.base()-ks.base(), g.key, plain(r.Key), right(ks), key)
	default:
		s.write(cut, pad+(h-ks.line())/2, g.key-3*mm, plain(r.Key), ks, key)
	}
	if own {
		h += 1 * mm
		n := tr.add("TD")
		n.attr = spanning(boxes)
		h += t.tickRow(s, 5*mm, pad+h, t.wide-5*mm, r.Options, st, n.add("L"))
	} else {
		h = max(h, d)
		for i := range boxes {
			tr.add("TD")
			s.tick(t.wide-g.box*float64(boxes-i)+(g.box-d)/2, pad+(h-d)/2, d)
		}
	}
	h += 2 * pad
	s.stroke(0, h, t.wide, 0, hair, 0.6)
	u := t.unit(s, h)
	u.before, u.spread = 0, 0
	return u
}

func right(st style) style {
	st.right = true
	return st
}

// spanning is the attribute of a cell over several columns.
func spanning(n int) string {
	if n < 2 {
		return ""
	}
	return "/A <</O /Table /ColSpan " + string(rune('0'+n)) + ">>"
}
