// Package draw paints. Its one rule: it alone knows gofpdf; its callers say what stands where, in
// points, and get content streams and images as a file holds them.
package draw

import (
	"backcare/internal/figure"
	"backcare/internal/pdf/tag"
)

// Item is one mark on paper: a run of text, a box, a line, a disc, a figure or an image. Its place is
// in points from the top left corner of its box and, once placed, of the page.
type Item struct {
	Kind       Kind
	X, Y, W, H float64 // text: X and Y are where its baseline starts, H is its size in pt
	Text       string
	Bold       bool
	Fill       Colour // text: the colour of the letters
	Stroke     Colour
	Width      float64    // of the stroke, pt
	Dash       [2]float64 // pt on, pt off; zero is a whole line
	Radius     float64    // of a box's corners, pt
	Left       bool       // round the left corners only
	Figure     *figure.Figure
	Node       *tag.Node // what it says; nil for decoration
}

// Kind says what an item is.
type Kind uint8

const (
	Text  Kind = iota
	Box        // W by H at X, Y
	Line       // from X, Y to X+W, Y+H
	Disc       // in the box W by W at X, Y
	Drawn      // a figure without its letters, scaled to the width W at X, Y
	Image      // the paper's one image, W by H at X, Y
)

// Piece is items moved by X and Y, in points; silent ones are not read out: they were before.
type Piece struct {
	Items  []Item
	X, Y   float64
	Silent bool
}

// At is the item moved by x and y.
func (t Item) At(x, y float64) Item {
	t.X += x
	t.Y += y
	return t
}
