package font

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Unhinted is a TrueType font without what only helps to draw it on coarse screens: the programs
// of the glyphs and of the font, and the layout tables that gofpdf does not use. It prints the
// same, and files are a third smaller. The outlines and widths are untouched.
func Unhinted(ttf []byte) ([]byte, error) {
	tables, err := tablesOf(ttf)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"cvt ", "fpgm", "prep", "gasp", "hdmx", "LTSH", "VDMX", "DSIG", "GPOS", "GSUB", "GDEF", "kern", "FFTM", "meta"} {
		delete(tables, name)
	}
	head, maxp, loca, glyf := slices.Clone(tables["head"]), tables["maxp"], tables["loca"], tables["glyf"]
	if len(head) < 54 || len(maxp) < 6 {
		return nil, fmt.Errorf("font: tables are missing")
	}
	count := int(binary.BigEndian.Uint16(maxp[4:]))
	long := binary.BigEndian.Uint16(head[50:]) == 1
	at := func(i int) int {
		if long {
			return int(binary.BigEndian.Uint32(loca[4*i:]))
		}
		return 2 * int(binary.BigEndian.Uint16(loca[2*i:]))
	}
	var out, places []byte
	for i := range count {
		places = binary.BigEndian.AppendUint32(places, uint32(len(out)))
		out = append(out, bareGlyph(glyf[at(i):at(i+1)])...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	tables["glyf"], tables["loca"] = out, binary.BigEndian.AppendUint32(places, uint32(len(out)))
	binary.BigEndian.PutUint16(head[50:], 1)
	tables["head"] = head
	return joinTables(ttf[:4], tables), nil
}

// Embedded is a font as a file embeds it whose content streams name glyphs through a map of their own:
// without its names and its maps of letters.
func Embedded(ttf []byte) ([]byte, error) {
	tables, err := tablesOf(ttf)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"OS/2", "cmap", "name", "post"} {
		delete(tables, name)
	}
	return joinTables(ttf[:4], tables), nil
}

// bareGlyph is a glyph without its program.
func bareGlyph(g []byte) []byte {
	if len(g) < 10 {
		return g
	}
	contours := int(int16(binary.BigEndian.Uint16(g)))
	if contours >= 0 {
		end := 10 + 2*contours
		program := int(binary.BigEndian.Uint16(g[end:]))
		return slices.Concat(g[:end], []byte{0, 0}, g[end+2+program:])
	}
	const (
		wordArgs  = 1 << 0
		scale     = 1 << 3
		more      = 1 << 5
		xyScale   = 1 << 6
		matrix    = 1 << 7
		programed = 1 << 8
	)
	out := slices.Clone(g)
	p := 10
	for {
		flags := binary.BigEndian.Uint16(out[p:])
		binary.BigEndian.PutUint16(out[p:], flags&^programed)
		p += 6
		if flags&wordArgs != 0 {
			p += 2
		}
		switch {
		case flags&scale != 0:
			p += 2
		case flags&xyScale != 0:
			p += 4
		case flags&matrix != 0:
			p += 8
		}
		if flags&more == 0 {
			return out[:p]
		}
	}
}

func tablesOf(ttf []byte) (map[string][]byte, error) {
	tables := map[string][]byte{}
	if len(ttf) < 12 {
		return nil, fmt.Errorf("font: too short")
	}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		row := ttf[12+16*i:]
		from, size := int(binary.BigEndian.Uint32(row[8:])), int(binary.BigEndian.Uint32(row[12:]))
		tables[string(row[:4])] = ttf[from : from+size]
	}
	return tables, nil
}

func joinTables(version []byte, tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	for n := range tables {
		names = append(names, n)
	}
	slices.Sort(names)
	n := len(names)
	power := 1
	for power*2 <= n {
		power *= 2
	}
	log := 0
	for 1<<(log+1) <= n {
		log++
	}
	out := slices.Clone(version)
	for _, v := range []int{n, 16 * power, log, 16 * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*n
	var body []byte
	for _, name := range names {
		data := tables[name]
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(data))
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
		body = append(body, data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

func checksum(data []byte) (sum uint32) {
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
