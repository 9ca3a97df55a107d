package block

import (
	"math"

	"backcare/internal/handout"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// bulletRoom is the room of a bullet and the space behind it, in points.
func bulletRoom(st layout.Style) float64 { return st.Size * 0.85 }

// items sets a bulleted list at x, y in a column of width w and returns its height.
func (s *builder) items(x, y, w float64, items []handout.Text, st layout.Style, gap float64, list *tag.Node) float64 {
	top := y
	for i, it := range items {
		if i > 0 {
			y += gap
		}
		y += s.item(x, y, w, it, st, list)
	}
	return y - top
}

func (s *builder) item(x, y, w float64, it handout.Text, st layout.Style, list *tag.Node) float64 {
	d, room := st.Size*0.26, bulletRoom(st)
	li := list.Add("LI")
	label := li.Add("Lbl")
	label.Attr = tag.Bullet
	s.Disc(x+st.Size*0.18, y+st.Base()-st.Size*0.26-d/2, d, st.Colour).Node = label
	return s.Write(x+room, y, w-room, it, st, li.Add("LBody"))
}

// itemHeight is the height of an item in a column of width w.
func (s *builder) itemHeight(w float64, it handout.Text, st layout.Style) float64 {
	return float64(len(s.Wrap(it, st, w-bulletRoom(st)))) * st.Line()
}

// packed sets a list like items, but puts short items on one line as long as they fit whole. The first
// may stand in the line above, of which so much is taken.
func (s *builder) packed(x, y, w, taken float64, items []handout.Text, st layout.Style, gap float64, list *tag.Node) float64 {
	top, at, room := y, taken, bulletRoom(st)
	for _, it := range items {
		lines := s.Wrap(it, st, w-room)
		next := at + 1.2*st.Size
		if at > 0 && len(lines) == 1 && next+room+lines[0].W <= w {
			s.item(x+next, y-st.Line(), w-next, it, st, list)
			at = next + room + lines[0].W
			continue
		}
		if y > top {
			y += gap
		}
		y += s.item(x, y, w, it, st, list)
		if at = room + lines[0].W; len(lines) > 1 {
			at = w // behind an item that was broken the next one would be overlooked
		}
	}
	return y - top
}

// columns sets a list in two columns, filled one after the other and as even as they come.
func (s *builder) columns(x, y, w, between float64, items []handout.Text, st layout.Style, gap float64, list *tag.Node) float64 {
	cw := (w - between) / 2
	heights := make([]float64, len(items))
	total := 0.0
	for i, it := range items {
		heights[i] = s.itemHeight(cw, it, st) + gap
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
func (s *builder) paired(items []handout.Text, st layout.Style, column float64, most int) bool {
	if len(items) < 4 {
		return false
	}
	for _, it := range items {
		if len(s.Wrap(it, st, column-bulletRoom(st))) > most {
			return false
		}
	}
	return true
}
