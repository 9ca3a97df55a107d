package block

import (
	"math"
	"sort"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// fields sets labelled values side by side, as many in a row as go there whole, or on two lines if
// that saves a row. An empty value is a line to write on.
func (t *layouter) fields(b handout.Fields) {
	s, list, pad := t.builder(), t.doc.Add("L"), t.Gap*0.22
	for rest := b.Items; len(rest) > 0; {
		widths := t.fieldRow(rest)
		top, tall, blank, x := s.y, 0.0, false, 0.0
		for i, f := range rest[:len(widths)] {
			s.x, s.y, s.w = x, top, widths[i]
			t.field(s, f, list.Add("LI"))
			tall = max(tall, s.y-top)
			blank = blank || f.Value == ""
			x += widths[i] + layout.FieldGap
		}
		s.y = top + tall + pad
		if !blank { // a row with lines to write on needs no line below it
			s.Stroke(0, s.y, t.wide, 0, draw.Hair, 0.6)
		}
		s.y += pad
		rest = rest[len(widths):]
	}
	s.y = max(0, s.y-pad)
	t.box(s).Before = t.Gap * 0.8
}

func (t *layouter) valueStyle() layout.Style {
	st := t.bodyStyle()
	st.Leading = min(st.Leading, 1.22)
	return st
}

// field sets one labelled value in a column.
func (t *layouter) field(s *builder, f handout.Field, li *tag.Node) {
	value := t.valueStyle()
	s.plain(f.Label+" ", t.labelStyle(), li.Add("Lbl"))
	if f.Value != "" {
		s.plain(f.Value, value, li.Add("LBody"))
		return
	}
	s.y += max(value.Line(), t.Write*0.8)
	s.Stroke(s.x, s.y-1, s.w, 0, draw.Rule, 0.7)
}

// fieldRow says how many of the fields stand in the next row, and how wide each is. What room is left
// goes to lines to write on, most to the first, where a name goes; or to all alike if there are none.
func (t *layouter) fieldRow(fields []handout.Field) []float64 {
	// Lines of a value, and of the last one, which wraps first: it is no part of who the person is.
	limits := [...][2]int{{1, 1}, {1, 2}, {1, 3}, {2, 3}, {1000, 1000}}
	p, row := packer{t.wide, layout.FieldGap}, make([]entry, min(t.Across, len(fields)))
	for i := range row {
		if fields[i].Value == "" {
			row[i].weight = 1
		}
	}
	row[0].weight *= 3
	known := make([][len(limits)]float64, len(row)) // widths; 0 until one is asked for
	for n := len(row); ; n-- {
		for k, most := range limits {
			for i, f := range fields[:n] {
				if known[i][k] == 0 {
					lines := most[0]
					if i == len(fields)-1 {
						lines = most[1]
					}
					known[i][k] = t.fieldWidth(f, lines, t.Blanks[min(i, 1)])
				}
				row[i].fixed = known[i][k]
			}
			if n == 1 || p.need(row[:n]) <= t.wide {
				return p.widths(row[:n])
			}
		}
	}
}

// fieldWidth is the least width at which a field's value takes at most so many lines; blank is that of
// a line to write on.
func (t *layouter) fieldWidth(f handout.Field, most int, blank float64) float64 {
	label, value := t.labelStyle(), t.valueStyle()
	w := t.Width(f.Label, label.Size, false)
	if f.Value == "" {
		return max(w, blank)
	}
	whole := t.Width(f.Value, value.Size, false) + 1
	if most == 1 {
		return min(max(w, whole, 12*layout.MM), t.wide)
	}
	w = max(w, whole/float64(most)*0.9)
	if most > 2 {
		w = max(w, 30*layout.MM)
	}
	const step = 2.0 // pt
	w += step * float64(sort.Search(max(0, int(math.Ceil((whole-w)/step))), func(k int) bool {
		return len(t.Wrap(layout.Plain(f.Value), value, w+step*float64(k))) <= most
	}))
	return min(max(w, min(whole, 12*layout.MM)), t.wide)
}
