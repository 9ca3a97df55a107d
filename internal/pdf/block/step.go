package block

import (
	"strconv"

	"backcare/internal/figure"
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// figureUnits is the width of an ordinary figure in its own units. All figures of a paper are
// drawn to one scale, so that the person in them keeps their size.
const figureUnits = 136

// step sets one step: the figure at the left, beside it the number, the name, the dose as a badge
// and what to do. In large print what to do stands below, on the whole width.
func (t *layouter) step(b handout.Step) {
	s := t.builder()
	sect := t.doc.Add("Sect")
	h := heading(sect, t.level+1, b.Name)
	fw, fh, k := t.figureSize(b)
	pic := sect.Add("Figure")
	pic.Alt = b.Alt

	x := t.Figure + 6*layout.MM
	w := t.wide - x
	y := t.stepHead(s, b, x, w, h, sect)
	st := t.bodyStyle()
	lines, list := b.Lines, (*tag.Node)(nil)
	if len(lines) > 0 {
		list = sect.Bullets()
	}
	if t.Large {
		y = max(y, fh) + t.Body*0.3
		x, w = 0, t.wide
	}
	if t.tight {
		y += s.packed(x, y, w, 0, lines, st, t.Gap*0.1, list)
	} else {
		y += s.items(x, y, w, lines, st, t.Gap*0.1, list)
	}
	y += t.extras(s, x, y, w, []handout.Text{b.Feel, b.Easier}, sect)
	if len(b.Stop) > 0 { // a rule, not an aside
		y += s.Write(x, y, w, b.Stop, st, sect.Add("P"))
	}
	height := max(y, fh)
	if !t.Large { // text that is shorter than the figure stands beside its middle
		if d := (height - y) / 2; d > 0 {
			s.Move(0, d)
		}
	}
	if b.Figure.Width > 0 {
		top := (height - fh) / 2
		if t.Large {
			top = 0
		}
		t.figure(s, b.Figure, (t.Figure-fw)/2, top, k, pic)
	}
	u := t.box(s, height)
	u.Rule = true
	u.Before = t.Gap * 1.3
	u.Stretch, u.MaxStretch = 2, 9*layout.MM
}

// figureSize is the printed width and height of a step's figure in points, and points a unit.
func (t *layouter) figureSize(b handout.Step) (w, h, k float64) {
	if b.Figure.Width <= 0 || b.Figure.Height <= 0 {
		return 0, 0, 0
	}
	k = t.Figure / max(figureUnits, b.Figure.Width)
	return b.Figure.Width * k, b.Figure.Height * k, k
}

// figure sets a drawing with its top left corner at x, y, and its letters, which tell left from right
// and first from second and so do not shrink with it.
func (t *layouter) figure(s *builder, f figure.Figure, x, y, k float64, n *tag.Node) {
	if s.Measures {
		return
	}
	s.Items = append(s.Items, draw.Item{Kind: draw.Drawn, X: x, Y: y, W: f.Width * k, H: f.Height * k, Figure: &f, Node: n})
	size := letterSize(t.Large)
	for _, shape := range f.Shapes() {
		if shape.Text != "" {
			w := s.Width(shape.Text, size, true)
			s.Items = append(s.Items, draw.Item{Kind: draw.Text, X: x + shape.At.X*k - w/2, Y: y + shape.At.Y*k + font.CapHeight*size/2, W: w, H: size,
				Text: shape.Text, Bold: true, Fill: draw.Colour(shape.Fill.Colour()), Node: n})
		}
	}
}

// letterSize is the size in points of the letters in figures.
func letterSize(large bool) float64 {
	if large {
		return 16
	}
	return 9
}

// ownDose is the width of the box for another dose, and of the room before it.
const ownDose = 15 * layout.MM

// stepHead sets number, name and dose, and returns where the text below them starts.
func (t *layouter) stepHead(s *builder, b handout.Step, x, w float64, h, sect *tag.Node) float64 {
	name := t.boldStyle(t.Name)
	d := t.Name * 1.5
	if t.tight {
		d = t.Name * 1.3
	}
	nx := x + d + t.Name*0.5
	size := t.Name * 0.82
	s.Disc(x, 0, d, draw.Accent)
	s.Letters(x+d/2, d/2+font.CapHeight*size/2, size, strconv.Itoa(b.Number), draw.White, h)

	badge := layout.Style{Size: t.Small, Leading: 1.15, Colour: draw.Accent, Bold: true}
	bh := badge.Size * 1.75
	dose := s.Wrap(layout.Plain(b.Dose), badge, w-bh)
	bw := text.Widest(dose) + bh*0.9
	own := 0.0 // the box for another dose, and the room before it
	if b.Own {
		if own = ownDose; t.Large {
			own = 2 * ownDose
		}
	}
	beside := b.Dose != "" && len(dose) == 1 && !t.Large // one place in all of large print
	room := w - (nx - x)
	for full := name.Size; beside && name.Size > full*0.88 && t.Width(b.Name, name.Size, true)+bw+own+3*layout.MM > room; name.Size -= 0.25 {
		// rather a little smaller than with the dose on a line of its own
	}
	lines := s.Wrap(layout.Plain(b.Name), name, room)
	if beside {
		if len(lines) == 1 && lines[0].W+bw+own+3*layout.MM <= room {
			lines = s.Wrap(layout.Plain(b.Name), name, room-bw-own-3*layout.MM)
		} else {
			beside = false
		}
	}
	first := max(0, d-name.Line()) / 2
	y := first + s.Put(nx, first, room, lines, name, h)
	y = max(y, d)
	if b.Dose == "" {
		return y + t.Body*0.15
	}
	n := sect.Add("P")
	bx, by := x+w-bw-own, (d-bh)/2
	if !beside {
		if bx, by = nx, y+1; t.Large { // where the lines begin, for it is longer than the name
			bx = x
		} else if dose = s.Wrap(layout.Plain(b.Dose), badge, w-(nx-x)-bh-own); len(dose) > 1 {
			bw = text.Widest(dose) + bh*0.9
		}
		bh += float64(len(dose)-1) * badge.Line()
		y = by + bh
	}
	if b.Own && t.Large && bx+bw+own > x+w {
		s.Box(bx, by+bh+1.5*layout.MM, own, badge.Size*1.75, 1, draw.White, draw.Ink, 0.9) // beside is no room for it
		y += badge.Size*1.75 + 1.5*layout.MM
	} else if b.Own {
		s.Box(bx+bw+1.5*layout.MM, by, own-1.5*layout.MM, bh, 1, draw.White, draw.Ink, 0.9)
	}
	s.Box(bx, by, bw, bh, min(bh/2, badge.Size*0.875), draw.White, draw.Accent, 0.9)
	s.Put(bx, by+(bh-float64(len(dose))*badge.Line())/2, bw, dose, layout.Style{Size: badge.Size, Leading: badge.Leading, Colour: draw.Accent, Bold: true, Centre: true}, n)
	return y + t.Body*0.2
}

// extras sets the lines below what to do, two on a line where they fit, and returns the height.
func (t *layouter) extras(s *builder, x, y, w float64, list []handout.Text, sect *tag.Node) float64 {
	st := layout.Style{Size: t.Small, Leading: t.Leading, Colour: draw.Grey}
	const apart = 6 * layout.MM
	top, at := y, 0.0
	for _, extra := range list {
		if len(extra) == 0 {
			continue
		}
		lines := s.Wrap(extra, st, w)
		if at > 0 && len(lines) == 1 && at+apart+lines[0].W <= w {
			s.Put(x+at+apart, y-st.Line(), w, lines, st, sect.Add("P"))
			at += apart + lines[0].W
			continue
		}
		if y == top {
			if y += t.Gap * 0.1; !t.tight {
				y += t.Gap * 0.15
			}
		}
		y += s.Put(x, y, w, lines, st, sect.Add("P"))
		at = lines[len(lines)-1].W
	}
	return y - top
}
