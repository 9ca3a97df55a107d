package file

import (
	"bytes"
	"crypto/sha256"
	"fmt"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

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
	first      int // the part's element, and behind it the parents of its marks; 0 if it is not tagged
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
		j.resources[p.Picture] = j.like(p.Picture)
		if j.resources[p.Picture] == 0 {
			p.resources = j.take(2)
			j.resources[p.Picture] = p.resources
		}
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
	if j.meta.Tagged = len(j.papers) < j.mostTagged; j.meta.Tagged {
		p.first = j.take(2)
		for i := range p.Blocks {
			p.blocks = append(p.blocks, j.take(p.Blocks[i].Tree.Objects()))
		}
		j.parents = tag.AppendRef(j.parents, p.first+1)
	}
	j.papers = append(j.papers, numbers{p.pages, p.even(), p.first})
	p.size = j.next - p.from
	return p.pages
}

// like is the number of the resources with the same picture, read by another renderer; 0 if there are none.
func (j *Job) like(picture *draw.Picture) int {
	for other, n := range j.resources {
		if picture != nil && other != nil && bytes.Equal(picture.Data, other.Data) {
			return n
		}
	}
	return 0
}

func (j *Job) take(n int) int {
	first := j.next
	j.next += n
	return first
}

// Encode writes a numbered part. It may run beside others.
func (j *Job) Encode(p *Part) {
	b, x := &body{}, pack{}
	if p.resources > 0 {
		x.object(p.resources, b.resources(p.resources+1, p.Picture))
	}
	for i, c := range p.Contents {
		if p.fresh[i] {
			b.stream(p.contents[i], "/Filter /FlateDecode", c)
		}
	}
	for i, c := range p.Persons {
		b.stream(p.persons+i, "", c)
	}
	resources := j.resources[p.Picture] // not written while parts are encoded
	for i := range p.even() {
		x.begin(p.pages + i)
		x.data = fmt.Appendf(x.data, "<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Resources %d 0 R", pagesObject, p.W, p.H, resources)
		if i < len(p.contents) { // the last may be blank, so that the next begins a leaf
			x.data = append(tag.AppendRef(tag.AppendRef(append(x.data, " /Contents ["...), p.contents[i]), p.persons+i), ']')
		}
		if p.first > 0 {
			x.data = fmt.Appendf(x.data, " /StructParents %d /Tabs /S", p.leaf+i)
		}
		x.data = append(x.data, ">>\n"...)
	}
	if p.first > 0 {
		p.structure(&x)
	}
	b.packed(p.stream, &x, stream.NewFast)
	p.data = b
}

// structure writes the elements of a part, and what its marks belong to.
func (p *Part) structure(x *pack) {
	parents := make([][]byte, p.even())
	told := make([]int, p.even())
	x.begin(p.first)
	x.data = append(tag.AppendRef(append(x.data, "<</S /Part /P "...), documentObject), "/K ["...)
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
