package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
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
		f, err := p.frame(&doc, paper)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, l := range f.Running {
			for _, r := range l.Runs {
				b.WriteString(r.Text)
			}
		}
		if strings.TrimSpace(b.String()) != doc.Head.Running {
			t.Errorf("%s %v: %q stands for %q", doc.Lang, paper, b.String(), doc.Head.Running)
		}
	}
	for _, d := range authors(t) {
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
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	for _, d := range authors(t) {
		d.Clinic = clinic()
		d.Clinic.Name += " and for All Other Joints"
		for _, but := range []string{"helper=helper", "fever=yes"} {
			doc := d.Document(decide(t, answers(t, d.Protocol, but)), longest())
			for _, logo := range [][]byte{nil, b.Bytes()} {
				doc.Head.Logo = logo
				f, err := p.frame(&doc, Paper{Size: "a4"})
				if err != nil {
					t.Fatal(err)
				}
				if n := len(f.Clinic); n > 2 {
					t.Errorf("%s %s: the clinic takes %d lines", doc.Lang, but, n)
				}
				if tall := f.Rule[0] - layout.TopMargin; tall > 20*layout.MM {
					t.Errorf("%s %s: a head of %.0f mm", doc.Lang, but, tall/layout.MM)
				}
				who := longest()
				who.Ref = "AB-1234-2026-11-CD-5678"
				sets, err := f.Person(d.PersonLine(who))
				if doc.Kind != handout.SheetKind {
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				top := 1e9
				for _, th := range f.PersonItems(&sets, 0) {
					top = min(top, th.Y-0.74*th.H)
				}
				if low := f.ClinicY + float64(len(f.Clinic))*f.HeadStyle.Line(); top < low-2 { // 2 pt below the last letters' feet
					t.Errorf("%s: the person runs into the clinic by %.1f pt", doc.Lang, low-top)
				}
			}
		}
	}
}

func TestThePersonStandsOnOneLineOfALaterPage(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		doc := d.Document(decide(t, answers(t, d.Protocol)), questions.Person{Name: "Ana García", Ref: "A-102", Born: "1988-04-02"})
		sets, err := laid(t, p, doc, Paper{Size: "a4"}).frame.Person(doc.Head.Person)
		if err != nil || len(sets[1].Lines) != 1 {
			t.Errorf("%s: %d lines, %v", doc.Lang, len(sets[1].Lines), err)
		}
	}
}

func TestThePageKeepsClearOfItsFoot(t *testing.T) {
	each(t, func(t *testing.T, l *laidOut) {
		f := l.frame
		foot := f.H - layout.BottomMargin - float64(max(1, len(f.Small)))*f.FootStyle.Line()
		lined := false
		for _, th := range l.pages[0] {
			lined = lined || th.Kind == draw.Line && th.Node == nil && th.Y > f.Bottom && th.Y < foot
		}
		if room := foot - f.Bottom; room < 3.5*layout.MM && !lined {
			t.Errorf("%.1f mm, and no line", room/layout.MM)
		}
	})
}

func TestNobodyHearsUnderscores(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		for _, doc := range []handout.Document{
			d.Document(decide(t, answers(t, d.Protocol)), questions.Person{}), d.Document(decide(t, answers(t, d.Protocol, "fever=yes")), questions.Person{}),
			d.Form(), d.Card(), d.Cover(handout.Tally{}),
		} {
			for _, large := range []bool{false, true} {
				file, err := p.Render(&doc, Paper{Size: "a4", Large: large})
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
	for _, d := range authors(t) {
		for _, doc := range []handout.Document{d.Document(decide(t, answers(t, d.Protocol)), longest()), d.Form()} {
			for _, paper := range papers() {
				var page []draw.Item
				for _, one := range laid(t, p, doc, paper).pages {
					for _, th := range one {
						if strings.TrimSpace(th.Text) == d.Words.Warning.WriteHere {
							page = one
						}
					}
				}
				n := 0
				for i, th := range page {
					if th.Kind != draw.Line || i == 0 || strings.TrimSpace(page[i-1].Text) != d.Words.Warning.WriteHere {
						continue
					}
					n++
					if th.W < 40*layout.MM {
						t.Errorf("%s %s %v: a line of %.0f mm", doc.Lang, doc.Kind, paper, th.W/layout.MM)
					}
					for _, o := range page {
						if _, y0, x1, y1 := textBox(o); o.Kind == draw.Text && x1 > th.X && o.X < th.X+th.W && y0 < th.Y && y1 > th.Y-7*layout.MM {
							t.Errorf("%s %s %v: %q stands where the number goes", doc.Lang, doc.Kind, paper, o.Text)
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
