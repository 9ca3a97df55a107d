package figure_test

import (
	"image"
	"testing"

	"backcare/internal/figure"
)

// half is where a bad copier parts black from white.
const half = 128

// The things a picture is made of, each by itself. Where a line ends says how large a thing is.
var things = map[string]string{
	"arrow":            "{arrow: {path: [[30, 40], [60, 30], [90, 40]]}}",
	"small arrow":      "{arrow: {path: [[30, 40], [90, 40]], both: true, small: true}}",
	"arrow on a body":  "{arrow: {path: [[30, 40], [90, 40]], clear: true}}",
	"mat":              "{mat: {x: [10, 120], y: 60}}",
	"mat from above":   "{panel: {at: [10, 10], size: [80, 60]}}",
	"table from above": "{panel: {at: [10, 10], size: [80, 60], bare: true}}",
	"ground":           "{ground: {x: [10, 120], y: 60}}",
	"chair":            "{chair: {at: [60, 50], back: left, foot: 80}}",
	"stool":            "{chair: {at: [60, 50], back: none, foot: 80}}",
	"chair in front":   "{chair: {at: [60, 50], back: behind, foot: 80}}",
	"table":            "{table: {x: [20, 120], y: 40, foot: 80}}",
	"wall and rail":    "{wall: {x: [20, 120], y: [10, 80], rail: 40}}",
	"window":           "{window: {at: [20, 20], size: [80, 50]}}",
	"pillow":           "{pillow: {at: [60, 40], size: [30, 12]}}",
	"pack":             "{pack: {at: [60, 50], size: [30, 34]}}",
	"pack, side":       "{pack: {at: [60, 50], size: [8, 20], turn: -5, side: true}}",
	"glass":            "{glass: {at: [60, 80], high: 38}}",
	"clock":            "{clock: {at: [60, 50], r: 28, minutes: 10}}",
	"sun":              "{sun: {at: [60, 60], r: 18}}",
	"zone":             "{zone: {at: [60, 50], r: [5, 8]}}",
	"palm":             "{palm: {at: [60, 50], turn: 180, thumb: left}}",
	"spine":            "{spine: {path: [[20, 40], [100, 40]], cross: [30, 40]}}",
	"bone":             "{bone: {path: [[20, 40], [30, 50], [60, 40]]}}",
	"knob":             "{knob: {at: [60, 50], r: 2.4}}",
	"breath":           "{breath: {at: [30, 60], turn: 78, long: 30}}",
	"from above":       "{above: {at: [60, 50], turn: 30}}",
	"person":           "{body: {hip: [60, 48], torso: 90, near-leg: {angles: [-80, -95, 0]}, far-arm: {angles: [-60, -40]}}}",
	"person in front":  "{body: {view: front, hip: [60, 48], torso: 90, left-leg: {angles: [-95, -90], long: [0.9, 0.9]}, right-arm: {angles: [-60, -40]}}}",
	"helper":           "{body: {who: helper, hip: [60, 48], torso: 90, far-leg: {angles: [-80, -95, 0]}, near-arm: {angles: [-60, -40], palm: true}}}",
	"start of a move":  "{body: {who: ghost, hip: [60, 48], torso: 90, near-leg: {angles: [-80, -95, 0]}}}",
}

// Turned to pure black and white at half, each thing is as large as it was: its outline is there.
func TestPureBlackAndWhiteLeavesEachThingItsOutline(t *testing.T) {
	for name, item := range things {
		set, err := figure.Parse("f.yaml", []byte(one(item)))
		if err != nil {
			t.Fatal(err)
		}
		img := picture(set["a"], figure.Role.Colour)
		all, black := extent(img, 250), extent(img, half)
		const slack = 3 // dots: the soft edge of a line, less than a millimetre
		for _, d := range []int{black.Min.X - all.Min.X, black.Min.Y - all.Min.Y, all.Max.X - black.Max.X, all.Max.Y - black.Max.Y} {
			if black.Empty() || d > slack {
				t.Errorf("%s: %v of %v dots are left", name, black, all)
				break
			}
		}
	}
}

// Of what is drawn in ink, accent, red and the grey of furniture nothing is lost, and no shade turns
// to a blot.
func TestPureBlackAndWhiteKeepsEveryLineAndNoShade(t *testing.T) {
	for id, f := range load(t) {
		got, want := picture(f, figure.Role.Colour), picture(f, needed)
		if lost, blots := apart(want, got), apart(got, want); lost+blots > 0 {
			t.Errorf("%s: %d black dots are lost and %d are new", id, lost, blots)
		}
	}
}

// apart counts the black dots of one picture with no black dot in the other within one step: the
// edge of a line may be soft.
func apart(a, b *image.Gray) (n int) {
	w, h := a.Rect.Dx(), a.Rect.Dy()
	for y := 1; y < h-1; y++ {
	dot:
		for x := 1; x < w-1; x++ {
			if a.Pix[y*a.Stride+x] >= half {
				continue
			}
			for k := range 9 {
				if b.Pix[(y+k/3-1)*b.Stride+x+k%3-1] < half {
					continue dot
				}
			}
			n++
		}
	}
	return n
}

// needed is black for what must come out, and white for what may go.
func needed(r figure.Role) uint32 {
	switch r {
	case figure.Ink, figure.Prop, figure.Accent, figure.Mark:
		return 0
	}
	return 0xffffff
}

// extent is the smallest box around what is darker than a grey.
func extent(img *image.Gray, grey uint8) (box image.Rectangle) {
	for i, v := range img.Pix {
		if v < grey {
			x, y := i%img.Stride, i/img.Stride
			box = box.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	return box
}
