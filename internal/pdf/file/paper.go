package file

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/crc32"
	"slices"
	"strconv"
	"sync"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// Paper is one document, ready to be put together.
type Paper struct {
	Prefix    *Prefix
	W, H      float64  // of the pages, pt
	Contents  [][]byte // of the pages, deflated
	Blocks    []Block  // in reading order, in ascending slots
	Bookmarks []Bookmark
}

// Block is the structure of one block.
type Block struct {
	*tag.Ready
	Slot    int
	Slots   int
	Pages   []int // those its parents are told for, from 0
	Figures []Figure
}

// Figure is where a figure stands, in points from the lower left corner of its page.
type Figure struct {
	Node *tag.Node
	Box  [4]float64
}

var nulls = sync.OnceValue(func() stream.Fragment { return stream.NewBest(bytes.Repeat([]byte("null "), tag.SlotMarks)) })

// Append puts the file together behind what stands in buf, and returns both with the file's SHA-256.
func (p *Paper) Append(buf []byte) ([]byte, [sha256.Size]byte) {
	size := len(p.Prefix.data) + 8<<10
	for _, c := range p.Contents {
		size += len(c) + 100
	}
	for i := range p.Blocks {
		size += len(p.Blocks[i].Object) + 100
	}
	buf = slices.Grow(buf, size)
	start := len(buf)
	b := &body{data: append(buf[start:], p.Prefix.data...), places: append(make([]place, 0, len(p.Prefix.places)+64), p.Prefix.places...)}
	for i, c := range p.Contents {
		b.stream(PageObject(i)+1, "/Filter /FlateDecode", c)
	}
	for i := range p.Blocks {
		if one := &p.Blocks[i]; one.Object != nil {
			b.raw(one.From, one.Object)
		}
	}
	b.outline(outlineObject, SlotObject(p.slots(), len(p.Contents)), p.Bookmarks)
	p.index(b)
	table := len(b.data)
	rows, ranges, last := p.table(b)
	id := p.id(b.data)
	b.object(tableObject)
	b.data = fmt.Appendf(b.data, "<</Type /XRef /Size %d /W [1 4 2] /Index [%s] /Root %d 0 R /Info %d 0 R /Filter /FlateDecode /ID [<%s><%s>] /Length %d>>\nstream\n", last+1, ranges, catalogObject, infoObject, id, id, len(rows))
	b.data = append(b.data, rows...)
	b.data = fmt.Appendf(b.data, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", table)
	sum := p.sum(b.data)
	if start == 0 {
		return b.data, sum
	}
	return append(buf, b.data...), sum
}

// id tells the file from others, without hashing all of it twice.
func (p *Paper) id(data []byte) string {
	own := data[len(p.Prefix.data):]
	sum := p.Prefix.sum.(hash.Hash).Sum(nil)
	sum = binary.BigEndian.AppendUint32(sum, crc32.ChecksumIEEE(own))
	sum = binary.BigEndian.AppendUint32(sum, crc32.Checksum(own, castagnoli))
	sum = binary.BigEndian.AppendUint64(sum, uint64(len(own)))
	whole := sha256.Sum256(sum)
	return hex.EncodeToString(whole[:16])
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum is the file's SHA-256. What it shares with other files was hashed before.
func (p *Paper) sum(data []byte) (sum [sha256.Size]byte) {
	h, err := p.Prefix.sum.Clone()
	if err != nil {
		return sha256.Sum256(data)
	}
	h.Write(data[len(p.Prefix.data):])
	h.(hash.Hash).Sum(sum[:0])
	return sum
}

func (p *Paper) slots() int {
	last := &p.Blocks[len(p.Blocks)-1]
	return last.Slot + last.Slots
}

// index writes what is different on every paper: the pages, the root of the structure and where
// figures stand. What can be is put together from fragments.
func (p *Paper) index(b *body) {
	var x pack
	n := len(p.Contents)
	x.begin(pagesObject)
	x.data = append(strconv.AppendInt(append(x.data, "<</Type /Pages /Count "...), int64(n), 10), " /Kids ["...)
	for i := range n {
		x.data = tag.AppendRef(x.data, PageObject(i))
	}
	x.data = append(x.data, "]>>\n"...)
	for i := range n {
		x.object(PageObject(i), fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Resources %d 0 R /Contents [%d 0 R] /StructParents %d /Tabs /S>>", pagesObject, p.W, p.H, resourcesObject, PageObject(i)+1, i))
	}
	x.object(treeObject, fmt.Sprintf("<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>", documentObject, parentsObject, n))
	x.begin(documentObject)
	x.data = append(tag.AppendRef(append(x.data, "<</S /Document /P "...), treeObject), "/K ["...)
	for i := range p.Blocks {
		x.data = p.Blocks[i].Tree.AppendTops(x.data, p.Blocks[i].From)
	}
	x.data = append(x.data, "]>>\n"...)
	for i := range p.Blocks {
		for _, f := range p.Blocks[i].Figures {
			x.begin(p.Blocks[i].Tree.Figure(f.Node, p.Blocks[i].From))
			x.data = append(draw.AppendNumbers(append(x.data, "<</O /Layout /BBox ["...), f.Box[:]...), "] /Placement /Block>>\n"...)
		}
	}
	x.begin(parentsObject)
	var head []byte
	for i, id := range x.numbers {
		head = append(strconv.AppendInt(head, int64(id), 10), ' ')
		head = append(strconv.AppendInt(head, int64(x.starts[i]), 10), ' ')
		b.places = append(b.places, place{number: id, stream: indexObject, index: i})
	}
	w := stream.Begin(nil)
	small := stream.NewFast(append(head, x.data...))
	w.Add(&small)
	w.Store([]byte("<</Nums ["))
	for page := range n {
		p.parents(w, page)
	}
	w.Store([]byte("]>>\n"))
	b.stream(indexObject, fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", len(x.numbers), len(head)), w.End())
}

// parents writes which element each mark of a page belongs to.
func (p *Paper) parents(w *stream.Writer, page int) {
	w.Store(strconv.AppendInt(nil, int64(page), 10))
	w.Store([]byte(" ["))
	slot, none := 0, nulls()
	for i := range p.Blocks {
		b := &p.Blocks[i]
		k := slices.Index(b.Pages, page)
		if k < 0 {
			continue
		}
		for ; slot < b.Slot; slot++ {
			w.Add(&none)
		}
		w.Add(&b.Parents[k])
		slot += b.Slots
	}
	w.Store([]byte("] "))
}
