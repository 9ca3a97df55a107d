package pdf

// colour is an sRGB colour, 0xRRGGBB. The zero value is no colour: nothing here is pure black.
type colour uint32

// The palette. What is read is ink, grey or accent: at least 7:1 on white and, for ink, on the
// tint. The others only fill areas and draw hairlines. None of it is needed to understand the
// page, which must survive a grey photocopy.
const (
	ink    colour = 0x1f2933
	accent colour = 0x095c62
	grey   colour = 0x4a5763
	white  colour = 0xffffff
	tint   colour = 0xe8f1f2
	hair   colour = 0xc7d1d5
	rule   colour = 0x8a969e // lines to write on and boxes to tick, which a copier must not lose
	red    colour = 0xb3261e
)

func (c colour) rgb() (r, g, b int) { return int(c >> 16), int(c >> 8 & 255), int(c & 255) }
