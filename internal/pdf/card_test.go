package pdf

import (
	"math"
	"strings"
	"testing"

	"backcare/internal/handout"
)

// cards lays the card out in every language, for nobody and for clinics with a short number and
// with the longest there may be.
func cards(t *testing.T, large bool, do func(name string, c handout.Clinic, l *layout)) {
	t.Helper()
	p := press(t)
	long := clinic()
	long.Emergency, long.Urgent = "+44 20 7946 0958 00", "+44 20 7946 0958 01"
	for _, d := range desks(t) {
		for _, c := range []handout.Clinic{{}, clinic(), long} {
			d.Clinic = c
			for _, size := range []string{"a4", "letter"} {
				do(strings.TrimSpace(d.Words.Lang+" "+size+" "+c.Emergency), c, laid(t, p, d.Card(), Paper{Size: size, Large: large}))
			}
		}
	}
}

// onCard says whether a thing stands on a card, not above or below it.
func onCard(l *layout, th thing) bool {
	top := l.frame.top[0] + 6*mm
	if l.scale.large {
		top += 9 * mm // a long title stands above what to do
	}
	return th.y > top && th.y < l.frame.bottom
}

func TestTheCardIsLegibleInEveryLanguageAndOneInSize(t *testing.T) {
	t.Skip("version 2.0 of the content waits for the layout that gives way")
	for _, large := range []bool{false, true} {
		least := 8.0
		if large {
			least = 18
		}
		cards(t, large, func(name string, _ handout.Clinic, l *layout) {
			wellSet(t, name, l)
			if len(l.pages) != 1 {
				t.Fatalf("%s: %d pages", name, len(l.pages))
			}
			sizes := map[float64]bool{}
			for _, th := range l.pages[0] {
				if th.kind != textThing || !onCard(l, th) {
					continue
				}
				if th.h < least {
					t.Errorf("%s: %q in %v pt", name, th.text, th.h)
				}
				if th.node != nil && th.node.role == "LBody" {
					sizes[th.h] = true
				}
			}
			if len(sizes) != 1 {
				t.Errorf("%s: the two faces are set in %v pt", name, sizes)
			}
		})
	}
}

func TestACardHasItsNumberOrALineToWriteItOn(t *testing.T) {
	for _, large := range []bool{false, true} {
		cards(t, large, func(name string, c handout.Clinic, l *layout) {
			lines, tall := 0, 0.0
			for _, th := range l.pages[0] {
				if th.kind == lineThing && th.h == 0 && th.dash[0] == 0 && th.w >= 45*mm-0.01 && onCard(l, th) {
					lines++
				}
				if c.Emergency != "" && th.kind == textThing && strings.TrimSpace(th.text) == c.Emergency {
					tall = max(tall, th.h)
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
	t.Skip("version 2.0 of the content waits for the layout that gives way")
	cards(t, false, func(name string, _ handout.Clinic, l *layout) {
		var cut []thing
		folds, marks, read := 0, 0, map[*node]int{}
		for _, th := range l.pages[0] {
			switch {
			case th.kind == boxThing && math.Abs(th.w-2*cardWidth) < 0.1:
				cut = append(cut, th)
			case th.kind == lineThing && th.dash[0] > 0 && math.Abs(th.h-cardHeight) < 0.1:
				folds++
			case th.kind == lineThing && th.stroke == ink && math.Abs(th.w+th.h-cardMark) < 0.1:
				marks++
			}
			if th.kind == textThing && th.node != nil && th.node.role == "LBody" {
				read[th.node]++
			}
		}
		if len(cut) != 4 || folds != 4 || marks != 4*8 {
			t.Errorf("%s: %d cards, %d folds, %d marks", name, len(cut), folds, marks)
		}
		if len(read) != 14 {
			t.Errorf("%s: %d things to look for are read out, not 8 and 6", name, len(read))
		}
	})
}

func TestALargeCardIsFoldedInTheMiddleOfThePage(t *testing.T) {
	cards(t, true, func(name string, _ handout.Clinic, l *layout) {
		for _, th := range l.pages[0] {
			if th.dash[0] > 0 && math.Abs(th.y-l.frame.h/2) > 0.1 {
				t.Errorf("%s: the fold is at %.0f of %.0f", name, th.y, l.frame.h)
			}
			if th.kind == textThing && math.Abs(th.y-l.frame.h/2) < 2*mm {
				t.Errorf("%s: %q stands on the fold", name, th.text)
			}
		}
	})
}

func TestACardThatCannotHoldItsTextIsRefused(t *testing.T) {
	p := press(t)
	doc := card()
	doc.Blocks = []handout.Block{handout.Card{Front: handout.CardFace{Items: texts(24, "Far too many things to look for on a card")}}}
	f, err := newFrame(&doc, Paper{Size: "a4"}, p.faces, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lay(&doc, f, Paper{Size: "a4"}); err == nil {
		t.Error("a card was printed that cannot hold its text")
	}
}
