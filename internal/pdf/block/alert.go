package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
)

// alert sets the warning: a frame with a heavy bar. What can wait until later has a thinner bar and
// smaller type; what is to be looked for besides may have its title in the first line.
func (t *layouter) alert(b handout.Alert) {
	const bar = 4.2 * layout.MM
	l, st := look{fill: draw.White, stroke: draw.Ink, width: 1.4, bar: bar, pad: t.Pad, left: bar + t.Pad*1.2, right: t.Pad}, t.otherStyle()
	if b.Also && (t.tight || len(b.Items) == 1) && !t.Large {
		if l.pad *= 0.8; t.tight {
			l.pad = 1.2 * layout.MM
		}
		t.callout(l, func(s *builder) {
			bold := st
			bold.Bold = true
			title := s.Wrap(layout.Plain(b.Title+" "), bold, s.w)
			s.lines(title, 0, bold, t.heading(2, b.Title))
			s.packed(title[len(title)-1].W, b.Items, st, t.Gap*0.12, t.doc.Bullets())
		})
		return
	}
	tight, air := t.tight || t.Dense, t.Body*0.3
	if b.Later {
		l.bar, l.width, st = 1.8*layout.MM, 0.8, t.secondary() // both lists begin at one edge
	}
	if tight {
		l.pad, air = 1.4*layout.MM, t.Body*0.12
	}
	if t.Dense {
		l.pad = min(l.pad, max(t.Gap, 0.8*layout.MM))
	}
	t.callout(l, func(s *builder) {
		title := t.boldStyle(t.Part)
		if t.Dense {
			title.Size = t.Other * 1.15
		}
		t.titled(s, b.Title, t.narrowed(b.Title, title, s.w, t.Other*1.02), 2, air)
		if len(b.Items) > 0 {
			const between = 5 * layout.MM
			if tight && !s.paired(between, b.Items, st, 1) {
				s.packed(0, b.Items, st, t.Gap*0.12, t.doc.Bullets())
			} else {
				t.bulleted(s, between, b.Items, st, 4)
			}
			if len(b.After) > 0 {
				s.y += air
			}
		}
		t.whatToDo(s, b, st)
	})
}

// whatToDo sets what to do about a warning, as one paragraph where there is little room.
func (t *layouter) whatToDo(s *builder, b handout.Alert, st layout.Style) {
	if n := len(b.After); n > 1 && (t.Dense || (t.tight || t.RunIn) && b.Write == "") {
		if b.Write != "" { // the line to write on stands behind the last of it
			b.After = append(b.After[1:n:n], b.After[0])
		}
		b.After = []handout.Text{joined(b.After, " ")}
	}
	for i, p := range b.After {
		if i > 0 {
			s.y += t.Gap * 0.12
		}
		lines := s.Wrap(p, st, s.w)
		s.lines(lines, 0, st, t.doc.Add("P"))
		if i == 0 && b.Write != "" {
			t.writeHere(s, lines[len(lines)-1].W, b.Write, st)
		}
	}
}

// writeHere sets a line to write a telephone number on, behind its label: room for a hand that shakes,
// and for a number with its country. It begins beside the last line of the text above, which is so
// wide, if that leaves enough.
func (t *layouter) writeHere(s *builder, last float64, label string, st layout.Style) {
	high, least := 8*layout.MM, 45*layout.MM
	switch {
	case t.Large:
		high = 12 * layout.MM
	case t.Dense:
		high, least = 7.6*layout.MM, 40*layout.MM
	}
	wide := t.Width(label, st.Size, false)
	x, base := s.x, s.y+high
	behind := wide + st.Size*0.4
	if from := last + 8*layout.MM; from+behind+least <= s.w {
		x += from
		base -= st.Line()
	}
	s.aside(x, base, label, st, t.doc.Add("P"))
	s.Stroke(x+behind, base, min(75*layout.MM, s.x+s.w-x-behind), 0, draw.Rule, 0.8)
	s.y = max(s.y, base+st.Line()-st.Base())
}
