package pdf

import (
	"backcare/internal/pdf/font"
	"strings"
	"testing"

	"backcare/internal/figure"
	"backcare/internal/handout"
	"backcare/internal/pdf/pdftest"
)

// However narrow the column of figures, their letters have the size of letters to read, and the
// drawing leaves them the room.
func TestLettersInFiguresFitTheRoomTheDrawingLeaves(t *testing.T) {
	p := press(t)
	bold := p.ty.Faces[1]
	for _, large := range []bool{false, true} {
		size := 9.0
		if large {
			size = 16
		}
		for i, s := range p.ladders.Of(handout.SheetKind, large).Sizes {
			room := figure.LabelRoom * s.Figure / 136
			if font.CapHeight*size > room {
				t.Errorf("large %v, scale %d: letters %.1f pt high, room for %.1f", large, i, font.CapHeight*size, room)
			}
			for _, d := range authors(t) {
				for _, text := range []string{d.Words.Sheet.Left, d.Words.Sheet.Right, "1", "2", "3"} {
					if w := bold.Width(text, size); w > room {
						t.Errorf("large %v, scale %d: %q is %.1f pt wide, room for %.1f", large, i, text, w, room)
					}
				}
			}
		}
	}
}

func TestLettersInFiguresDoNotShrinkWithThem(t *testing.T) {
	p := press(t)
	set, err := figure.Parse("pose", []byte(strings.Replace(pose, "  - arrow", "  - label: {at: [10, 10], text: L}\n  - arrow", 1)))
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range papers() {
		for _, steps := range []int{4, 9} { // the more steps, the narrower their figures
			doc := sheet(t, steps)
			for i, b := range doc.Blocks {
				if s, ok := b.(handout.Step); ok {
					s.Figure = set["stand"]
					doc.Blocks[i] = s
				}
			}
			out, err := p.Render(&doc, paper)
			if err != nil {
				t.Fatal(err)
			}
			lines, err := pdftest.Lines(out)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, l := range lines {
				if l.Text != "L" {
					continue
				}
				n++
				want := 9.0
				if paper.Large {
					want = 16
				}
				if l.Size != want || !l.Bold {
					t.Errorf("%v, %d steps: a letter of %v pt, want %v, bold", paper, steps, l.Size, want)
				}
			}
			if n != steps {
				t.Errorf("%v: %d letters in %d figures", paper, n, steps)
			}
		}
	}
}
