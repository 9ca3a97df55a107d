package draw

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg"
	_ "image/png"
)

// What a logo may be: 4 million pixels are 10 mm at over 4000 dots an inch.
const (
	maxLogo      = 4_000_000 // pixels
	maxLogoBytes = 4 << 20
	faintest     = 250 // the least dark of what can still be seen, of 255
)

// Picture is an image made safe: whatever came in, this is opaque 8-bit RGB.
type Picture struct {
	Width, Height int    // pixels
	Data          []byte // deflated
}

// ReadPicture decodes a PNG or JPEG, turns it as its Exif data ask, and lays it on white. A picture of
// which nothing would be seen is an error.
func ReadPicture(in []byte) (*Picture, error) {
	if len(in) > maxLogoBytes {
		return nil, fmt.Errorf("the logo is larger than %d MiB", maxLogoBytes>>20)
	}
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
	dst = upright(dst, orientation(in))
	b = dst.Bounds()
	if blank(dst) {
		return nil, errors.New("the logo is white or empty all over, so nothing of it would be seen")
	}
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

// blank says whether a picture on white is white all over.
func blank(img *image.RGBA) bool {
	for i := 0; i < len(img.Pix); i += 4 {
		if min(img.Pix[i], img.Pix[i+1], img.Pix[i+2]) < faintest {
			return false
		}
	}
	return true
}

// Dict is what a file says of the picture, as PDF.
func (l *Picture) Dict() string {
	return fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode", l.Width, l.Height)
}
