package font

import (
	"encoding/binary"
	"fmt"
	"slices"
	"sort"
)

// tables are the tables of a TrueType font, by name.
type tables map[string][]byte

func tablesOf(ttf []byte) (tables, error) {
	tables := tables{}
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

// unit is how many of the font's units make up its size.
func (t tables) unit() int { return int(binary.BigEndian.Uint16(t["head"][18:])) }

// letters is the map of letters to glyphs, of the Unicode letters up to U+FFFF (format 4); nil if there is none.
func (t tables) letters() []byte {
	cmap := t["cmap"]
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		row := cmap[4+8*i:]
		if m := cmap[binary.BigEndian.Uint32(row[4:]):]; binary.BigEndian.Uint32(row) == 3<<16|1 && binary.BigEndian.Uint16(m) == 4 {
			return m
		}
	}
	return nil
}

// glyph is the number of a letter's glyph in a map of letters, 0 for none. The map has segments of letters,
// in ascending order: four rows of numbers say where each ends and begins, what added to a letter gives
// its glyph, and where a list of glyphs is if that is not so simple.
func glyph(letters []byte, r rune) uint16 {
	if r > 0xffff {
		return 0
	}
	row := int(binary.BigEndian.Uint16(letters[6:])) // its length in bytes
	at := func(n, segment int) uint16 { return binary.BigEndian.Uint16(letters[14+n+2*segment:]) }
	segment := sort.Search(row/2, func(i int) bool { return at(0, i) >= uint16(r) })
	if segment == row/2 || at(row+2, segment) > uint16(r) {
		return 0
	}
	add, list := at(2*row+2, segment), int(at(3*row+2, segment))
	if list == 0 {
		return uint16(r) + add
	}
	g := at(3*row+2+list, segment+int(uint16(r)-at(row+2, segment)))
	if g != 0 {
		g += add
	}
	return g
}

// outline is a glyph.
func (t tables) outline(glyph int) []byte {
	loca := t["loca"]
	if binary.BigEndian.Uint16(t["head"][50:]) == 1 {
		return t["glyf"][binary.BigEndian.Uint32(loca[4*glyph:]):binary.BigEndian.Uint32(loca[4*glyph+4:])]
	}
	return t["glyf"][2*int(binary.BigEndian.Uint16(loca[2*glyph:])) : 2*int(binary.BigEndian.Uint16(loca[2*glyph+2:]))]
}

// width is how far a glyph goes and where it begins, in two bytes each.
func (t tables) width(glyph int) []byte {
	hmtx, whole := t["hmtx"], int(binary.BigEndian.Uint16(t["hhea"][34:]))
	if glyph < whole {
		return hmtx[4*glyph : 4*glyph+4]
	}
	return slices.Concat(hmtx[4*whole-4:4*whole-2], hmtx[4*whole+2*(glyph-whole):][:2]) // all others go as far as the last
}

func joinTables(version []byte, tables tables) []byte {
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
