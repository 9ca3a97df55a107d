// Package layout puts boxes on pages. Its one rule: it adds up heights that are known and sets no
// text anew; what a block looks like is not its business.
package layout

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
)

// MM is a millimetre in points.
const MM = 72 / 25.4

// Margins in points. No ink is nearer to an edge, so that any printer can print it.
const (
	SideMargin   = 15 * MM
	TopMargin    = 15 * MM
	BottomMargin = 15 * MM
)

// Style is how a text is set.
type Style struct {
	Size    float64 // pt
	Leading float64 // line height over size
	Colour  draw.Colour
	Bold    bool // all of it
	Right   bool // flush right
	Centre  bool
}

// Line is the height of a line in points.
func (s Style) Line() float64 { return s.Size * s.Leading }

// Base is how far below the top of its line a baseline lies, in points.
func (s Style) Base() float64 {
	return (s.Line()-(font.Ascent+font.Descent)*s.Size)/2 + font.Ascent*s.Size
}

// Plain is a text of one weight.
func Plain(s string) handout.Text { return handout.Text{{Text: s}} }
