package pdf

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/pdf/pdftest"
	"backcare/internal/questions"
)

func TestNoTitleIsCutInTheHead(t *testing.T) {
	p := press(t)
	whole := func(doc handout.Document, paper Paper) {
		f, err := newFrame(&doc, paper, p.faces, nil)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, l := range f.running {
			for _, r := range l.runs {
				b.WriteString(r.text)
			}
		}
		if strings.TrimSpace(b.String()) != doc.Head.Running {
			t.Errorf("%s %v: %q stands for %q", doc.Lang, paper, b.String(), doc.Head.Running)
		}
	}
	for _, d := range desks(t) {
		for _, paper := range papers() {
			whole(d.Document(decide(t, answers(t, d.Protocol)), longest()), paper)
			whole(d.Document(decide(t, answers(t, d.Protocol, "fever=yes")), longest()), paper)
			whole(d.Form(), paper)
		}
	}
}

func TestALongClinicDoesNotPileUpInTheHead(t *testing.T) {
	p := press(t)
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	l, err := readLogo(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range desks(t) {
		d.Clinic = clinic()
		d.Clinic.Name += " and for All Other Joints"
		for _, but := range []string{"helper=helper", "fever=yes"} {
			doc := d.Document(decide(t, answers(t, d.Protocol, but)), longest())
			for _, logo := range []*logo{nil, l} {
				f, err := newFrame(&doc, Paper{Size: "a4"}, p.faces, logo)
				if err != nil {
					t.Fatal(err)
				}
				if n := len(f.clinic); n > 2 {
					t.Errorf("%s %s: the clinic takes %d lines", doc.Lang, but, n)
				}
				if tall := f.rule[0] - topMargin; tall > 20*mm {
					t.Errorf("%s %s: a head of %.0f mm", doc.Lang, but, tall/mm)
				}
				who := longest()
				who.Ref = "AB-1234-2026-11-CD-5678"
				sets, err := f.strip.lines(p.faces, d.Strip(who))
				if doc.Kind != handout.SheetKind {
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				top := f.strip.bases[0] - float64(len(sets[0].lines)-1)*sets[0].size*1.18 - 0.74*sets[0].size
				if low := f.clinicY + float64(len(f.clinic))*f.head.line(); top < low-2 { // 2 pt below the last letters' feet
					t.Errorf("%s: the person runs into the clinic by %.1f pt", doc.Lang, low-top)
				}
			}
		}
	}
}

func TestThePersonStandsOnOneLineOfALaterPage(t *testing.T) {
	p := press(t)
	for _, d := range desks(t) {
		doc := d.Document(decide(t, answers(t, d.Protocol)), questions.Person{Name: "Ana García", Ref: "A-102", Born: "1988-04-02"})
		sets, err := laid(t, p, doc, Paper{Size: "a4"}).frame.strip.lines(p.faces, doc.Head.Person)
		if err != nil || len(sets[1].lines) != 1 {
			t.Errorf("%s: %d lines, %v", doc.Lang, len(sets[1].lines), err)
		}
	}
}

func TestThePageKeepsClearOfItsFoot(t *testing.T) {
	each(t, func(t *testing.T, l *layout) {
		f := l.frame
		foot := f.h - bottomMargin - float64(max(1, len(f.small)))*f.foot.line()
		lined := false
		for _, th := range l.pages[0] {
			lined = lined || th.kind == lineThing && th.node == nil && th.y > f.bottom && th.y < foot
		}
		if room := foot - f.bottom; room < 3.5*mm && !lined {
			t.Errorf("%.1f mm, and no line", room/mm)
		}
	})
}

func TestNobodyHearsUnderscores(t *testing.T) {
	p := press(t)
	for _, d := range desks(t) {
		for _, doc := range []handout.Document{
			d.Document(decide(t, answers(t, d.Protocol)), questions.Person{}), d.Document(decide(t, answers(t, d.Protocol, "fever=yes")), questions.Person{}),
			d.Form(), d.Card(), d.Cover(handout.Tally{}),
		} {
			for _, large := range []bool{false, true} {
				file, err := p.Render(doc, Paper{Size: "a4", Large: large})
				if err != nil {
					t.Fatal(err)
				}
				dump, err := pdftest.Dump(file)
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(dump, "__") {
					t.Errorf("%s %s has underscores", doc.Lang, doc.Kind)
				}
			}
		}
	}
}

func TestThereIsRoomToWriteANumber(t *testing.T) {
	p := press(t)
	for _, d := range desks(t) {
		for _, doc := range []handout.Document{d.Document(decide(t, answers(t, d.Protocol)), longest()), d.Form()} {
			for _, paper := range papers() {
				var page []thing
				for _, one := range laid(t, p, doc, paper).pages {
					for _, th := range one {
						if strings.TrimSpace(th.text) == d.Words.Warning.WriteHere {
							page = one
						}
					}
				}
				n := 0
				for i, th := range page {
					if th.kind != lineThing || i == 0 || strings.TrimSpace(page[i-1].text) != d.Words.Warning.WriteHere {
						continue
					}
					n++
					if th.w < 40*mm {
						t.Errorf("%s %s %v: a line of %.0f mm", doc.Lang, doc.Kind, paper, th.w/mm)
					}
					for _, o := range page {
						if _, y0, x1, y1 := o.textBox(); o.kind == textThing && x1 > th.x && o.x < th.x+th.w && y0 < th.y && y1 > th.y-7*mm {
							t.Errorf("%s %s %v: %q stands where the number goes", doc.Lang, doc.Kind, paper, o.text)
						}
					}
				}
				if n != 1 {
					t.Errorf("%s %s %v: %d lines for the number", doc.Lang, doc.Kind, paper, n)
				}
			}
		}
	}
}
