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
	s := t.builder()
	list := t.doc.Add("L")
	pad := t.Gap * 0.22
	y := 0.0
	for rest := b.Items; len(rest) > 0; {
		widths := t.fieldRow(s, rest)
		row := rest[:len(widths)]
		rest = rest[len(widths):]
		tall, blank := 0.0, false
		x := 0.0
		for i, f := range row {
			tall = max(tall, t.field(s, f, x, y, widths[i], list.Add("LI")))
			blank = blank || f.Value == ""
			x += widths[i] + layout.FieldGap
		}
		y += tall + pad
		if !blank { // a row with lines to write on needs no line below it
			s.Stroke(0, y, t.wide, 0, draw.Hair, 0.6)
		}
		y += pad
	}
	u := t.box(s, max(0, y-pad))
	u.Before = t.Gap * 0.8
}

func (t *layouter) valueStyle() layout.Style {
	st := t.bodyStyle()
	st.Leading = min(st.Leading, 1.22)
	return st
}

// field sets one labelled value in a column and returns its height.
func (t *layouter) field(s *builder, f handout.Field, x, y, w float64, li *tag.Node) float64 {
	label, value := t.labelStyle(), t.valueStyle()
	h := s.Write(x, y, w, layout.Plain(f.Label+" "), label, li.Add("Lbl"))
	if f.Value != "" {
		return h + s.Write(x, y+h, w, layout.Plain(f.Value), value, li.Add("LBody"))
	}
	h += max(value.Line(), t.Write*0.8)
	s.Stroke(x, y+h-1, w, 0, draw.Rule, 0.7)
	return h
}

// fieldRow says how many of the fields stand in the next row, and how wide each is.
func (t *layouter) fieldRow(s *builder, fields []handout.Field) []float64 {
	// Lines of a value, and of the last one, which wraps first: it is no part of who the person is.
	limits := [...][2]int{{1, 1}, {1, 2}, {1, 3}, {2, 3}, {1000, 1000}}
	last := len(fields) - 1
	fields = fields[:min(t.Across, len(fields))]
	wide := make([][len(limits)]float64, len(fields)) // 0 until it is asked for
	width := func(i, k int) float64 {
		if wide[i][k] == 0 {
			most := limits[k][0]
			if i == last {
				most = limits[k][1]
			}
			wide[i][k] = t.fieldWidth(s, fields[i], most)
			if fields[i].Value == "" && i == 0 {
				wide[i][k] = max(wide[i][k], t.Blanks[0])
			}
		}
		return wide[i][k]
	}
	for n := len(fields); ; n-- {
		for k := range limits {
			widths, total := make([]float64, n), -layout.FieldGap
			for i := range widths {
				widths[i] = width(i, k)
				total += widths[i] + layout.FieldGap
			}
			if total > t.wide && n > 1 {
				continue
			}
			share(widths, fields, t.wide-total)
			return widths
		}
	}
}

// share gives the room that is left to lines to write on, most to the first, where a name goes; or
// to all alike if there are none.
func share(widths []float64, fields []handout.Field, spare float64) {
	weights, total := make([]float64, len(widths)), 0.0
	for i := range widths {
		if fields[i].Value == "" {
			weights[i] = 1
			if i == 0 {
				weights[i] = 3
			}
		}
		total += weights[i]
	}
	for i := range widths {
		if total == 0 {
			widths[i] += spare / float64(len(widths))
		} else {
			widths[i] += spare * weights[i] / total
		}
	}
}

// fieldWidth is the least width at which a field's value takes at most so many lines.
func (t *layouter) fieldWidth(s *builder, f handout.Field, most int) float64 {
	label, value := t.labelStyle(), t.valueStyle()
	w := t.Width(f.Label, label.Size, false)
	if f.Value == "" {
		return max(w, t.Blanks[1])
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
		return len(s.Wrap(layout.Plain(f.Value), value, w+step*float64(k))) <= most
	}))
	return min(max(w, min(whole, 12*layout.MM)), t.wide)
}
