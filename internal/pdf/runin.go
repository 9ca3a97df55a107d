package pdf

import (
	"slices"

	"backcare/internal/handout"
)

// runIn is a heading that waits for the text in whose first line it will stand.
type runIn struct {
	things []thing // with their baseline at 0
	w      float64 // of the room it takes at the start of the line, pt
}

// runsIn says whether a heading may stand in the first line of the block that follows.
func (t *setter) runsIn(next handout.Block) bool {
	if !t.scale.runIn {
		return false
	}
	switch next := next.(type) {
	case handout.Paragraph:
		return true
	case handout.Heading:
		return next.Level > 2
	case handout.List:
		return !t.hangs(next.Lead) && (t.runsOn(next) || next.Lead != "")
	}
	return false
}

// hold sets a heading aside for the next text.
func (t *setter) hold(b handout.Heading, n *node) {
	s := &slab{faces: t.faces}
	x := 0.0
	if t.held != nil {
		s.things, x = t.held.things, t.held.w
	}
	size := t.body
	if b.Letter != "" {
		size = t.part
		tab := size * 1.15
		s.box(x, -capHeight*size/2-tab/2, tab, tab, 2, accent, 0, 0)
		lw := t.faces[1].width(b.Letter, size*0.9)
		s.things = append(s.things, thing{kind: textThing, x: x + (tab-lw)/2, y: 0, w: lw, h: size * 0.9, text: b.Letter + " ", bold: true, fill: white, node: n})
		x += tab + size*0.45
	}
	c := ink
	if b.Letter != "" {
		c = accent
	}
	w := t.faces[1].width(b.Text, size)
	s.things = append(s.things, thing{kind: textThing, x: x, y: 0, w: w, h: size, text: composed(b.Text) + " ", bold: true, fill: c, node: n})
	t.held = &runIn{s.things, x + w + size*0.7}
}

// holdText sets a short sentence aside for the secondary matter that follows, where lists run on.
func (t *setter) holdText(b handout.Paragraph, next handout.Block) bool {
	st := t.bodyStyle()
	after := false
	switch next := next.(type) {
	case handout.List:
		after = t.runsOn(next) && next.Lead == ""
	case handout.Paragraph:
		after = next.Secondary
	}
	if !t.terse || !after || b.Small || b.Secondary {
		return false
	}
	s := &slab{faces: t.faces}
	x := 0.0
	if t.held != nil {
		s.things, x = t.held.things, t.held.w
	}
	lines := s.wrap(b.Text, st, t.wide)
	if len(lines) > 1 || x+lines[0].w > t.wide*0.7 {
		return false
	}
	s.put(x, -st.base(), t.wide, lines, st, t.doc.add("P"))
	t.held = &runIn{s.things, x + lines[0].w + st.size*0.7}
	return true
}

// heldLine sets the headings that wait on a line of their own.
func (t *setter) heldLine() {
	s := t.slab()
	st := t.boldStyle(t.body)
	st.leading = 1.35
	t.release(s, st)
	u := t.unit(s, st.line())
	u.keep = true
}

// release puts a heading that waits into the first line of a text in this style, and returns where
// the text goes on.
func (t *setter) release(s *slab, st style) (indent float64) {
	if t.held == nil {
		return 0
	}
	for _, th := range t.held.things {
		s.things = append(s.things, th.at(0, st.base()))
	}
	indent = t.held.w
	t.held = nil
	return indent
}

// runTogether joins paragraphs that follow each other. Where it is tight, brief forms stand for long
// ones, secondary lists are paragraphs, too, and lines to write on stand in one row.
func (t *setter) runTogether(blocks []handout.Block) (out []handout.Block) {
	for _, b := range blocks {
		opens := false // something new, which does not go on in the line of what stood before
		if l, ok := b.(handout.List); ok && l.Secondary && t.curt {
			b, opens = handout.Paragraph{Text: t.ran(l), Secondary: true, Lang: l.Lang}, l.Lead != ""
		}
		if l, ok := b.(handout.Lines); ok && t.curt && len(out) > 0 {
			if last, ok := out[len(out)-1].(handout.Lines); ok {
				out[len(out)-1] = handout.Lines{Labels: slices.Concat(last.Labels, l.Labels)}
				continue
			}
		}
		p, ok := b.(handout.Paragraph)
		if !ok {
			out = append(out, b)
			continue
		}
		if t.curt && p.Brief != nil {
			if p.Text = p.Brief; len(p.Text) == 0 {
				continue
			}
		}
		if len(out) > 0 && !opens {
			if last, ok := out[len(out)-1].(handout.Paragraph); ok && last.Small == p.Small && last.Secondary == p.Secondary && last.Lang == p.Lang {
				last.Text = joined([]handout.Text{last.Text, p.Text}, "  ")
				out[len(out)-1] = last
				continue
			}
		}
		out = append(out, p)
	}
	return out
}
