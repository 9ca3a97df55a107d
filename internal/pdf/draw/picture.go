package draw

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg"
	_ "image/png"
)

// maxLogo is the most pixels a logo may have; 4 million is 10 mm at over 4000 dots per inch.
const maxLogo = 4_000_000

// Picture is an image made safe: whatever came in, this is opaque 8-bit RGB.
type Picture struct {
	Width, Height int    // pixels
	Data          []byte // deflated
}

// ReadPicture decodes a PNG or JPEG and lays it on white.
func ReadPicture(in []byte) (*Picture, error) {
	cfg, kind, err := image.DecodeConfig(bytes.NewReader(in))
	if err != nil {
		return nil, fmt.Errorf("the logo is not a whole PNG or JPEG: %w", err)
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width > maxLogo/cfg.Height {
		return nil, fmt.Errorf("the logo has %d by %d pixels; %d in all is the most", cfg.Width, cfg.Height, maxLogo)
	}
	src, _, err := image.Decode(bytes.NewReader(in))
	if err != nil {
		return nil, fmt.Errorf("the logo is not a whole %s: %w", kind, err)
	}
	b := src.Bounds()
	dst := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(dst, dst.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(dst, dst.Bounds(), src, b.Min, draw.Over)
	var out bytes.Buffer
	zip := zlib.NewWriter(&out)
	row := make([]byte, 0, 3*b.Dx())
	for y := range b.Dy() {
		row = row[:0]
		for x := range b.Dx() {
			c := dst.RGBAAt(x, y)
			row = append(row, c.R, c.G, c.B)
		}
		zip.Write(row) // a bytes.Buffer does not fail
	}
	zip.Close()
	return &Picture{b.Dx(), b.Dy(), out.Bytes()}, nil
}

// Dict is what a file says of the picture, as PDF.
func (l *Picture) Dict() string {
	return fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode", l.Width, l.Height)
}
