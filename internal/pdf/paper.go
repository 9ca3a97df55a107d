package pdf

import "fmt"

// mm is a millimetre in points.
const mm = 72 / 25.4

// Paper is what a document is printed on.
type Paper struct {
	Size  string // "a4" or "letter"
	Large bool   // large print: 18 pt, on as many pages as it takes
}

// size is the width and height of a sheet of paper in points.
func (p Paper) size() (w, h float64, err error) {
	switch p.Size {
	case "a4":
		return 595.28, 841.89, nil
	case "letter":
		return 612, 792, nil
	}
	return 0, 0, fmt.Errorf("paper %q is none of a4, letter", p.Size)
}

// Margins. No ink is nearer to an edge, so that any printer can print it.
const (
	sideMargin   = 15 * mm
	topMargin    = 15 * mm
	bottomMargin = 15 * mm
)
