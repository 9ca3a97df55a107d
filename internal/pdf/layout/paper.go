package layout

import "fmt"

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
