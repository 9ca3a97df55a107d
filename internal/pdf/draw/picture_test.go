package draw

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"
)

// corner is a picture of 32 by 16 dots, white but for the 8 by 8 dots at its top left.
func corner() *image.Gray {
	img := image.NewGray(image.Rect(0, 0, 32, 16))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for i := range 64 {
		img.SetGray(i%8, i/8, color.Gray{})
	}
	return img
}

// held is Exif data that say how the camera was held.
func held(turn uint16, order binary.AppendByteOrder, mark string) []byte {
	b := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	b = order.AppendUint16(b, 2) // entries
	for _, e := range [][2]uint16{{0x0100, 7}, {0x0112, turn}} {
		b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, e[0]), 3), 1)
		b = order.AppendUint16(order.AppendUint16(b, e[1]), 0)
	}
	return b
}

func asJPEG(t *testing.T, turn uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, corner(), &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	data := append([]byte("Exif\x00\x00"), held(turn, binary.BigEndian, "MM")...)
	segment := append(binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(data)+2)), data...)
	return append(append([]byte("\xff\xd8"), segment...), b.Bytes()[2:]...)
}

func asPNG(t *testing.T, turn uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, corner()); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 25 // signature and IHDR
	data := append([]byte("eXIf"), held(turn, binary.LittleEndian, "II")...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(data)-4))
	chunk = binary.BigEndian.AppendUint32(append(chunk, data...), crc32.ChecksumIEEE(data))
	return append(append(bytes.Clone(b.Bytes()[:head]), chunk...), b.Bytes()[head:]...)
}

// darkest is the corner of a picture that is dark: "top left" and so on.
func darkest(t *testing.T, p *Picture) string {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	pix, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for name, at := range map[string][2]int{"top left": {2, 2}, "top right": {p.Width - 3, 2}, "bottom left": {2, p.Height - 3}, "bottom right": {p.Width - 3, p.Height - 3}} {
		if pix[3*(at[1]*p.Width+at[0])] < 128 {
			found = append(found, name)
		}
	}
	return strings.Join(found, ", ")
}

// What a telephone photographs lies on its side in the file, and a number beside it tells how to turn it.
func TestALogoStandsUpright(t *testing.T) {
	for turn, want := range map[uint16]struct {
		corner string
		wide   int
	}{
		0: {"top left", 32}, 1: {"top left", 32}, 2: {"top right", 32}, 3: {"bottom right", 32}, 4: {"bottom left", 32},
		5: {"top left", 16}, 6: {"top right", 16}, 7: {"bottom right", 16}, 8: {"bottom left", 16}, 9: {"top left", 32},
	} {
		for name, data := range map[string][]byte{"JPEG": asJPEG(t, turn), "PNG": asPNG(t, turn)} {
			p, err := ReadPicture(data)
			if err != nil {
				t.Fatal(name, turn, err)
			}
			if got := darkest(t, p); got != want.corner || p.Width != want.wide {
				t.Errorf("%s turned by %d: dark at the %s and %d dots wide, not %v", name, turn, got, p.Width, want)
			}
		}
	}
	for _, data := range [][]byte{asJPEG(t, 6), asPNG(t, 6)} {
		for n := range 120 { // cut anywhere it is refused or read, and never panics
			if p, err := ReadPicture(data[:min(n, len(data))]); err == nil && p == nil {
				t.Error("neither a picture nor an error")
			}
			orientation(data[:min(n, len(data))])
		}
	}
}

func TestALogoOfWhichNothingIsSeenIsTold(t *testing.T) {
	white := image.NewGray(image.Rect(0, 0, 30, 30))
	for i := range white.Pix {
		white.Pix[i] = 253
	}
	for name, img := range map[string]image.Image{"white": white, "empty": image.NewNRGBA(image.Rect(0, 0, 30, 30))} {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadPicture(b.Bytes()); err == nil || !strings.Contains(err.Error(), "nothing of it would be seen") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
