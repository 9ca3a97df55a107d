package pdf

import (
	"fmt"
	"io"
	"testing"
	"time"
)

func BenchmarkPlatePrint(b *testing.B) {
	plate, err := press(b).Plate(sheet(b, 8), Paper{Size: "a4"})
	if err != nil {
		b.Fatal(err)
	}
	who := text1("For **Ana García** · Ref A-102 · 23 Nov 2026")
	b.ReportAllocs()
	for b.Loop() {
		out, err := plate.Print(who)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(out)))
	}
}

func BenchmarkReferral(b *testing.B) {
	p := press(b)
	doc := note(4, 2, 40)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Render(doc, Paper{Size: "a4"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSheet(b *testing.B) {
	p := press(b)
	doc := sheet(b, 8)
	for b.Loop() {
		if _, err := p.Render(doc, Paper{Size: "a4"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSheetCold(b *testing.B) {
	doc := sheet(b, 8)
	for b.Loop() {
		if _, err := press(b).Render(doc, Paper{Size: "a4"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSpool500(b *testing.B) {
	p := press(b)
	plate, err := p.Plate(sheet(b, 8), Paper{Size: "a4"})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s := p.Spool(io.Discard, "A job", "en", time.Unix(0, 0))
		for i := range 500 {
			if err := s.Add(plate, text1(fmt.Sprint("Person ", i)), "Site", "ref"); err != nil {
				b.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMissing(b *testing.B) {
	for b.Loop() {
		if Missing("Łukasz Ελένη Nguyễn") != nil {
			b.Fatal("missing")
		}
	}
}
