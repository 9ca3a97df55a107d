package draw

import (
	"math"
	"strconv"
)

// Colour is an sRGB colour, 0xRRGGBB. The zero value is no colour: nothing here is pure black.
type Colour uint32

// The palette. What is read is ink, grey or accent: at least 7:1 on white and, for ink, on the
// tint. The others only fill areas and draw hairlines. None of it is needed to understand the
// page, which must survive a grey photocopy.
const (
	Ink    Colour = 0x1f2933
	Accent Colour = 0x095c62
	Grey   Colour = 0x4a5763
	White  Colour = 0xffffff
	Tint   Colour = 0xe8f1f2
	Hair   Colour = 0xc7d1d5
	Rule          = Ink // lines to write on, grids and boxes to tick, which no copier may lose
	Red    Colour = 0xb3261e
)

// RGB is the three parts of a colour, 0 to 255.
func (c Colour) RGB() (r, g, b int) { return int(c >> 16), int(c >> 8 & 255), int(c & 255) }

// AppendColour appends a colour as PDF does, and the operator that sets it.
func AppendColour(b []byte, c Colour, op string) []byte {
	red, green, blue := c.RGB()
	for _, v := range [...]int{red, green, blue} {
		n := (v*1000 + 127) / 255 // thousandths
		b = append(b, '0'+byte(n/1000), '.', '0'+byte(n/100%10), '0'+byte(n/10%10), '0'+byte(n%10), ' ')
	}
	return append(b, op...)
}

// AppendNumbers appends numbers as PDF does, to two decimals at most and with a space behind each.
func AppendNumbers(b []byte, vs ...float64) []byte {
	for _, v := range vs {
		n := int64(math.Round(v * 100))
		if n < 0 {
			b, n = append(b, '-'), -n
		}
		b = strconv.AppendInt(b, n/100, 10)
		switch tenths, rest := byte(n/10%10), byte(n%10); {
		case rest > 0:
			b = append(b, '.', '0'+tenths, '0'+rest)
		case tenths > 0:
			b = append(b, '.', '0'+tenths)
		}
		b = append(b, ' ')
	}
	return b
}
