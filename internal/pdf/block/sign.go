package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// signWidth is the width of a sign with the room behind it, in points.
func signWidth(st layout.Style, sign handout.Sign) float64 {
	if sign.Shape == handout.NoShape {
		return 0
	}
	return st.Size * (signSize + 0.4)
}

// signSize is the diameter of a sign over the size of type, a little more than the height of capitals.
const signSize = 1.02

// sign draws the sign, if there is one, before a text whose first line begins at y: a solid disc or a
// ring, and in words what it is. It returns the element for the text.
func (s *builder) sign(x, y float64, sign handout.Sign, st layout.Style, parent *tag.Node) *tag.Node {
	if sign.Shape == handout.NoShape {
		return parent
	}
	d, mid := st.Size*signSize, y+st.Base()-font.CapHeight*st.Size/2
	n := parent.Add("Span")
	n.Attr = "/ActualText " + tag.String(sign.Words)
	size, colour := st.Size*0.86, draw.Ink
	if sign.Shape == handout.Solid {
		s.Disc(x, mid-d/2, d, draw.Ink).Node = n
		colour = draw.White
	} else {
		s.Box(x, mid-d/2, d, d, d/2, draw.White, draw.Ink, 1).Node = n
	}
	w := s.Width("!", size, true)
	s.Items = append(s.Items, draw.Item{Kind: draw.Text, X: x + (d-w)/2, Y: mid + font.CapHeight*size/2, W: w, H: size, Text: "!", Bold: true, Fill: colour, Node: n})
	return parent.Add("Span")
}
