package layout

import (
	"fmt"
	"slices"
	"sync"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// Drawn is a block as it is drawn, its marks numbered from a given number.
type Drawn struct {
	Boxes []*draw.Drawing
	Again []*draw.Drawing // what is set again above each box; nil where nothing is
	Tree  *tag.Tree
	Root  *tag.Node
	First []int // of the marks of the block, the first of each box
	Slots int   // how many it takes

	mark    int
	deflate func([]byte) stream.Fragment
	mu      sync.Mutex
	ready   map[string]readied
	held    func(bytes int) // nil for what is drawn once
}

// weight is about how many bytes a block takes as it is drawn.
func (d *Drawn) weight() int {
	n := 500 + 300*d.Tree.Elements()
	for i, one := range d.Boxes {
		n += one.Weight()
		if d.Again[i] != nil {
			n += d.Again[i].Weight()
		}
	}
	return n
}

// draw draws a set in its place, once for all papers.
func (s *Set) draw(d *draw.Drawer, rows []float64, mark int) (*Drawn, error) {
	out := &Drawn{Root: s.Root, Tree: tag.NewTree(s.Root), mark: mark, deflate: stream.NewFragment}
	for i := range s.Boxes {
		box := &s.Boxes[i]
		items := box.Items
		if rows[i] > 0 {
			items = box.Grow(rows[i])
		}
		if err := out.add([]draw.Piece{{Items: items}}, d.Draw); err != nil {
			return nil, err
		}
		if box.Again == nil {
			continue
		}
		var err error
		if out.Again[i], err = d.Draw([]draw.Piece{{Items: box.Again, Silent: true}}, 0); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// DrawOnce draws pages for one paper alone, as the boxes of one block whose marks are numbered from 0.
func DrawOnce(d *draw.Drawer, root *tag.Node, pages [][]draw.Piece) (*Drawn, error) {
	out := &Drawn{Root: root, Tree: tag.NewTree(root), deflate: stream.NewFast}
	for _, pieces := range pages {
		if err := out.add(pieces, d.DrawOnce); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// add draws the next box.
func (d *Drawn) add(pieces []draw.Piece, do func([]draw.Piece, int) (*draw.Drawing, error)) error {
	marks := 0
	if n := len(d.Boxes); n > 0 {
		marks = d.First[n-1] + len(d.Boxes[n-1].Marks)
	}
	one, err := do(pieces, d.mark+marks)
	if err != nil {
		return err
	}
	d.Boxes, d.Again, d.First = append(d.Boxes, one), append(d.Again, nil), append(d.First, marks)
	d.Slots = d.Tree.Slots(marks + len(one.Marks))
	return nil
}

// Silent are items that are not read out: they were before.
func Silent(items []draw.Item) []draw.Item {
	out := append([]draw.Item(nil), items...)
	for i := range out {
		out[i].Node = nil
	}
	return out
}

// Ready is the structure of the block in its place: its objects begin at from, its boxes stand on the
// given pages, top is the number of the element above and object the number of a page's object. It
// returns the pages that the parents of its marks are told for, too.
func (d *Drawn) Ready(from, top int, pages []int, object func(int) int) (*tag.Ready, []int) {
	key := fmt.Sprint(from, pages)
	d.mu.Lock()
	defer d.mu.Unlock()
	if r, ok := d.ready[key]; ok {
		return r.Ready, r.pages
	}
	var nodes []*tag.Node
	var objects, of, ofObjects []int
	for i, b := range d.Boxes {
		nodes = append(nodes, b.Marks...)
		for range b.Marks {
			objects = append(objects, object(pages[i]))
		}
		if len(b.Marks) > 0 && !slices.Contains(of, pages[i]) {
			of, ofObjects = append(of, pages[i]), append(ofObjects, object(pages[i]))
		}
	}
	r := readied{d.Tree.NewReady(from, d.mark, top, d.Slots, nodes, objects, ofObjects, d.deflate), of}
	if d.ready == nil {
		d.ready = map[string]readied{}
	}
	d.ready[key] = r
	if d.held != nil {
		d.held(r.Weight())
	}
	return r.Ready, of
}

// readied is the structure of a block in one place.
type readied struct {
	*tag.Ready
	pages []int
}
