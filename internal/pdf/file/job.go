package file

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
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
	meta       Metadata
	mostTagged int // papers
	out        *bufio.Writer
	sum        hash.Hash
	err        error
	at         int // offset
	next       int // number
	papers     []numbers
	pages      int
	shared     map[[sha256.Size]byte]int // content seen, by its hash
	resources  map[*draw.Picture]int
	rows       []stream.Fragment // of the table, for the numbers from jobFirst on
	parents    []byte            // the pages' parents, as kids of a tree
}

// numbers are where a paper is: those of its pages from the first on, and of its element, 0 if it has none.
type numbers struct{ page, pages, element int }

// jobFirst is the first number that is not of an object every file has.
const jobFirst = firstPage

// NewJob begins a print job. If it has more than so many papers it is not tagged, and nothing leads to the elements
// of those that came first.
func NewJob(to io.Writer, m Metadata, mostTagged int) *Job {
	m.Tagged = true
	j := &Job{meta: m, mostTagged: mostTagged, out: bufio.NewWriterSize(to, 1<<16), sum: sha256.New(), next: jobFirst, shared: map[[sha256.Size]byte]int{}, resources: map[*draw.Picture]int{}}
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
		q.appendJobRow(rows[(q.number-first)*jobRow:][:0], j.at)
	}
	j.rows = append(j.rows, stream.NewFast(rows))
	j.write(b.data)
}

// jobRow is the length of a row: a kind, an offset of a file of any length, a place in a stream.
const jobRow = 8

// appendJobRow appends the row of an object of a body that begins at an offset.
func (q place) appendJobRow(b []byte, from int) {
	if q.stream > 0 {
		appendJobRow(b, 2, q.stream, q.index)
	} else {
		appendJobRow(b, 1, from+q.at, 0)
	}
}

func appendJobRow(b []byte, kind byte, at, index int) []byte {
	b = binary.BigEndian.AppendUint32(append(b, kind, byte(at>>32)), uint32(at))
	return append(b, byte(index>>8), byte(index))
}

// Close puts the papers in order, each counted from 0 as it was numbered, and writes what is left: bookmarks,
// the fonts, with all letters that were used, and the table. It does not close what it writes to.
func (j *Job) Close(order []int, marks []Bookmark, fonts *Fonts, intent []byte) error {
	if len(order) == 0 || len(order) != len(j.papers) {
		return fmt.Errorf("the print job has %d papers, but %d are put in order", len(j.papers), len(order))
	}
	var pages, elements []byte
	for _, i := range order {
		p := j.papers[i]
		for k := range p.pages {
			pages = tag.AppendRef(pages, p.page+k)
		}
		elements = tag.AppendRef(elements, p.element)
	}
	outline := 0 // its offset
	if len(marks) > 0 {
		b := body{}
		b.outline(outlineObject, j.next, marks)
		root := b.places[len(b.places)-1]
		b.places = b.places[:len(b.places)-1]
		outline = j.at + root.at
		j.add(&b, j.next, len(marks))
		j.next += len(marks)
	}
	return j.close(pages, elements, outline, fonts, intent)
}

// close writes the objects that every file has.
func (j *Job) close(pages, elements []byte, outline int, fonts *Fonts, intent []byte) error {
	b, x := &body{}, pack{}
	b.fonts(fonts, &x)
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
		b.raw(documentObject, append(append(tag.AppendRef([]byte("<</S /Document /P "), treeObject), "/K ["...), append(elements, "]>>\n"...)...))
	}
	x.object(catalogObject, j.meta.catalog(pagesObject, metadataObject, intentObject, tree, more))
	b.packed(packObject, &x, stream.NewBest)
	b.raw(pagesObject, append(append(strconv.AppendInt([]byte("<</Type /Pages /Count "), int64(j.pages), 10), " /Kids ["...), append(pages, "]>>\n"...)...))
	start := j.at
	j.write(b.data)
	rows := make([]byte, jobFirst*jobRow)
	appendJobRow(rows[:0], 0, 0, 0xffff)
	for _, q := range b.places {
		q.appendJobRow(rows[q.number*jobRow:][:0], start)
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
