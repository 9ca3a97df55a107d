package block

import (
	"math"

	"backcare/internal/handout"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// bulletRoom is the room of a bullet and the space behind it, in points.
func bulletRoom(st layout.Style) float64 { return st.Size * 0.85 }

// bullets sets a bulleted list, and goes on below it.
func (s *builder) bullets(items []handout.Text, st layout.Style, gap float64, list *tag.Node) {
	for i, it := range items {
		if i > 0 {
			s.y += gap
		}
		s.bullet(it, st, list)
	}
}

func (s *builder) bullet(it handout.Text, st layout.Style, list *tag.Node) {
	s.y += s.bulletAt(s.x, s.y, s.bulletLines(it, st, s.w), st, list)
}

func (s *builder) bulletLines(it handout.Text, st layout.Style, w float64) []text.Line {
	return s.Wrap(it, st, w-bulletRoom(st))
}

func (s *builder) bulletAt(x, y float64, lines []text.Line, st layout.Style, list *tag.Node) float64 {
	d := st.Size * 0.26
	li := list.Add("LI")
	label := li.Add("Lbl")
	label.Attr = tag.Bullet
	s.Disc(x+st.Size*0.18, y+st.Base()-st.Size*0.26-d/2, d, st.Colour).Node = label
	return s.Put(x+bulletRoom(st), y, s.w, lines, st, li.Add("LBody"))
}

// packed sets a list like bullets, but puts short items on one line as long as they fit whole. The
// first may stand in the line above, of which so much is taken.
func (s *builder) packed(taken float64, items []handout.Text, st layout.Style, gap float64, list *tag.Node) {
	top, at := s.y, taken
	for _, it := range items {
		lines := s.bulletLines(it, st, s.w)
		next := at + 1.2*st.Size
		end := next + bulletRoom(st) + lines[0].W
		if at > 0 && len(lines) == 1 && end <= s.w {
			s.bulletAt(s.x+next, s.y-st.Line(), lines, st, list)
			at = end
			continue
		}
		if s.y > top {
			s.y += gap
		}
		s.y += s.bulletAt(s.x, s.y, lines, st, list)
		if at = bulletRoom(st) + lines[0].W; len(lines) > 1 {
			at = s.w // behind an item that was broken the next one would be overlooked
		}
	}
}

// columns sets a list in two columns, filled one after the other and as even as they come, and goes on
// below both.
func (s *builder) columns(between float64, items []handout.Text, st layout.Style, gap float64, list *tag.Node) {
	x, w, top := s.x, s.w, s.y
	s.w = (w - between) / 2
	heights := make([]float64, len(items))
	total := 0.0
	for i, it := range items {
		heights[i] = float64(len(s.bulletLines(it, st, s.w)))*st.Line() + gap
		total += heights[i]
	}
	split, best, left := len(items), math.Inf(1), 0.0
	for i, h := range heights {
		left += h
		if tall := max(left, total-left); tall < best {
			split, best = i+1, tall
		}
	}
	s.bullets(items[:split], st, gap, list)
	end := s.y
	s.x, s.y = x+s.w+between, top
	s.bullets(items[split:], st, gap, list)
	s.x, s.w, s.y = x, w, max(end, s.y)
}

// paired says whether a list reads well in two columns: enough items, of at most so many lines.
func (s *builder) paired(between float64, items []handout.Text, st layout.Style, most int) bool {
	if len(items) < 4 {
		return false
	}
	for _, it := range items {
		if len(s.bulletLines(it, st, (s.w-between)/2)) > most {
			return false
		}
	}
	return true
}

// bulleted sets a list in one column, or in two where all of it is short: of at most so many lines.
func (t *layouter) bulleted(s *builder, between float64, items []handout.Text, st layout.Style, most int) {
	list, gap := t.doc.Bullets(), t.Gap*0.12
	if !t.Large && s.paired(between, items, st, most) {
		s.columns(between, items, st, gap, list)
	} else {
		s.bullets(items, st, gap, list)
	}
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
