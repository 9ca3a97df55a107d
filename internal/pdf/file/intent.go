package file

import (
	"encoding/binary"

	"backcare/internal/pdf/stream"
)

// OutputIntent is an ICC profile (version 4) of sRGB, deflated. Colours in a content stream are
// plain numbers for red, green and blue; PDF/A wants the file itself to say what they look like.
// Primaries, white point and curve are those of IEC 61966-2-1, adapted to D50 as ICC.1 asks for.
func OutputIntent() []byte {
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed16(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...)
	white := xyz(0.9642, 1, 0.8249)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", iccText("sRGB")}, {"cprt", iccText("CC0")}, {"wtpt", white},
		{"chad", append([]byte("sf32\x00\x00\x00\x00"), fixed16(1.04788208, 0.02291870, -0.05021667, 0.02958679, 0.99047852, -0.01707458, -0.00924683, 0.01507568, 0.75167847)...)},
		{"rXYZ", xyz(0.43606567, 0.22248840, 0.01391602)}, {"gXYZ", xyz(0.38514709, 0.71687317, 0.09707642)}, {"bXYZ", xyz(0.14306641, 0.06060791, 0.71409607)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // one curve for all three
	}
	const header = 128
	var table, data []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			at, size = header+4+12*len(tags)+len(data), len(t.data)
			data = append(data, t.data...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	head := make([]byte, header)
	binary.BigEndian.PutUint32(head, uint32(header+4+len(table)+len(data)))
	binary.BigEndian.PutUint32(head[8:], 0x04200000) // version 4.2
	copy(head[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(head[24:], 2026) // year, month and day it was made
	binary.BigEndian.PutUint16(head[26:], 1)
	binary.BigEndian.PutUint16(head[28:], 1)
	copy(head[36:], "acsp")
	copy(head[68:], white[8:])
	profile := binary.BigEndian.AppendUint32(head, uint32(len(tags)))
	return stream.NewBest(append(append(profile, table...), data...)).Whole()
}

// fixed16 are numbers as ICC writes them: signed, with 16 bits after the point.
func fixed16(vs ...float64) (out []byte) {
	for _, v := range vs {
		n := v * 65536
		if n < 0 {
			n--
		}
		out = binary.BigEndian.AppendUint32(out, uint32(int32(n+0.5)))
	}
	return out
}

func xyz(x, y, z float64) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed16(x, y, z)...) }

// iccText is an ASCII text, said to be English.
func iccText(s string) []byte {
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, r := range s {
		b = append(b, 0, byte(r))
	}
	return b
}
