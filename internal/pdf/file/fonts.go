package file

import (
	"fmt"
	"strconv"
	"strings"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/stream"
)

// The fonts take the first objects of every file, six for each face: dictionaries first, then streams.
const (
	fontParts   = 6
	fontDicts   = 3
	fontObjects = 2 * fontParts
)

// Fonts are both faces cut to one set of letters, as objects 1 to fontObjects of a file.
type Fonts [fontObjects][]byte

// descriptors are what a file says of each face: heights in thousandths of the size, whether it is bold, and
// how thick its stems are.
var descriptors = [2]string{
	"/Ascent 905 /Descent -212 /CapHeight 687 /ItalicAngle 0 /Flags 4 /StemV 87",
	"/Ascent 905 /Descent -212 /CapHeight 687 /ItalicAngle 0 /Flags 262148 /StemV 165",
}

// NewFonts cuts the faces to letters that both have, in ascending order.
func NewFonts(faces *font.Faces, runes []rune) (*Fonts, error) {
	out := new(Fonts)
	for i, f := range faces {
		cut, err := f.Subset(runes)
		if err != nil {
			return nil, err
		}
		n, name := i*fontParts+1, font.SubsetTag(f.Name, runes)+"+"+f.Name
		box := f.Box()
		copy(out[i*fontParts:], [][]byte{
			fmt.Appendf(nil, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>\n", name, n+1, n+3),
			fmt.Appendf(nil, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R /W [%s] /CIDToGIDMap %d 0 R>>\n", name, n+2, widths(f, runes), n+4),
			fmt.Appendf(nil, "<</Type /FontDescriptor /FontName /%s %s /FontBBox [%d %d %d %d] /FontFile2 %d 0 R>>\n", name, descriptors[i], box[0], box[1], box[2], box[3], n+5),
			deflated("", []byte(toUnicode(runes))),
			deflated("", cut.Glyphs),
			deflated(fmt.Sprintf(" /Length1 %d", len(cut.TTF)), cut.TTF),
		})
	}
	return out, nil
}

// fonts writes the streams of the fonts, and puts their dictionaries into a pack.
func (b *body) fonts(set *Fonts, x *pack) {
	for i, f := range set {
		if i%fontParts < fontDicts {
			x.object(i+1, string(f))
		} else {
			b.raw(i+1, f)
		}
	}
}

// fontNames are the fonts as a dictionary of resources lists them.
func fontNames() string {
	return fmt.Sprintf("/%s 1 0 R /%s %d 0 R", draw.RegularName, draw.BoldName, fontParts+1)
}

// deflated is a stream object.
func deflated(dict string, data []byte) []byte {
	z := stream.NewBest(data).Whole()
	out := fmt.Appendf(nil, "<</Length %d /Filter /FlateDecode%s>>\nstream\n", len(z), dict)
	return append(append(out, z...), "\nendstream\n"...)
}

// widths are the widths of letters, by their codes: those of letters in a row follow the first's.
func widths(f *font.Face, runes []rune) []byte {
	var b []byte
	for i, r := range runes {
		if i == 0 || runes[i-1] != r-1 {
			if i > 0 {
				b = append(b, ']')
			}
			b = append(strconv.AppendInt(b, int64(r), 10), '[')
		}
		b = append(strconv.AppendInt(b, int64(f.Advance(r)), 10), ' ')
	}
	return append(b, ']')
}

// toUnicode maps codes to Unicode. Codes are Unicode already, but a range may not cross from one
// high byte to the next, so one range for all will not do.
func toUnicode(runes []rune) string {
	type span struct{ from, to rune }
	var spans []span
	for _, r := range runes {
		if n := len(spans); n > 0 && spans[n-1].to == r-1 && r%256 != 0 {
			spans[n-1].to = r
		} else {
			spans = append(spans, span{r, r})
		}
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(spans) > 0 {
		n := min(len(spans), 100)
		fmt.Fprintf(&b, "%d beginbfrange\n", n)
		for _, s := range spans[:n] {
			fmt.Fprintf(&b, "<%04X> <%04X> <%04X>\n", s.from, s.to, s.from)
		}
		b.WriteString("endbfrange\n")
		spans = spans[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.String()
}
