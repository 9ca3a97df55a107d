package tag

import (
	"encoding/binary"
	"strconv"

	"backcare/internal/pdf/stream"
)

// SlotMarks is how many marks a slot has. Each block of a paper takes one slot or more: its marks
// begin at a multiple of SlotMarks and its objects at a multiple of SlotObjects, so that what is
// written of its structure is the same on every paper where it takes the same slot.
const (
	SlotMarks   = 64
	SlotObjects = 128
)

// Slots is how many slots a tree takes, with so many marks.
func (t *Tree) Slots(marks int) int {
	return max((marks+SlotMarks-1)/SlotMarks, (t.Objects()+SlotObjects-1)/SlotObjects)
}

// Ready is the structure of a block in its place, ready to be put into a file.
type Ready struct {
	Tree    *Tree
	From    int               // number of its first object: the stream
	Object  []byte            // that, whole
	Parents []stream.Fragment // for each of its pages which element each mark of its slots belongs to
	Rows    stream.Fragment   // where the elements are, as a table of objects tells it
}

// NewReady writes the structure of a tree whose objects begin at from and whose marks begin at mark.
// Nodes are the elements of the marks in their order, and pages the numbers of the pages' objects
// they stand on; top is the parent of the tree. The parents are told for each of the given pages, with
// room for so many slots. Deflate deflates it.
func (t *Tree) NewReady(from, mark, top, slots int, nodes []*Node, pages, of []int, deflate func([]byte) stream.Fragment) *Ready {
	r := &Ready{Tree: t, From: from}
	marks := make([]Mark, len(nodes))
	for i, n := range nodes {
		marks[i] = Mark{n, pages[i]}
	}
	for _, page := range of {
		var b []byte
		for i := range slots * SlotMarks {
			if i < len(nodes) && pages[i] == page {
				b = t.AppendParents(b, nodes[i:i+1], from)
			} else {
				b = append(b, "null "...)
			}
		}
		r.Parents = append(r.Parents, deflate(b))
	}
	var rows []byte
	for i := range t.nodes {
		rows = AppendRow(rows, 2, from, i)
	}
	r.Rows = deflate(rows)
	if len(t.nodes) > 0 {
		data, head := t.Stream(from, mark, top, marks)
		z := deflate(data).Whole()
		b := append(strconv.AppendInt([]byte("<</Type /ObjStm /N "), int64(len(t.nodes)), 10), " /First "...)
		b = append(strconv.AppendInt(b, int64(head), 10), " /Filter /FlateDecode /Length "...)
		b = append(strconv.AppendInt(b, int64(len(z)), 10), ">>\nstream\n"...)
		r.Object = append(append(b, z...), "\nendstream\n"...)
	}
	return r
}

// Weight is about how many bytes it takes.
func (r *Ready) Weight() int { return len(r.Object) + 200*len(r.Parents) + 300 }

// AppendRow appends a row of the table of objects: its kind, then an offset, or an object stream and
// a place in it.
func AppendRow(b []byte, kind byte, at, index int) []byte {
	b = binary.BigEndian.AppendUint32(append(b, kind), uint32(at))
	return append(b, byte(index>>8), byte(index))
}
