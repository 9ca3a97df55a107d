package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
	"math"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/triage"
)

// A card has the size of a bank card. Points.
const (
	cardWidth  = 85 * layout.MM
	cardHeight = 54 * layout.MM
	cardMark   = 2 * layout.MM // length of a mark to cut by
	mostCards  = 4             // on a page
)

// cards lays the card out in every language, for nobody and for clinics with a short number and
// with the longest there may be.
func cards(t *testing.T, large bool, do func(name string, c handout.Clinic, l *laidOut)) {
	t.Helper()
	p := press(t)
	long := clinic()
	long.Emergency, long.Urgent = "+44 20 7946 0958 00", "+44 20 7946 0958 01"
	for _, d := range authors(t) {
		for _, c := range []handout.Clinic{{}, clinic(), long} {
			d.Clinic = c
			for _, size := range []string{"a4", "letter"} {
				do(strings.TrimSpace(d.Words.Lang+" "+size+" "+c.Emergency), c, laid(t, p, d.Card(), Paper{Size: size, Large: large}))
			}
		}
	}
}

// onCard says whether a item stands on a card, not above or below it.
func onCard(l *laidOut, th draw.Item) bool {
	top := l.frame.Top[0] + 6*layout.MM
	if l.scale.Large {
		top += 9 * layout.MM // a long title stands above what to do
	}
	return th.Y > top && th.Y < l.frame.Bottom
}

func TestTheCardIsLegibleInEveryLanguageAndOneInSize(t *testing.T) {
	for _, large := range []bool{false, true} {
		least := 8.0
		if large {
			least = 18
		}
		cards(t, large, func(name string, _ handout.Clinic, l *laidOut) {
			wellSet(t, name, l)
			if len(l.pages) != 1 {
				t.Fatalf("%s: %d pages", name, len(l.pages))
			}
			sizes := map[float64]bool{}
			for _, th := range l.pages[0] {
				if th.Kind != draw.Text || !onCard(l, th) {
					continue
				}
				if th.H < least {
					t.Errorf("%s: %q in %v pt", name, th.Text, th.H)
				}
				if th.Node != nil && th.Node.Role == "LBody" {
					sizes[th.H] = true
				}
			}
			if len(sizes) != 1 {
				t.Errorf("%s: the two faces are set in %v pt", name, sizes)
			}
		})
	}
}

// TestACardHoldsAllOfTheWarning holds that all of it is on the card itself, as are the list for today
// and, where there is one, the clinic's name and phone; and that titles stand on what they head.
func TestACardHoldsAllOfTheWarning(t *testing.T) {
	for _, large := range []bool{false, true} {
		cards(t, large, func(name string, c handout.Clinic, l *laidOut) {
			lang, _, _ := strings.Cut(name, " ")
			var on []draw.Item
			for _, th := range l.pages[0] {
				if th.Kind == draw.Text && th.Node != nil && th.Y > l.frame.Top[0]+l.scale.Body && th.Y < l.frame.Bottom {
					on = append(on, th)
				}
			}
			plain := func(s string) string {
				s = strings.NewReplacer("**", "", "\u00a0", " ", "{emergency}", c.Emergency, "{urgent}", c.Urgent).Replace(s)
				return strings.Join(strings.Fields(s), " ")
			}
			whole := plain(read(on))
			w := wordsOf(t, lang)
			if c.Emergency == "" {
				c.Emergency, c.Urgent = w.Warning.Emergency, w.Warning.Urgent
			}
			want := append([]string{w.Warning.Title, w.Warning.Say, w.Warning.Why, w.Warning.Where, w.Warning.TodayTitle, c.Name, c.Phone}, w.Warning.Items...)
			for _, q := range triage.AnybodysAlarms(authors(t)[0].Protocol).Today {
				want = append(want, w.Questions[q.ID].Alarm)
			}
			for _, s := range want {
				if !strings.Contains(whole, plain(s)) {
					t.Errorf("%s: %q is not on the card, only %q", name, plain(s), whole)
				}
			}
			for i, th := range on[1:] {
				title := on[i]
				if title.Node.Role == "H2" && th.Node.Role != "H2" && th.X < title.X+50 && th.Y > title.Y && th.Y-title.Y > 2.6*title.H {
					t.Errorf("%s: %.0f pt below the title %q", name, th.Y-title.Y, title.Text)
				}
			}
		})
	}
}

func TestACardHasItsNumberOrALineToWriteItOn(t *testing.T) {
	for _, large := range []bool{false, true} {
		cards(t, large, func(name string, c handout.Clinic, l *laidOut) {
			lines, tall := 0, 0.0
			for _, th := range l.pages[0] {
				if th.Kind == draw.Line && th.H == 0 && th.Dash[0] == 0 && th.W >= 45*layout.MM-0.01 && onCard(l, th) {
					lines++
				}
				if c.Emergency != "" && th.Kind == draw.Text && strings.TrimSpace(th.Text) == c.Emergency {
					tall = max(tall, th.H)
				}
			}
			want := mostCards
			if large {
				want = 1
			}
			if c.Emergency == "" && lines != want {
				t.Errorf("%s: %d lines to write a number on", name, lines)
			}
			if c.Emergency != "" && (lines > 0 || tall < 14) {
				t.Errorf("%s: the number in %v pt, and %d lines", name, tall, lines)
			}
		})
	}
}

func TestAPageOfCardsIsCutAtAllCornersAndReadOnce(t *testing.T) {
	cards(t, false, func(name string, _ handout.Clinic, l *laidOut) {
		var cut []draw.Item
		folds, marks, read := 0, 0, map[*tag.Node]int{}
		for _, th := range l.pages[0] {
			switch {
			case th.Kind == draw.Box && math.Abs(th.W-2*cardWidth) < 0.1:
				cut = append(cut, th)
			case th.Kind == draw.Line && th.Dash[0] > 0 && math.Abs(th.H-cardHeight) < 0.1:
				folds++
			case th.Kind == draw.Line && th.Stroke == draw.Ink && math.Abs(th.W+th.H-cardMark) < 0.1:
				marks++
			}
			if th.Kind == draw.Text && th.Node != nil && th.Node.Role == "LBody" {
				read[th.Node]++
			}
		}
		if len(cut) != 4 || folds != 4 || marks != 4*8 {
			t.Errorf("%s: %d cards, %d folds, %d marks", name, len(cut), folds, marks)
		}
		if len(read) != 10 {
			t.Errorf("%s: %d things to look for are read out, not 10", name, len(read))
		}
	})
}

func TestALargeCardIsFoldedInTheMiddleOfThePage(t *testing.T) {
	cards(t, true, func(name string, _ handout.Clinic, l *laidOut) {
		for _, th := range l.pages[0] {
			if th.Dash[0] > 0 && math.Abs(th.Y-l.frame.H/2) > 0.1 {
				t.Errorf("%s: the fold is at %.0f of %.0f", name, th.Y, l.frame.H)
			}
			if th.Kind == draw.Text && math.Abs(th.Y-l.frame.H/2) < 2*layout.MM {
				t.Errorf("%s: %q stands on the fold", name, th.Text)
			}
		}
	})
}

func TestACardThatCannotHoldItsTextIsRefused(t *testing.T) {
	p := press(t)
	doc := card()
	doc.Blocks = []handout.Block{handout.Card{Front: handout.CardFace{Items: texts(24, "Far too many things to look for on a card")}}}
	if _, err := p.Render(&doc, Paper{Size: "a4"}); err == nil {
		t.Error("a card was printed that cannot hold its text")
	}
}
