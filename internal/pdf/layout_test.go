package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"fmt"
	"math"
	"strings"
	"testing"

	"backcare/internal/figure"
	"backcare/internal/handout"
)

// each runs a test on every sample on every paper, laid out but not drawn.
func each(t *testing.T, do func(t *testing.T, l *laidOut)) {
	p := press(t)
	for name, doc := range samples(t) {
		for _, paper := range papers() {
			t.Run(fmt.Sprintf("%s %v", name, paper), func(t *testing.T) { do(t, laid(t, p, doc, paper)) })
		}
	}
}

// textBox is where the letters of a run may be.
func textBox(t draw.Item) (x0, y0, x1, y1 float64) {
	return t.X, t.Y - 0.74*t.H, t.X + t.W, t.Y + 0.2*t.H
}

// wellSet finds what stands outside the margins, and text that runs into other text.
func wellSet(t *testing.T, name string, l *laidOut) {
	t.Helper()
	f := l.frame
	for p, page := range l.pages {
		var texts []draw.Item
		for _, th := range page {
			x0, y0, x1, y1 := th.X, th.Y, th.X+th.W, th.Y+th.H
			if th.Kind == draw.Text {
				x0, y0, x1, y1 = textBox(th)
			}
			if x0 < layout.SideMargin-0.1 || x1 > f.W-layout.SideMargin+0.1 || y0 < layout.TopMargin-0.1 || y1 > f.H-layout.BottomMargin+0.1 {
				t.Errorf("%s, page %d: %+v is outside", name, p+1, th)
			}
			if th.Kind != draw.Text {
				continue
			}
			for _, b := range texts {
				if math.Abs(b.Y-th.Y) > 40 { // no letters are as tall
					continue
				}
				bx0, by0, bx1, by1 := textBox(b)
				if w, h := min(x1, bx1)-max(x0, bx0), min(y1, by1)-max(y0, by0); w > 0.3 && h > 0.3 {
					t.Errorf("%s, page %d: %q at %.0f,%.0f runs into %q at %.0f,%.0f", name, p+1, th.Text, th.X, th.Y, b.Text, b.X, b.Y)
				}
			}
			texts = append(texts, th)
		}
	}
}

func TestTextStandsInsideTheMarginsAndApart(t *testing.T) {
	each(t, func(t *testing.T, l *laidOut) { wellSet(t, "sample", l) })
}

func TestBlocksEndAboveTheFoot(t *testing.T) {
	each(t, func(t *testing.T, l *laidOut) {
		for p, page := range l.pages {
			for _, th := range page {
				if th.Node != nil && th.Kind == draw.Text && th.Y > l.frame.Bottom+0.1 && th.Y < l.frame.H-layout.BottomMargin-3*l.frame.FootStyle.Line() {
					t.Errorf("page %d: %q reaches into the foot", p+1, th.Text)
				}
			}
		}
	})
}

func TestASheetIsTwoPagesAndANoteIsOne(t *testing.T) {
	p := press(t)
	for _, size := range []string{"a4", "letter"} {
		for steps := 4; steps <= 9; steps++ {
			if n := len(laid(t, p, sheet(t, steps), Paper{Size: size}).pages); n != 2 {
				t.Errorf("a sheet of %d steps has %d pages of %s", steps, n, size)
			}
		}
		for _, yes := range []int{1, 10, 20, 45} {
			if n := len(laid(t, p, note(yes, min(yes, 20), 46-yes), Paper{Size: size}).pages); n != 1 {
				t.Errorf("a note of %d lines has %d pages of %s", yes, n, size)
			}
		}
	}
}

func TestTypeIsNeverTooSmall(t *testing.T) {
	p := press(t)
	least := func(doc handout.Document, paper Paper, keep func(draw.Item) bool) float64 {
		size := math.Inf(1)
		for _, page := range laid(t, p, doc, paper).pages {
			for _, th := range page {
				if th.Kind == draw.Text && th.Node != nil && keep(th) {
					size = min(size, th.H)
				}
			}
		}
		return size
	}
	inList := func(th draw.Item) bool { return th.Node.Role == "LBody" }
	read := func(th draw.Item) bool { return th.Node.Role != "P" || th.Y > 100 } // all but the head
	for _, size := range []string{"a4", "letter"} {
		if got := least(sheet(t, 9), Paper{Size: size}, inList); got < 11 {
			t.Errorf("a line of a full sheet on %s is set in %.1f pt", size, got)
		}
		if got := least(sheet(t, 9), Paper{Size: size}, read); got < 10.5 {
			t.Errorf("something on a full sheet on %s is set in %.1f pt", size, got)
		}
		if got := least(sheet(t, 9), Paper{Size: size, Large: true}, read); got < 16 {
			t.Errorf("something in large print on %s is set in %.1f pt", size, got)
		}
	}
}

func TestAPageIsNeitherCrammedNorHalfEmpty(t *testing.T) {
	p := press(t)
	for steps := 5; steps <= 9; steps++ {
		l := laid(t, p, sheet(t, steps), Paper{Size: "a4"})
		for i, page := range l.pages {
			low := 0.0
			for _, th := range page {
				if th.Node != nil {
					low = max(low, th.Y)
				}
			}
			if full := (low - l.frame.Top[0]) / l.frame.Room(i); full < 0.8 {
				t.Errorf("%d steps: page %d is filled to %.0f %%", steps, i+1, 100*full)
			}
		}
	}
}

func TestHeadingsStayWithWhatTheyHead(t *testing.T) {
	each(t, func(t *testing.T, l *laidOut) {
		for p, page := range l.pages {
			last := draw.Item{}
			for _, th := range page {
				if th.Kind == draw.Text && th.Node != nil && th.Y <= l.frame.Bottom && th.Y >= last.Y {
					last = th
				}
			}
			if last.Node != nil && strings.HasPrefix(last.Node.Role, "H") {
				t.Errorf("page %d ends with the heading %q", p+1, last.Text)
			}
		}
	})
}

// faint finds text that stands out from what is under it by less than 7 to 1.
func faint(things []draw.Item) (out []draw.Item) {
	for i, th := range things {
		if th.Kind != draw.Text {
			continue
		}
		under := draw.White
		x, y := th.X+th.W/2, th.Y-0.35*th.H
		for _, b := range things[:i] {
			if (b.Kind == draw.Box || b.Kind == draw.Disc) && b.Fill != 0 && b.X <= x && x <= b.X+b.W && b.Y <= y && y <= b.Y+b.H {
				under = b.Fill
			}
		}
		if contrast(th.Fill, under) < 7 {
			out = append(out, th)
		}
	}
	return out
}

func TestColoursOfTextAreStrong(t *testing.T) {
	strong := func(name string, l *laidOut) {
		for _, page := range l.pages {
			for _, th := range faint(page) {
				t.Errorf("%s: %q in %06x is faint", name, th.Text, th.Fill)
			}
		}
	}
	each(t, func(t *testing.T, l *laidOut) { strong("sample", l) })
	p := press(t)
	for _, d := range authors(t) {
		for _, doc := range []handout.Document{d.Form(), d.Card(), d.Document(decide(t, answers(t, d.Protocol)), longest()), d.Document(decide(t, answers(t, d.Protocol, "fever=yes")), longest())} {
			bothPapers(t, p, doc, strong)
		}
	}
	if c := contrast(draw.Colour(figure.Ink.Colour()), draw.White); c < 7 { // the letters in figures
		t.Errorf("letters in figures have a contrast of %.1f", c)
	}
	seen := draw.Item{Kind: draw.Text, X: 10, Y: 20, W: 30, H: 12, Text: "seen", Fill: draw.Ink}
	for name, things := range map[string][]draw.Item{
		"a line's colour":  {{Kind: draw.Text, X: 10, Y: 20, W: 30, H: 12, Text: "not seen", Fill: draw.Hair}},
		"ink on the band":  {{Kind: draw.Box, X: 0, Y: 0, W: 100, H: 100, Fill: draw.Ink}, seen},
		"white on nothing": {{Kind: draw.Text, X: 10, Y: 20, W: 30, H: 12, Text: "not seen", Fill: draw.White}},
	} {
		if len(faint(things)) == 0 {
			t.Errorf("%s is not found faint", name)
		}
	}
	if len(faint([]draw.Item{seen})) != 0 {
		t.Error("ink on white is found faint")
	}
}

func contrast(a, b draw.Colour) float64 {
	light := func(c draw.Colour) float64 {
		r, g, b := c.RGB()
		f := func(v int) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*f(r) + 0.7152*f(g) + 0.0722*f(b)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestLaddersKeepTheirPromise(t *testing.T) {
	p := press(t)
	for _, c := range []struct {
		kind        handout.Kind
		large       bool
		body, small float64
	}{{handout.SheetKind, false, 12, 10.5}, {handout.FormKind, false, 11.5, 9}, {handout.CoverKind, false, 12, 10.5}, {handout.SheetKind, true, 16, 16}, {handout.ReferralKind, true, 16, 16}} {
		l := p.ladders.Of(c.kind, c.large)
		for i, s := range l.Sizes {
			if s.Body < c.body || s.Small < c.small {
				t.Errorf("%s, large %v, rung %d: %v and %v pt", c.kind, c.large, i, s.Body, s.Small)
			}
			if i > 0 && i != l.Tight && s.Body*s.Leading > l.Sizes[i-1].Body*l.Sizes[i-1].Leading {
				t.Errorf("%s, large %v: rung %d is roomier than the one before", c.kind, c.large, i)
			}
		}
	}
}

func TestAHeadingNeverEndsAPage(t *testing.T) {
	p := press(t)
	for n := range 40 {
		doc := form()
		doc.Blocks = nil
		for range n {
			doc.Blocks = append(doc.Blocks, handout.Paragraph{Text: text1("One line.")})
		}
		doc.Blocks = append(doc.Blocks, handout.Heading{Level: 2, Text: "A part"}, handout.Heading{Level: 3, Text: "A part of it"}, handout.Paragraph{Text: text1("Its text.")})
		where := map[string]int{}
		for i, page := range laid(t, p, doc, Paper{Size: "a4"}).pages {
			for _, th := range page {
				where[strings.TrimSpace(th.Text)] = i
			}
		}
		if where["A part"] != where["Its text."] || where["A part of it"] != where["Its text."] {
			t.Errorf("after %d lines the heading and its text part", n)
		}
	}
}

func TestEveryFigureIsDrawnAndTold(t *testing.T) {
	for _, paper := range papers() {
		n := 0
		for _, page := range laid(t, press(t), sheet(t, 7), paper).pages {
			for _, th := range page {
				if th.Kind == draw.Drawn && th.Node.Alt != "" {
					n++
				}
			}
		}
		if n != 7 {
			t.Errorf("%v: %d figures of 7", paper, n)
		}
	}
}
