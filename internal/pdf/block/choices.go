package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// ticks sets boxes to tick, side by side as far as they fit.
func (t *layouter) ticks(b handout.Ticks) {
	s := t.builder()
	c := t.choices(plainChoices(b.Options), t.bodyStyle(), t.wide)
	c.between = 8 * layout.MM
	c.set(s, 0, t.doc.Add("L"))
	t.box(s).Before = t.Gap * 0.7
}

// choices are options behind boxes to tick, in points.
type choices struct {
	options []handout.Signed
	st      layout.Style
	between float64 // two of a row
	leading float64 // between two rows
	lines   [][]text.Line
	widths  []entry
}

// choices breaks options into lines for a column.
func (t *layouter) choices(options []handout.Signed, st layout.Style, w float64) *choices {
	c := &choices{options: options, st: st, between: 6 * layout.MM, leading: min(1.5*layout.MM, t.RowPad*2)}
	if t.Dense {
		c.between = 4 * layout.MM
	}
	for _, o := range options {
		from := c.before(o)
		lines := t.Wrap(o.Text, st, w-from)
		c.lines, c.widths = append(c.lines, lines), append(c.widths, entry{fixed: from + text.Widest(lines)})
	}
	return c
}

// box is the width of a box to tick.
func (c *choices) box() float64 { return c.st.Size * 0.95 }

// before is the width of what stands before the words of an option.
func (c *choices) before(o handout.Signed) float64 {
	return c.box() + c.st.Size*0.5 + signWidth(c.st, o.Sign)
}

// width is the width of all options in one row.
func (c *choices) width() float64 { return packer{gap: c.between}.need(c.widths) }

// oneRow says whether all options fit a row, if need be a little closer than they should stand.
func (c *choices) oneRow(w float64) bool { return c.width()-float64(len(c.options)-1)*c.between/2 <= w }

// set sets the options in rows, of which the first begins at an indent, goes on below them and returns
// where the last of them ends.
func (c *choices) set(s *builder, indent float64, list *tag.Node) (end float64) {
	p, d := packer{s.w, c.between}, c.box()
	if n := len(c.options); n > 1 && c.oneRow(s.w-indent) { // rather a little closer than in two rows
		p.gap = min(p.gap, p.gap+(s.w-indent-c.width())/float64(n-1))
	}
	i, at := 0, s.x+indent
	for row, n := range p.rows(c.widths, indent) {
		if row > 0 {
			at = s.x
			s.y += c.leading
		}
		tall := 1
		for ; n > 0; i, n = i+1, n-1 {
			o, body := c.options[i], list.Add("LI").Add("LBody")
			s.Tick(at, s.y+c.st.Base()-font.CapHeight*c.st.Size/2-d/2, d)
			words := s.sign(at+d+c.st.Size*0.5, s.y, o.Sign, c.st, body)
			s.Put(at+c.before(o), s.y, s.w, c.lines[i], c.st, words)
			tall = max(tall, len(c.lines[i]))
			end = at + c.widths[i].fixed
			at = end + p.gap
		}
		s.y += float64(tall) * c.st.Line()
	}
	return end
}

// plainChoices are options without signs.
func plainChoices(list []string) (out []handout.Signed) {
	for _, s := range list {
		out = append(out, handout.Signed{Text: layout.Plain(s)})
	}
	return out
}
