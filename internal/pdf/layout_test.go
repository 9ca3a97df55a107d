package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/figure"
	"backcare/internal/handout"
)

// each runs a test on every sample on every paper, laid out but not drawn.
func each(t *testing.T, do func(t *testing.T, l *layout)) {
	p := press(t)
	for name, doc := range samples(t) {
		for _, paper := range papers() {
			t.Run(fmt.Sprintf("%s %v", name, paper), func(t *testing.T) { do(t, laid(t, p, doc, paper)) })
		}
	}
}

// textBox is where the letters of a run may be.
func (t thing) textBox() (x0, y0, x1, y1 float64) {
	return t.x, t.y - 0.74*t.h, t.x + t.w, t.y + 0.2*t.h
}

// wellSet finds what stands outside the margins, and text that runs into other text.
func wellSet(t *testing.T, name string, l *layout) {
	t.Helper()
	f := l.frame
	for p, page := range l.pages {
		var texts []thing
		for _, th := range page {
			x0, y0, x1, y1 := th.x, th.y, th.x+th.w, th.y+th.h
			if th.kind == textThing {
				x0, y0, x1, y1 = th.textBox()
			}
			if x0 < sideMargin-0.1 || x1 > f.w-sideMargin+0.1 || y0 < topMargin-0.1 || y1 > f.h-bottomMargin+0.1 {
				t.Errorf("%s, page %d: %+v is outside", name, p+1, th)
			}
			if th.kind != textThing {
				continue
			}
			for _, b := range texts {
				if math.Abs(b.y-th.y) > 40 { // no letters are as tall
					continue
				}
				bx0, by0, bx1, by1 := b.textBox()
				if w, h := min(x1, bx1)-max(x0, bx0), min(y1, by1)-max(y0, by0); w > 0.3 && h > 0.3 {
					t.Errorf("%s, page %d: %q at %.0f,%.0f runs into %q at %.0f,%.0f", name, p+1, th.text, th.x, th.y, b.text, b.x, b.y)
				}
			}
			texts = append(texts, th)
		}
	}
}

func TestTextStandsInsideTheMarginsAndApart(t *testing.T) {
	each(t, func(t *testing.T, l *layout) { wellSet(t, "sample", l) })
}

func TestBlocksEndAboveTheFoot(t *testing.T) {
	each(t, func(t *testing.T, l *layout) {
		for p, page := range l.pages {
			for _, th := range page {
				if th.node != nil && th.kind == textThing && th.y > l.frame.bottom+0.1 && th.y < l.frame.h-bottomMargin-3*l.frame.foot.line() {
					t.Errorf("page %d: %q reaches into the foot", p+1, th.text)
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
	least := func(doc handout.Document, paper Paper, keep func(thing) bool) float64 {
		size := math.Inf(1)
		for _, page := range laid(t, p, doc, paper).pages {
			for _, th := range page {
				if th.kind == textThing && th.node != nil && keep(th) {
					size = min(size, th.h)
				}
			}
		}
		return size
	}
	inList := func(th thing) bool { return th.node.role == "LBody" }
	read := func(th thing) bool { return th.node.role != "P" || th.y > 100 } // all but the head
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
				if th.node != nil {
					low = max(low, th.y)
				}
			}
			if full := (low - l.frame.top[0]) / l.frame.room(i); full < 0.8 {
				t.Errorf("%d steps: page %d is filled to %.0f %%", steps, i+1, 100*full)
			}
		}
	}
}

func TestHeadingsStayWithWhatTheyHead(t *testing.T) {
	each(t, func(t *testing.T, l *layout) {
		for p, page := range l.pages {
			last := thing{}
			for _, th := range page {
				if th.kind == textThing && th.node != nil && th.y <= l.frame.bottom && th.y >= last.y {
					last = th
				}
			}
			if last.node != nil && strings.HasPrefix(last.node.role, "H") {
				t.Errorf("page %d ends with the heading %q", p+1, last.text)
			}
		}
	})
}

func TestWrapLosesNothingAndFits(t *testing.T) {
	fs := press(t).faces
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.SampledFrom([]rune("ab W-–/. \u00a0é12")), 0, 120, -1)
		s := handout.Text{{Text: words.Draw(t, "a")}, {Text: words.Draw(t, "b"), Bold: true}}
		width := rapid.Float64Range(15, 300).Draw(t, "width")
		var back strings.Builder
		for _, l := range fs.wrap(s, 12, width) {
			if l.w > width+0.1 {
				t.Fatalf("a line of %.2f pt in %.2f", l.w, width)
			}
			for _, r := range l.runs {
				back.WriteString(r.text)
			}
		}
		if got, want := strings.ReplaceAll(back.String(), " ", ""), strings.ReplaceAll(s.String(), " ", ""); got != want {
			t.Fatalf("%q came back as %q", want, got)
		}
	})
}

// faint finds text that stands out from what is under it by less than 7 to 1.
func faint(things []thing) (out []thing) {
	for i, th := range things {
		if th.kind != textThing {
			continue
		}
		under := white
		x, y := th.x+th.w/2, th.y-0.35*th.h
		for _, b := range things[:i] {
			if (b.kind == boxThing || b.kind == discThing) && b.fill != 0 && b.x <= x && x <= b.x+b.w && b.y <= y && y <= b.y+b.h {
				under = b.fill
			}
		}
		if contrast(th.fill, under) < 7 {
			out = append(out, th)
		}
	}
	return out
}

func TestColoursOfTextAreStrong(t *testing.T) {
	strong := func(name string, l *layout) {
		for _, page := range l.pages {
			for _, th := range faint(page) {
				t.Errorf("%s: %q in %06x is faint", name, th.text, th.fill)
			}
		}
	}
	each(t, func(t *testing.T, l *layout) { strong("sample", l) })
	p := press(t)
	for _, d := range desks(t) {
		for _, doc := range []handout.Document{d.Form(), d.Card(), d.Document(decide(t, answers(t, d.Protocol)), longest()), d.Document(decide(t, answers(t, d.Protocol, "fever=yes")), longest())} {
			bothPapers(t, p, doc, strong)
		}
	}
	if c := contrast(colour(figure.Ink.Colour()), white); c < 7 { // the letters in figures
		t.Errorf("letters in figures have a contrast of %.1f", c)
	}
	seen := thing{kind: textThing, x: 10, y: 20, w: 30, h: 12, text: "seen", fill: ink}
	for name, things := range map[string][]thing{
		"a line's colour":  {{kind: textThing, x: 10, y: 20, w: 30, h: 12, text: "not seen", fill: rule}},
		"ink on the band":  {{kind: boxThing, x: 0, y: 0, w: 100, h: 100, fill: ink}, seen},
		"white on nothing": {{kind: textThing, x: 10, y: 20, w: 30, h: 12, text: "not seen", fill: white}},
	} {
		if len(faint(things)) == 0 {
			t.Errorf("%s is not found faint", name)
		}
	}
	if len(faint([]thing{seen})) != 0 {
		t.Error("ink on white is found faint")
	}
}

func contrast(a, b colour) float64 {
	light := func(c colour) float64 {
		r, g, b := c.rgb()
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

func TestScalesKeepTheirPromise(t *testing.T) {
	for _, c := range []struct {
		kind        handout.Kind
		large       bool
		body, small float64
	}{{handout.SheetKind, false, 12, 10.5}, {handout.FormKind, false, 9, 9}, {handout.CoverKind, false, 12, 10.5}, {handout.SheetKind, true, 16, 16}, {handout.ReferralKind, true, 16, 16}} {
		list, _ := scales(c.kind, c.large)
		for i, s := range list {
			if s.body < c.body || s.small < c.small {
				t.Errorf("%s, large %v, scale %d: %v and %v pt", c.kind, c.large, i, s.body, s.small)
			}
			if i > 0 && s.body*s.leading > list[i-1].body*list[i-1].leading {
				t.Errorf("%s, large %v: scale %d is roomier than the one before", c.kind, c.large, i)
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
				where[strings.TrimSpace(th.text)] = i
			}
		}
		if where["A part"] != where["Its text."] || where["A part of it"] != where["Its text."] {
			t.Errorf("after %d lines the heading and its text part", n)
		}
	}
}

func TestLinesBreakWhereTheyMay(t *testing.T) {
	fs := press(t).faces
	for s, want := range map[string]string{
		"aaa bbb":       "aaa|bbb",
		"aaa\u00a0b cc": "aaa\u00a0b|cc",
		"one-two":       "one-|two",
		"either/or":     "either/|or",
		"20–30 s":       "20–30|s",
		"abcdefghijkl":  "abcdef|ghijkl",
	} {
		var got []string
		for _, l := range fs.wrap(plain(s), 12, fs[0].width("abcdef", 12)+0.01) {
			got = append(got, strings.TrimSpace(l.runs[0].text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q breaks as %q, not %q", s, strings.Join(got, "|"), want)
		}
	}
}

func TestEveryFigureIsDrawnAndTold(t *testing.T) {
	for _, paper := range papers() {
		n := 0
		for _, page := range laid(t, press(t), sheet(t, 7), paper).pages {
			for _, th := range page {
				if th.kind == figureThing && th.node.alt != "" {
					n++
				}
			}
		}
		if n != 7 {
			t.Errorf("%v: %d figures of 7", paper, n)
		}
	}
}
