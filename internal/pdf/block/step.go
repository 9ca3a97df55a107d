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
	s, sect, st := t.builder(), t.doc.Add("Sect"), t.bodyStyle()
	n := heading(sect, t.level+1, b.Name)
	scale := t.Figure / max(figureUnits, b.Figure.Width) // pt a unit
	tall := b.Figure.Height * scale
	pic := sect.Add("Figure")
	pic.Alt = b.Alt

	s.indent(t.Figure + 6*layout.MM)
	t.stepHead(s, b, n, sect)
	if t.Large {
		s.x, s.y, s.w = 0, max(s.y, tall)+t.Body*0.3, t.wide
	}
	if len(b.Lines) > 0 {
		if list := sect.Bullets(); t.tight {
			s.packed(0, b.Lines, st, t.Gap*0.1, list)
		} else {
			s.bullets(b.Lines, st, t.Gap*0.1, list)
		}
	}
	t.extras(s, []handout.Text{b.Feel, b.Easier}, sect)
	if len(b.Stop) > 0 { // a rule, not an aside
		s.text(b.Stop, st, sect.Add("P"))
	}
	top, height := 0.0, max(s.y, tall)
	if !t.Large { // what is shorter stands beside the middle of the other
		s.Move(0, (height-s.y)/2)
		top = (height - tall) / 2
	}
	if b.Figure.Width > 0 {
		t.figure(s, b.Figure, (t.Figure-b.Figure.Width*scale)/2, top, scale, pic)
	}
	s.y = height
	u := t.box(s)
	u.Rule = true
	u.Before = t.Gap * 1.3
	u.Stretch, u.MaxStretch = 2, 9*layout.MM
}

// figure sets a drawing with its top left corner at x, y, and its letters, which tell left from right
// and first from second and so do not shrink with it.
func (t *layouter) figure(s *builder, f figure.Figure, x, y, scale float64, n *tag.Node) {
	if s.Measures {
		return
	}
	s.Items = append(s.Items, draw.Item{Kind: draw.Drawn, X: x, Y: y, W: f.Width * scale, H: f.Height * scale, Figure: &f, Node: n})
	size := 9.0
	if t.Large {
		size = 16
	}
	for _, shape := range f.Shapes() {
		if shape.Text != "" {
			w := s.Width(shape.Text, size, true)
			s.Items = append(s.Items, draw.Item{Kind: draw.Text, X: x + shape.At.X*scale - w/2, Y: y + shape.At.Y*scale + font.CapHeight*size/2, W: w, H: size,
				Text: shape.Text, Bold: true, Fill: draw.Colour(shape.Fill.Colour()), Node: n})
		}
	}
}

// stepHead sets number, name and dose. The dose stands behind the name if the name need not be much
// smaller for that, and in large print always below it.
func (t *layouter) stepHead(s *builder, b handout.Step, n, sect *tag.Node) {
	name, d, size := t.boldStyle(t.Name), t.Name*1.5, t.Name*0.82
	if t.tight {
		d = t.Name * 1.3
	}
	s.Disc(s.x, 0, d, draw.Accent)
	s.Letters(s.x+d/2, d/2+font.CapHeight*size/2, size, strconv.Itoa(b.Number), draw.White, n)
	x, end := s.x, s.x+s.w
	left := x + d + t.Name*0.5
	dose := t.badge(b, s.w)
	room := end - left - dose.wide() - dose.own - 3*layout.MM
	small := t.narrowed(b.Name, name, room, name.Size*0.88)
	beside := b.Dose != "" && len(dose.lines) == 1 && !t.Large && t.Width(b.Name, small.Size, true) <= room
	if beside {
		name = small
	}
	s.x, s.y, s.w = left, max(0, d-name.Line())/2, end-left
	s.plain(b.Name, name, n)
	s.x, s.y, s.w = x, max(s.y, d), end-x
	switch {
	case b.Dose == "":
		s.y += t.Body * 0.15
		return
	case beside:
		s.badge(dose, end-dose.wide()-dose.own, (d-dose.high())/2, end, sect.Add("P"))
	case t.Large: // where the lines begin, for it is longer than the name
		s.y = s.badge(dose, x, s.y+1, end, sect.Add("P"))
	default:
		s.y = s.badge(t.badge(b, end-left-dose.own), left, s.y+1, end, sect.Add("P"))
	}
	s.y += t.Body * 0.2
}

// badge is a dose as it is set. In points.
type badge struct {
	st    layout.Style
	lines []text.Line
	own   float64 // the box for another dose, with the room before it
}

// ownDose is the width of the box for another dose, and beforeOwn the room before it.
const ownDose, beforeOwn = 13.5 * layout.MM, 1.5 * layout.MM

// badge breaks a dose into lines for a badge of at most width w.
func (t *layouter) badge(b handout.Step, w float64) *badge {
	d := &badge{st: layout.Style{Size: t.Small, Leading: 1.15, Colour: draw.Accent, Bold: true, Centre: true}}
	d.lines = t.Wrap(layout.Plain(b.Dose), d.st, w-d.row())
	switch {
	case b.Own && t.Large:
		d.own = 2*ownDose + 2*beforeOwn
	case b.Own:
		d.own = ownDose + beforeOwn
	}
	return d
}

func (d *badge) row() float64  { return d.st.Size * 1.75 }
func (d *badge) wide() float64 { return text.Widest(d.lines) + d.row()*0.9 }
func (d *badge) high() float64 { return d.row() + float64(len(d.lines)-1)*d.st.Line() }

// badge sets a dose, and behind it the box for another, below it where it would pass end. It returns
// where both end.
func (s *builder) badge(d *badge, x, y, end float64, n *tag.Node) float64 {
	w, h := d.wide(), d.high()
	bottom := y + h
	switch {
	case d.own == 0:
	case x+w+d.own > end+0.01:
		s.Box(x, bottom+beforeOwn, d.own, d.row(), 1, draw.White, draw.Ink, 0.9)
		bottom += beforeOwn + d.row()
	default:
		s.Box(x+w+beforeOwn, y, d.own-beforeOwn, h, 1, draw.White, draw.Ink, 0.9)
	}
	s.Box(x, y, w, h, min(h/2, d.row()/2), draw.White, draw.Accent, 0.9)
	s.Put(x, y+(h-float64(len(d.lines))*d.st.Line())/2, w, d.lines, d.st, n)
	return bottom
}

// extras sets the lines below what to do, two on a line where they fit.
func (t *layouter) extras(s *builder, list []handout.Text, sect *tag.Node) {
	const apart = 6 * layout.MM
	st, top, at := t.smallStyle(), s.y, 0.0
	for _, extra := range list {
		if len(extra) == 0 {
			continue
		}
		lines := s.Wrap(extra, st, s.w)
		if at > 0 && len(lines) == 1 && at+apart+lines[0].W <= s.w {
			s.Put(s.x+at+apart, s.y-st.Line(), s.w, lines, st, sect.Add("P"))
			at += apart + lines[0].W
			continue
		}
		if s.y == top {
			if s.y += t.Gap * 0.1; !t.tight {
				s.y += t.Gap * 0.15
			}
		}
		s.lines(lines, 0, st, sect.Add("P"))
		at = lines[len(lines)-1].W
	}
}
