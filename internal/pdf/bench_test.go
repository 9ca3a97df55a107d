package pdf

import "testing"

func BenchmarkSheet(b *testing.B) {
	p := press(b)
	doc := sheet(b, 8)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Render(&doc, Paper{Size: "a4"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReferral(b *testing.B) {
	p := press(b)
	doc := note(4, 2, 40)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Render(&doc, Paper{Size: "a4"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStart is a renderer and its first sheet.
func BenchmarkStart(b *testing.B) {
	doc := sheet(b, 8)
	for b.Loop() {
		if _, err := press(b).Render(&doc, Paper{Size: "a4"}); err != nil {
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
