package file

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// Job is a print job: many papers in one file, the fonts and the content that papers share in it
// once. Each takes whole leaves, so that printing on both sides never puts two people on one. It is
// written as it comes, and keeps of each paper only where its objects are.
type Job struct {
	meta      Metadata
	out       *bufio.Writer
	sum       hash.Hash
	err       error
	at        int // offset
	next      int // number
	pages     int
	shared    map[[sha256.Size]byte]int // content seen, by its hash
	resources map[*draw.Picture]int
	rows      []stream.Fragment // of the table, for the numbers from jobFirst on
	kids      []byte            // the pages
	parts     []byte            // the elements below the document's
	parents   []byte            // the pages' parents, as kids of a tree
	marks     []Bookmark
}

// jobFirst is the first number that is not of an object every file has.
const jobFirst = firstPage

// mostTagged is how many papers a job may have so that all of them are tagged: a PDF may not have
// many more than eight million objects.
const mostTagged = 20_000

// NewJob begins a print job of so many papers.
func NewJob(to io.Writer, m Metadata, papers int) *Job {
	m.Tagged = papers <= mostTagged
	j := &Job{meta: m, out: bufio.NewWriterSize(to, 1<<16), sum: sha256.New(), next: jobFirst, shared: map[[sha256.Size]byte]int{}, resources: map[*draw.Picture]int{}}
	j.write([]byte(opening))
	return j
}

func (j *Job) write(b []byte) {
	if j.err == nil {
		_, j.err = j.out.Write(b)
		j.sum.Write(b)
		j.at += len(b)
	}
}

// Part is one paper of a job. Its objects are numbered by Number, then written by Encode, which may
// be done for many at once, and then handed to Add.
type Part struct {
	W, H     float64
	Picture  *draw.Picture
	Contents [][]byte // of the pages, deflated; shared with other papers
	Persons  [][]byte // what stands on each page for one person
	Blocks   []PartBlock

	from, size int // the numbers it takes
	resources  int // 0 if another part has written them
	contents   []int
	fresh      []bool // the contents that no other part has written
	persons    int
	pages      int
	leaf       int // its first page, counted over all papers
	stream     int // the object stream
	first      int // the part's element, and behind it the parents of its marks
	blocks     []int
	data       *body
}

// PartBlock is the structure of one block of a part.
type PartBlock struct {
	Tree    *tag.Tree
	Mark    int         // number of its first mark
	Nodes   []*tag.Node // the elements of its marks, in their order
	Pages   []int       // and their pages, from 0
	Figures []Figure
}

// even is the number of pages of whole leaves.
func (p *Part) even() int { return (len(p.Contents) + 1) / 2 * 2 }

// Number gives the next numbers to a part, and returns the number of its first page.
func (j *Job) Number(p *Part) int {
	p.from = j.next
	if _, ok := j.resources[p.Picture]; !ok {
		p.resources = j.take(2)
		j.resources[p.Picture] = p.resources
	}
	p.fresh = make([]bool, len(p.Contents))
	for i, c := range p.Contents {
		key := sha256.Sum256(c)
		n, ok := j.shared[key]
		if !ok {
			n = j.take(1)
			j.shared[key], p.fresh[i] = n, true
		}
		p.contents = append(p.contents, n)
	}
	p.persons = j.take(len(p.Persons))
	p.pages, p.leaf = j.take(p.even()), j.pages
	p.stream = j.take(1)
	j.pages += p.even()
	for i := range p.even() {
		j.kids = tag.AppendRef(j.kids, p.pages+i)
	}
	if j.meta.Tagged {
		p.first = j.take(2)
		for i := range p.Blocks {
			p.blocks = append(p.blocks, j.take(p.Blocks[i].Tree.Objects()))
		}
		j.parts = tag.AppendRef(j.parts, p.first)
		j.parents = tag.AppendRef(j.parents, p.first+1)
	}
	p.size = j.next - p.from
	return p.pages
}

func (j *Job) take(n int) int {
	first := j.next
	j.next += n
	return first
}

// Encode writes a numbered part. It may run beside others.
func (j *Job) Encode(p *Part) {
	b := &body{}
	if p.resources > 0 {
		b.resources(p.resources, p.resources+1, p.Picture)
	}
	for i, c := range p.Contents {
		if p.fresh[i] {
			b.stream(p.contents[i], "/Filter /FlateDecode", c)
		}
	}
	for i, c := range p.Persons {
		b.stream(p.persons+i, "", c)
	}
	var x pack
	resources := j.resources[p.Picture] // not written while parts are encoded
	for i := range p.even() {
		x.begin(p.pages + i)
		x.data = fmt.Appendf(x.data, "<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Resources %d 0 R /Contents [", pagesObject, p.W, p.H, resources)
		if i < len(p.contents) {
			x.data = tag.AppendRef(tag.AppendRef(x.data, p.contents[i]), p.persons+i)
		}
		x.data = append(x.data, ']')
		if j.meta.Tagged {
			x.data = fmt.Appendf(x.data, " /StructParents %d /Tabs /S", p.leaf+i)
		}
		x.data = append(x.data, ">>\n"...)
	}
	if j.meta.Tagged {
		p.structure(&x)
	}
	b.packed(p.stream, &x)
	p.data = b
}

// structure writes the elements of a part, and what its marks belong to.
func (p *Part) structure(x *pack) {
	parents := make([][]byte, p.even())
	told := make([]int, p.even())
	x.begin(p.first)
	x.data = append(tag.AppendRef(append(x.data, "<</Type /StructElem /S /Part /P "...), documentObject), "/K ["...)
	for i := range p.Blocks {
		x.data = p.Blocks[i].Tree.AppendTops(x.data, p.blocks[i])
	}
	x.data = append(x.data, "]>>\n"...)
	for i := range p.Blocks {
		b, from := &p.Blocks[i], p.blocks[i]
		marks := make([]tag.Mark, len(b.Nodes))
		for k, n := range b.Nodes {
			page := b.Pages[k]
			marks[k] = tag.Mark{Node: n, Page: p.pages + page}
			for ; told[page] < b.Mark+k; told[page]++ {
				parents[page] = append(parents[page], "null "...)
			}
			parents[page] = b.Tree.AppendParents(parents[page], b.Nodes[k:k+1], from)
			told[page]++
		}
		b.Tree.Each(from, b.Mark, p.first, marks, func(number int, element []byte) {
			x.begin(number)
			x.data = append(x.data, element...)
		})
		for _, f := range b.Figures {
			x.begin(b.Tree.Figure(f.Node, from))
			x.data = append(draw.AppendNumbers(append(x.data, "<</O /Layout /BBox ["...), f.Box[:]...), "] /Placement /Block>>\n"...)
		}
	}
	x.begin(p.first + 1)
	x.data = fmt.Appendf(x.data, "<</Limits [%d %d] /Nums [", p.leaf, p.leaf+p.even()-1)
	for i, list := range parents {
		x.data = append(append(fmt.Appendf(x.data, "%d [", p.leaf+i), list...), "] "...)
	}
	x.data = append(x.data, "]>>\n"...)
}

// Add writes an encoded part. Parts come in the order of their numbers.
func (j *Job) Add(p *Part) error {
	j.add(p.data, p.from, p.size)
	p.data, p.Contents = nil, nil
	return j.err
}

// add writes objects, and the rows of the table for so many numbers from first on.
func (j *Job) add(b *body, first, size int) {
	rows := make([]byte, size*jobRow)
	for _, q := range b.places {
		row := rows[(q.number-first)*jobRow:][:0]
		if q.stream > 0 {
			appendJobRow(row, 2, q.stream, q.index)
		} else {
			appendJobRow(row, 1, j.at+q.at, 0)
		}
	}
	j.rows = append(j.rows, stream.NewFast(rows))
	j.write(b.data)
}

// jobRow is the length of a row: a kind, an offset of a file of any length, a place in a stream.
const jobRow = 8

func appendJobRow(b []byte, kind byte, at, index int) []byte {
	b = binary.BigEndian.AppendUint32(append(b, kind, byte(at>>32)), uint32(at))
	return append(b, byte(index>>8), byte(index))
}

// Bookmark adds a bookmark.
func (j *Job) Bookmark(m Bookmark) { j.marks = append(j.marks, m) }

// Close writes what is left: the fonts, with all letters that were used, and the table. It does not
// close what it writes to.
func (j *Job) Close(fonts *draw.Subset, intent []byte) error {
	if j.pages == 0 {
		return errors.New("a print job without a paper")
	}
	entries := j.next
	if len(j.marks) > 0 {
		b := body{}
		b.outline(outlineObject, entries, j.marks)
		root := b.places[len(b.places)-1]
		b.places = b.places[:len(b.places)-1]
		offset := j.at
		j.add(&b, entries, len(j.marks))
		j.next += len(j.marks)
		return j.close(fonts, intent, offset+root.at)
	}
	return j.close(fonts, intent, 0)
}

// close writes the objects that every file has; outline is the offset of one, if there is any.
func (j *Job) close(fonts *draw.Subset, intent []byte, outline int) error {
	b := &body{}
	for i, f := range fonts {
		b.raw(i+1, f)
	}
	b.printf(infoObject, "%s", j.meta.info())
	b.stream(metadataObject, "/Type /Metadata /Subtype /XML", j.meta.xmp())
	b.stream(intentObject, "/N 3 /Filter /FlateDecode", intent)
	more, tree := "", 0
	if outline > 0 {
		more = fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", outlineObject)
	}
	if j.meta.Tagged {
		tree = treeObject
		b.printf(treeObject, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>", documentObject, parentsObject, j.pages)
		b.raw(parentsObject, append(append([]byte("<</Kids ["), j.parents...), "]>>\n"...))
		b.raw(documentObject, append(append(tag.AppendRef([]byte("<</Type /StructElem /S /Document /P "), treeObject), "/K ["...), append(j.parts, "]>>\n"...)...))
	}
	b.printf(catalogObject, "%s", j.meta.catalog(pagesObject, metadataObject, intentObject, tree, more))
	b.raw(pagesObject, append(append(strconv.AppendInt([]byte("<</Type /Pages /Count "), int64(j.pages), 10), " /Kids ["...), append(j.kids, "]>>\n"...)...))
	start := j.at
	j.write(b.data)
	rows := make([]byte, jobFirst*jobRow)
	appendJobRow(rows[:0], 0, 0, 0xffff)
	for _, q := range b.places {
		appendJobRow(rows[q.number*jobRow:][:0], 1, start+q.at, 0)
	}
	if outline > 0 {
		appendJobRow(rows[outlineObject*jobRow:][:0], 1, outline, 0)
	}
	table := j.at
	appendJobRow(rows[tableObject*jobRow:][:0], 1, table, 0)
	w := stream.Begin(nil)
	w.Store(rows)
	for i := range j.rows {
		w.Add(&j.rows[i])
	}
	data := w.End()
	id := hex.EncodeToString(j.sum.Sum(nil)[:16])
	var tail bytes.Buffer
	fmt.Fprintf(&tail, "%d 0 obj\n<</Type /XRef /Size %d /W [1 5 2] /Root %d 0 R /Info %d 0 R /Filter /FlateDecode /ID [<%s><%s>] /Length %d>>\nstream\n", tableObject, j.next, catalogObject, infoObject, id, id, len(data))
	tail.Write(data)
	fmt.Fprintf(&tail, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", table)
	if j.write(tail.Bytes()); j.err != nil {
		return j.err
	}
	return j.out.Flush()
}

// IsJob reports whether a file is a print job with this title, as Job writes it.
func IsJob(file io.Reader, title string) bool {
	in := bufio.NewReaderSize(file, 64<<10)
	if start, _ := in.Peek(len(opening)); string(start) != opening {
		return false
	}
	mark := []byte(Metadata{Title: title}.mark())
	for {
		part, err := in.Peek(in.Size())
		if bytes.Contains(part, mark) {
			return true
		}
		if err != nil { // that was the end
			return false
		}
		in.Discard(len(part) - len(mark))
	}
}
