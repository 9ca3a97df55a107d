package draw

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation is how a camera was held, as Exif tells it in a JPEG or PNG: 1 for upright, 2 to 8 for
// the ways to turn or mirror the picture so that it is. A picture that says nothing is upright.
func orientation(in []byte) int {
	tiff := exif(in)
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(tiff, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(tiff) < 10 {
		return 1
	}
	const entry = 12 // bytes: tag, type, count, value
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	list := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(list) < entry {
			break
		}
		if v := order.Uint16(list[8:]); order.Uint16(list) == 0x0112 && v >= 1 && v <= 8 {
			return int(v)
		}
		list = list[entry:]
	}
	return 1
}

// exif finds the Exif data of a JPEG or PNG, from its byte order on; nil if there is none.
func exif(in []byte) []byte {
	if rest, ok := bytes.CutPrefix(in, []byte("\x89PNG\r\n\x1a\n")); ok {
		for len(rest) >= 12 {
			n := uint64(binary.BigEndian.Uint32(rest))
			if n+12 > uint64(len(rest)) {
				return nil
			}
			if string(rest[4:8]) == "eXIf" {
				return rest[8 : 8+n]
			}
			rest = rest[12+n:]
		}
		return nil
	}
	rest, _ := bytes.CutPrefix(in, []byte("\xff\xd8"))
	for len(rest) >= 4 && rest[0] == 0xff && rest[1] != 0xda { // up to the scan
		n := int(binary.BigEndian.Uint16(rest[2:]))
		if n < 2 || n+2 > len(rest) {
			return nil
		}
		if tiff, ok := bytes.CutPrefix(rest[4:2+n], []byte("Exif\x00\x00")); ok && rest[1] == 0xe1 {
			return tiff
		}
		rest = rest[2+n:]
	}
	return nil
}

// upright turns a picture as its orientation asks.
func upright(src *image.RGBA, turn int) *image.RGBA {
	if turn == 1 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	across := turn >= 5 // width and height change places
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	if across {
		dst = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			u, v := x, y
			if turn == 2 || turn == 3 || turn == 7 || turn == 8 {
				u = w - 1 - x
			}
			if turn == 3 || turn == 4 || turn == 6 || turn == 7 {
				v = h - 1 - y
			}
			if across {
				u, v = v, u
			}
			dst.SetRGBA(u, v, src.RGBAAt(x, y))
		}
	}
	return dst
}
