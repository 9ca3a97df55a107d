package draw

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"backcare/internal/pdf/font"
	"backcare/internal/pdf/stream"
)

// The fonts take the first objects of every file, six for each face: dictionaries first, then streams.
const (
	FontParts   = 6
	FontDicts   = 3
	FontObjects = 2 * FontParts
)

// Subset are the fonts cut to one set of letters, as objects 1 to FontObjects of a file.
type Subset [FontObjects][]byte

var (
	reFont    = regexp.MustCompile(`(?s)/Subtype /Type0.*/BaseFont /utf8(\w+)\s`)
	reRefs    = regexp.MustCompile(`/(DescendantFonts \[|FontDescriptor |CIDToGIDMap |FontFile2 )(\d+) 0 R`)
	reWidths  = regexp.MustCompile(`(?s)/DW \d+\s.*?/W \[.*\]\s`)
	reMetrics = regexp.MustCompile(`(?s)/Ascent.*?/MissingWidth \d+`)
)

// Cut lets gofpdf cut both fonts to the given letters, by printing them all on a carrier
// document, and lifts the fonts out of it.
func (d *Drawer) Cut(runes []rune) (*Subset, error) {
	carrier := newFpdf()
	for i, ttf := range d.ttf {
		// gofpdf writes into the font it is given, so each document gets its own copy.
		carrier.AddUTF8FontFromBytes(family, style(i == 1), slices.Clone(ttf))
	}
	carrier.AddPage()
	for i := range d.faces {
		carrier.SetFont(family, style(i == 1), 8)
		carrier.Text(10, 10, string(runes))
	}
	var out bytes.Buffer
	if err := carrier.Output(&out); err != nil {
		return nil, fmt.Errorf("cut fonts: %w", err)
	}
	objects, err := parseObjects(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("cut fonts: %w", err)
	}
	set := new(Subset)
	for i, f := range d.faces {
		if err := set.lift(objects, fontOf(objects, family+style(i == 1)), i, f, runes); err != nil {
			return nil, fmt.Errorf("cut fonts: %s: %w", f.Name, err)
		}
	}
	return set, nil
}

// fontOf is the number of the font that gofpdf calls so.
func fontOf(objects map[int][]byte, name string) int {
	for n, o := range objects {
		if m := reFont.FindSubmatch(o); m != nil && string(m[1]) == name {
			return n
		}
	}
	return 0
}

// lift takes one font from the carrier's objects. What gofpdf writes poorly is written anew: the
// name gets the tag of a cut font, and the way back to Unicode is told row by row.
func (set *Subset) lift(objects map[int][]byte, at, i int, f *font.Face, runes []rune) error {
	ref := func(from int, key string) int {
		for _, m := range reRefs.FindAllSubmatch(objects[from], -1) {
			if strings.HasPrefix(string(m[1]), key) {
				n, _ := strconv.Atoi(string(m[2]))
				return n
			}
		}
		return 0
	}
	cid := ref(at, "DescendantFonts")
	desc := ref(cid, "FontDescriptor")
	gids, file := ref(cid, "CIDToGIDMap"), ref(desc, "FontFile2")
	widths := reWidths.Find(objects[cid])
	metrics := reMetrics.Find(objects[desc])
	if objects[gids] == nil || objects[file] == nil || widths == nil || metrics == nil {
		return fmt.Errorf("not as gofpdf 1.16.2 writes it")
	}
	n := i*FontParts + 1
	name := font.SubsetTag(f.Name, runes) + "+" + f.Name
	parts := set[i*FontParts:]
	parts[0] = fmt.Appendf(nil, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>\n", name, n+1, n+3)
	parts[1] = fmt.Appendf(nil, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R %s /CIDToGIDMap %d 0 R>>\n", name, n+2, bytes.TrimSpace(widths), n+4)
	parts[2] = fmt.Appendf(nil, "<</Type /FontDescriptor /FontName /%s %s /FontFile2 %d 0 R>>\n", name, metrics, n+5)
	parts[3] = deflated("", []byte(toUnicode(runes)))
	parts[4] = objects[gids]
	data, err := inflated(objects[file])
	if err != nil {
		return err
	}
	if data, err = font.Embedded(data); err != nil {
		return err
	}
	parts[5] = deflated(fmt.Sprintf(" /Length1 %d", len(data)), data)
	return nil
}

// deflated is a stream object, deflated better than gofpdf does, who is in a hurry each time.
func deflated(dict string, data []byte) []byte {
	z := stream.NewBest(data).Whole()
	out := fmt.Appendf(nil, "<</Length %d /Filter /FlateDecode%s>>\nstream\n", len(z), dict)
	return append(append(out, z...), "\nendstream\n"...)
}

// inflated is the data of a stream object.
func inflated(object []byte) ([]byte, error) {
	at := bytes.Index(object, []byte("stream\n"))
	if at < 0 {
		return nil, fmt.Errorf("no font file")
	}
	unzip, err := zlib.NewReader(bytes.NewReader(object[at+len("stream\n"):]))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(unzip)
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

// parseObjects splits a file as gofpdf writes it into its objects.
func parseObjects(b []byte) (map[int][]byte, error) {
	const keyword = "\nxref\n0 "
	x := bytes.LastIndex(b, []byte(keyword))
	if x < 0 {
		return nil, fmt.Errorf("no xref")
	}
	rows := strings.Split(string(b[x+len(keyword):]), "\n")
	count, err := strconv.Atoi(rows[0])
	if err != nil || len(rows) <= count {
		return nil, fmt.Errorf("xref is broken")
	}
	ends := []int{x + 1}
	at := make([]int, count)
	for i := 1; i < count; i++ {
		if at[i], err = strconv.Atoi(rows[i+1][:min(10, len(rows[i+1]))]); err != nil {
			return nil, err
		}
		ends = append(ends, at[i])
	}
	slices.Sort(ends)
	objects := map[int][]byte{}
	for i := 1; i < count; i++ {
		n, _ := slices.BinarySearch(ends, at[i]+1)
		head := fmt.Appendf(nil, "%d 0 obj\n", i)
		if n == len(ends) || !bytes.HasPrefix(b[at[i]:ends[n]], head) {
			return nil, fmt.Errorf("object %d is not where it should be", i)
		}
		objects[i] = bytes.TrimSuffix(b[at[i]+len(head):ends[n]], []byte("endobj\n"))
	}
	return objects, nil
}
