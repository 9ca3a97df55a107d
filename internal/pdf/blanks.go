package pdf

import "backcare/internal/handout"

// leastBlank is the shortest line to write on.
const leastBlank = 24 * mm

// toFill sets lines to write on, each behind its label, and a choice with its boxes, as many in a
// row as fit. In large print every label stands above its line.
func (t *setter) toFill(b handout.Blanks) {
	s := t.slab()
	list := t.doc.add("L")
	h := 0.0
	if t.large {
		h = t.blanksAbove(s, b, list)
	} else {
		h = t.blanksBeside(s, b, list)
	}
	u := t.unit(s, h)
	u.before = t.gap * 0.8
}

func (t *setter) blanksBeside(s *slab, b handout.Blanks, list *node) float64 {
	label, st := t.labelStyle(), t.bodyStyle()
	label.size = max(label.size, 9)
	behind := label.size * 0.5
	labelled := func(l string) float64 { return t.faces[0].width(composed(l), label.size) + behind }
	choice := labelled(b.Choice) + t.choicesWidth(plainChoices(b.Options), st)
	y, rows := 0.0, t.blankRows(b.Lines, labelled, choice)
	put := func(l string, x float64, n *node) {
		s.put(x, y+t.write-label.base()-1, t.wide, s.wrap(plain(l), label, t.wide), label, n)
	}
	for i, row := range rows {
		room, last := t.wide+fieldGap, i == len(rows)-1
		for _, l := range row {
			room -= labelled(l) + fieldGap
		}
		if last {
			room -= choice + fieldGap
		}
		x := 0.0
		for k, l := range row {
			wide := room * shareOf(k, len(row), i == 0)
			put(l, x, list.add("LI").add("Lbl"))
			x += labelled(l)
			s.stroke(x, y+t.write, wide, 0, rule, 0.7)
			x += wide + fieldGap
		}
		if last {
			li := list.add("LI")
			put(b.Choice, x, li.add("Lbl"))
			t.choices(s, x+labelled(b.Choice), y+t.write-st.base()-1, t.wide, 0, plainChoices(b.Options), st, li.add("LBody").add("L"))
		}
		y += t.write
	}
	return y + 1
}

// blankRows shares lines to write on out to rows, from the last one on, where the choice stands:
// the first is a name, and has the most room.
func (t *setter) blankRows(lines []string, labelled func(string) float64, choice float64) (rows [][]string) {
	w := choice
	end := len(lines)
	for i := end - 1; i >= 0; i-- {
		need := fieldGap + labelled(lines[i]) + leastBlank
		if w+need > t.wide && (len(rows) == 0 || i+1 < end) {
			rows = append([][]string{lines[i+1 : end]}, rows...)
			end, w = i+1, 0
		}
		w += need
	}
	return append([][]string{lines[:end]}, rows...)
}

func (t *setter) blanksAbove(s *slab, b handout.Blanks, list *node) float64 {
	label, st := t.labelStyle(), t.bodyStyle()
	y := 0.0
	for _, l := range b.Lines {
		y += s.write(0, y, t.wide, plain(l), label, list.add("LI").add("Lbl")) + t.write*0.8
		s.stroke(0, y, t.wide, 0, rule, 0.8)
		y += t.gap * 0.3
	}
	li := list.add("LI")
	y += s.write(0, y, t.wide, plain(b.Choice), label, li.add("Lbl")) + t.gap*0.2
	return y + t.choices(s, 0, y, t.wide, 0, plainChoices(b.Options), st, li.add("LBody").add("L"))
}

// blankRow is the height of a row of lines to write on in a head in large print.
const blankRow = 11 * mm

// blanks sets lines to write on in the head of a further page, for when the pages part: at the right
// of the title or, in large print, below it. It returns where the title ends.
func (f *frame) blanks(s *slab) float64 {
	labels, bottom := f.doc.Head.Blanks, f.rule[1]-underHead
	title, from := bottom, max(widest(f.running)+8*mm, f.wide*0.4)
	if len(labels) > 0 && f.head.size >= leastLarge {
		title, from = bottom-blankRow, 0
	}
	x, room := sideMargin+from, f.wide-from-float64(len(labels)-1)*fieldGap
	for _, l := range labels {
		room -= f.faces[0].width(composed(l), f.head.size) + f.head.size*0.4
	}
	for i, l := range labels {
		share := room * shareOf(i, len(labels), true)
		s.put(x, bottom-f.head.line(), f.wide, f.faces.wrap(plain(composed(l)), f.head.size, f.wide), f.head, nil)
		x += f.faces[0].width(composed(l), f.head.size) + f.head.size*0.4
		s.stroke(x, bottom, share, 0, rule, 0.7)
		x += share + fieldGap
	}
	return title
}

// shareOf is the share of a row that line i of n gets; a name, which stands first, gets twice as much.
func shareOf(i, n int, named bool) float64 {
	switch {
	case !named:
		return 1 / float64(n)
	case i == 0:
		return 2 / float64(n+1)
	}
	return 1 / float64(n+1)
}
