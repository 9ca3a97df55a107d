package figure

import (
	"math"
	"strings"
)

// arrowSpec is a movement: a smooth line through two or more points with a head at its end.
type arrowSpec struct {
	Path  []Point `yaml:"path"`
	Both  bool    `yaml:"both"`  // a head at each end
	Small bool    `yaml:"small"` // a smaller head, for a small movement
	Clear bool    `yaml:"clear"` // kept apart from what lies beneath by a rim of paper
}

func (a *arrowSpec) wrong() string { return goesOn(a.Path) }

func (a *arrowSpec) paint(c *canvas) {
	size := 5.2
	if a.Small {
		size = 4.2
	}
	ps := append([]Point{}, a.Path...)
	n := len(ps)
	heads := [][]Segment{head(ps[n-2], ps[n-1], size)}
	last := ps[n-1]
	// The line stops inside the head, or its round cap would blunt the tip.
	ps[n-1] = last.plus(ps[n-2].minus(last).unit().times(size * 0.7))
	if a.Both {
		heads = append(heads, head(a.Path[1], a.Path[0], size))
		ps[0] = ps[0].plus(ps[1].minus(ps[0]).unit().times(size * 0.7))
	}
	if a.Clear {
		const rim = 2.2
		c.line(curve(ps), Paper, arrowWidth+rim)
		for _, h := range heads {
			c.paint(h, Paper, Paper, thinnest+rim)
		}
	}
	c.line(curve(ps), Accent, arrowWidth)
	for _, h := range heads {
		c.paint(h, Accent, Accent, thinnest)
	}
}

func head(from, tip Point, size float64) []Segment {
	d := tip.minus(from).unit()
	base := tip.minus(d.times(size))
	return polygon(tip, base.plus(d.left().times(size*0.48)), base.minus(d.left().times(size*0.48)))
}

// zoneSpec is where it should be felt: an ellipse, hatched so that it survives a grey copy.
type zoneSpec struct {
	At   Point  `yaml:"at"`
	R    Point  `yaml:"r"`
	Turn number `yaml:"turn"`
}

func (z *zoneSpec) wrong() string {
	return unless(z.R.X > 0 && z.R.Y > 0, "r wants two half axes above 0")
}

func (z *zoneSpec) paint(c *canvas) {
	c.paint(ellipse(z.At, z.R.X, z.R.Y, float64(z.Turn)), AccentTint, Accent, 1.1)
	f := frameAt(z.At, float64(z.Turn), 1)
	var hatch []Segment
	const gap, inner = 2.7, 0.72
	// Slanted lines at offset o from the middle, where they lie inside a slightly smaller ellipse.
	wx, wy := 1/(z.R.X*z.R.X), 1/(z.R.Y*z.R.Y)
	for i := -20; i <= 20; i++ {
		o := float64(i) * gap
		p, q, e := wx+wy, 2*o*(wx-wy), o*o*(wx+wy)-2*inner
		root := q*q - 4*p*e
		if root <= 0 || math.Sqrt(root)/p < 2 { // outside, or a speck
			continue
		}
		for _, sign := range []float64{-1, 1} {
			s := (-q + sign*math.Sqrt(root)) / (2 * p)
			g := lineTo(f.at((s+o)/math.Sqrt2, (s-o)/math.Sqrt2))
			if sign < 0 {
				g.Op = MoveTo
			}
			hatch = append(hatch, g)
		}
	}
	if hatch != nil {
		c.line(hatch, Accent, thinnest)
	}
}

// spineSpec is the spine, dashed: it comes with its cross, for it is not to be touched.
type spineSpec struct {
	Path  []Point `yaml:"path"`
	Cross Point   `yaml:"cross"`
	Size  number  `yaml:"size"`
}

func (s *spineSpec) wrong() string { return goesOn(s.Path) }

func (s *spineSpec) paint(c *canvas) {
	c.add(Shape{Path: c.placed(curve(s.Path)), Stroke: Mark, Width: 1.8, Dash: []float64{2.2, 3.4}})
	(&crossSpec{At: s.Cross, Size: s.Size}).paint(c)
}

// boneSpec is the edge of a bone that hands find through the skin, or the crease of a limb: a thin
// grey line.
type boneSpec struct {
	Path []Point `yaml:"path"`
}

func (b *boneSpec) wrong() string { return goesOn(b.Path) }

func (b *boneSpec) paint(c *canvas) { c.line(curve(b.Path), Prop, outline) }

// crossSpec says: not this.
type crossSpec struct {
	At   Point  `yaml:"at"`
	Size number `yaml:"size"` // half its width; 4 if absent
}

func (x *crossSpec) paint(c *canvas) {
	r := float64(x.Size)
	if r == 0 {
		r = 4
	}
	path := strokes(x.At.plus(Point{-r, -r}), x.At.plus(Point{r, r}), x.At.plus(Point{r, -r}), x.At.plus(Point{-r, r}))
	w := 1.2 + r*0.3
	c.line(path, Paper, w+2)
	c.line(path, Mark, w)
}

// LabelRoom is the side, in units, of the square that each letter or digit has to itself. The paper
// sets letters at a size of its own, however small the drawing is; they must not outgrow it.
const LabelRoom = 15.5

// labelSpec is a letter or a digit beside the picture.
type labelSpec struct {
	At   Point  `yaml:"at"` // the middle of its room
	Text string `yaml:"text"`
}

func (l *labelSpec) wrong() string {
	return unless(len(l.Text) == 1 && strings.Contains("LR0123456789", l.Text), "text must be L, R or a digit: words live elsewhere")
}

func (l *labelSpec) paint(c *canvas) {
	c.add(Shape{Text: l.Text, At: rounded(c.place.at(l.At)), Fill: Ink})
}

// breathSpec is breath flowing out of a mouth: three strands that part as they leave it.
type breathSpec struct {
	At   Point  `yaml:"at"`   // the mouth
	Turn number `yaml:"turn"` // where it flows
	Long number `yaml:"long"` // of the strand in the middle
}

func (b *breathSpec) wrong() string { return unless(b.Long >= 6, "long must be 6 or more") }

func (b *breathSpec) paint(c *canvas) {
	long := float64(b.Long)
	for _, side := range []float64{-1, 0, 1} {
		f := frameAt(b.At, float64(b.Turn)+side*17, 1)
		reach := long * (1 - 0.22*math.Abs(side))
		at := func(t, sway float64) Point { return f.at(5+t*(reach-5), sway) }
		c.line(curve([]Point{at(0, 0), at(0.33, 0.9), at(0.67, -0.9), at(1, 0.3)}), Accent, 1.4)
	}
}

// knobSpec is a point of bone that can be felt: a ring.
type knobSpec struct {
	At Point  `yaml:"at"`
	R  number `yaml:"r"`
}

func (k *knobSpec) wrong() string { return unless(k.R > 0, "r must be above 0") }

func (k *knobSpec) paint(c *canvas) {
	r := float64(k.R)
	c.paint(ellipse(k.At, r, r, 0), Paper, Ink, 1.4)
}
