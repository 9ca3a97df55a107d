package pdf

import (
	"image"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/questions"
)

// copied is a page as it is printed at so many dots an inch, which a bad copier makes pure black and
// white, at half.
type copied struct{ img *image.Paletted }

const dots = 200 // an inch

// black says whether there is black within a dot of a place in points.
func (c copied) black(x, y float64) bool {
	return !c.extent(image.Rect(int(x*dots/72)-1, int(y*dots/72)-1, int(x*dots/72)+2, int(y*dots/72)+2), len(c.img.Palette)/2).Empty()
}

// extent is the smallest box around what is darker than a grey.
func (c copied) extent(in image.Rectangle, grey int) (box image.Rectangle) {
	in = in.Intersect(c.img.Rect)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if int(c.img.ColorIndexAt(x, y)) < grey {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// whole says whether a figure is as large in black as it was in grey: its outline, its chair, its mat.
func (c copied) whole(th draw.Item) bool {
	in := image.Rect(int(th.X*dots/72), int(th.Y*dots/72), int((th.X+th.W)*dots/72), int((th.Y+th.H)*dots/72))
	all, black := c.extent(in, len(c.img.Palette)-1), c.extent(in, len(c.img.Palette)/2)
	const slack = 3 // dots, the soft edge of a line
	return !black.Empty() && black.Inset(-slack).Intersect(all) == all
}

// needed are the places, in points, of what must be left of an item: a line or the frame of a box
// along all of its length. Fine lines between things, which part nothing that is not parted, may go.
func needed(th draw.Item) (at [][2]float64) {
	along := func(x, y, w, h float64) {
		n := max(2, int(max(w, h)/3))
		for i := 1; i < n; i++ {
			at = append(at, [2]float64{x + w*float64(i)/float64(n), y + h*float64(i)/float64(n)})
		}
	}
	switch {
	case th.Stroke == 0 || th.Stroke == draw.Hair || th.Stroke == draw.White:
	case th.Kind == draw.Line:
		along(th.X, th.Y, th.W, th.H)
	case th.Kind == draw.Box && min(th.W, th.H) > 12:
		r := max(th.Radius, 2)
		along(th.X+r, th.Y, th.W-2*r, 0)
		along(th.X+r, th.Y+th.H, th.W-2*r, 0)
		along(th.X, th.Y+r, 0, th.H-2*r)
		along(th.X+th.W, th.Y+r, 0, th.H-2*r)
	}
	return at
}

// A paper that is copied until only black and white are left still has its lines to write on, its grids,
// boxes, and its figures whole.
func TestPureBlackAndWhiteLeavesWhatIsNeededOnAPage(t *testing.T) {
	p := press(t)
	d := english(t)
	d.Clinic = clinic()
	who := questions.Person{Ref: "A-102", Note: "Left side first"}
	sheet := d.Document(decide(t, answers(t, d.Protocol)), who)
	note := d.Document(decide(t, answers(t, d.Protocol, "foot-drop=yes")), who)
	for _, doc := range []handout.Document{sheet, note, d.Form(), d.Card()} {
		file, err := p.Render(&doc, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(err)
		}
		l := laid(t, p, doc, Paper{Size: "a4"})
		for i, page := range l.pages {
			c, lines := copied{shotAt(t, file, i+1, dots)}, 0
			for _, th := range page {
				if th.Kind == draw.Drawn && !c.whole(th) {
					t.Errorf("%s, page %d: the figure at %.0f, %.0f mm has lost of its size", doc.Kind, i+1, th.X/layout.MM, th.Y/layout.MM)
				}
				places, lost := needed(th), 0
				for _, at := range places {
					if !c.black(at[0], at[1]) {
						lost++
					}
				}
				most := 0
				if th.Dash[0] > 0 { // as much as its gaps
					most = len(places) * 2 / 3
				}
				if lines += len(places); lost > most {
					t.Errorf("%s, page %d: of %v of %.0f by %.0f mm at %.0f, %.0f mm %d of %d places are lost", doc.Kind, i+1, th.Kind, th.W/layout.MM, th.H/layout.MM, th.X/layout.MM, th.Y/layout.MM, lost, len(places))
				}
			}
			if lines < 100 {
				t.Errorf("%s, page %d: %d places to look at", doc.Kind, i+1, lines)
			}
		}
	}
}
