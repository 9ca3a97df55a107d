package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"

	"backcare/internal/handout"
)

// fields sets labelled values side by side, as many in a row as go there whole, or on two lines if
// that saves a row. An empty value is a line to write on.
func (t *setter) fields(b handout.Fields) {
	if t.terse && !slices.ContainsFunc(b.Items, func(f handout.Field) bool { return f.Value == "" }) {
		t.told(b)
		return
	}
	s := t.slab()
	list := t.doc.add("L")
	pad := t.gap * 0.22
	y := 0.0
	for rest := b.Items; len(rest) > 0; {
		widths := t.fieldRow(s, rest)
		row := rest[:len(widths)]
		rest = rest[len(widths):]
		tall, blank := 0.0, false
		x := 0.0
		for i, f := range row {
			tall = max(tall, t.field(s, f, x, y, widths[i], list.add("LI")))
			blank = blank || f.Value == ""
			x += widths[i] + fieldGap
		}
		y += tall + pad
		if !blank { // a row with lines to write on needs no line below it
			s.stroke(0, y, t.wide, 0, hair, 0.6)
		}
		y += pad
	}
	u := t.unit(s, max(0, y-pad))
	u.before = t.gap * 0.8
}

// told sets labelled values one after the other.
func (t *setter) told(b handout.Fields) {
	var all handout.Text
	for i, f := range b.Items {
		if i > 0 {
			all = append(all, handout.Span{Text: " · "})
		}
		all = append(all, handout.Span{Text: strings.ReplaceAll(f.Label, " ", "\u00a0") + t.colon}, handout.Span{Text: f.Value, Bold: true})
	}
	st := t.valueStyle()
	s := t.slab()
	t.flow(s, s.wrap(all, st, t.wide), st, t.doc.add("P"), t.gap, 0, 1000)
}

// fieldGap is the room between two fields.
const fieldGap = 5 * mm

func (t *setter) valueStyle() style {
	st := t.bodyStyle()
	st.leading = min(st.leading, 1.22)
	return st
}

// field sets one labelled value in a column and returns its height.
func (t *setter) field(s *slab, f handout.Field, x, y, w float64, li *node) float64 {
	label, value := t.labelStyle(), t.valueStyle()
	h := s.write(x, y, w, plain(f.Label+" "), label, li.add("Lbl"))
	if f.Value != "" {
		return h + s.write(x, y+h, w, plain(f.Value), value, li.add("LBody"))
	}
	h += max(value.line(), t.write*0.8)
	s.stroke(x, y+h-1, w, 0, rule, 0.7)
	return h
}

// fieldRow says how many of the fields stand in the next row, and how wide each is.
func (t *setter) fieldRow(s *slab, fields []handout.Field) []float64 {
	// Lines of a value, and of the last one, which wraps first: it is no part of who the person is.
	limits := [...][2]int{{1, 1}, {1, 2}, {1, 3}, {2, 3}, {1000, 1000}}
	last := len(fields) - 1
	fields = fields[:min(t.across, len(fields))]
	wide := make([][len(limits)]float64, len(fields))
	for i, f := range fields {
		for k, most := range limits {
			if wide[i][k] = t.fieldWidth(s, f, most[0]); i == last {
				wide[i][k] = t.fieldWidth(s, f, most[1])
			}
			if f.Value == "" && i == 0 {
				wide[i][k] = max(wide[i][k], t.blanks[0])
			}
		}
	}
	for n := len(fields); ; n-- {
		for k := range limits {
			widths, total := make([]float64, n), -fieldGap
			for i := range widths {
				widths[i] = wide[i][k]
				total += widths[i] + fieldGap
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
func (t *setter) fieldWidth(s *slab, f handout.Field, most int) float64 {
	label, value := t.labelStyle(), t.valueStyle()
	w := t.faces[0].width(f.Label, label.size)
	if f.Value == "" {
		return max(w, t.blanks[1])
	}
	whole := t.faces[0].width(f.Value, value.size) + 1
	if most == 1 {
		return min(max(w, whole, 12*mm), t.wide)
	}
	w = max(w, whole/float64(most)*0.9)
	if most > 2 {
		w = max(w, 30*mm)
	}
	const step = 2.0 // pt
	w += step * float64(sort.Search(max(0, int(math.Ceil((whole-w)/step))), func(k int) bool {
		return len(s.wrap(plain(f.Value), value, w+step*float64(k))) <= most
	}))
	return min(max(w, min(whole, 12*mm)), t.wide)
}
