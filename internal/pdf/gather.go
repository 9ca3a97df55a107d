package pdf

import (
	"slices"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// gather draws a document that shares hardly a line with any other, such as a note: the head, foot and blocks
// of each page at once instead of one by one.
func (c *Composed) gather(blocks []*layout.Block) error {
	root, pages, err := c.pages(blocks)
	if err != nil {
		return err
	}
	d, err := layout.DrawOnce(c.renderer.drawer, root, pages)
	if err != nil {
		return err
	}
	c.drawn, c.slots, c.gathered = []*layout.Drawn{d}, []int{0}, true
	return nil
}

// pages is everything on the pages, and its structure.
func (c *Composed) pages(blocks []*layout.Block) (root *tag.Node, pages [][]draw.Piece, err error) {
	root = &tag.Node{Role: "Document", Kids: slices.Clone(c.frame.Root.Kids)}
	boxes := make([]layout.Box, 0, len(c.fit.Boxes))
	for i, b := range blocks {
		set, err := b.Whole(c.fit.Sizes, c.fit.Forms[i])
		if err != nil {
			return nil, nil, err
		}
		boxes = append(boxes, set.Boxes...)
		root.Kids = append(root.Kids, set.Root.Kids...)
	}
	for p := range c.fit.Pages {
		pages = append(pages, c.page(p, boxes))
	}
	return root, pages, nil
}

// page is everything on a page.
func (c *Composed) page(p int, boxes []layout.Box) []draw.Piece {
	fit := &c.fit.Pages[p]
	pieces := append(make([]draw.Piece, 0, 2*len(boxes)+2), draw.Piece{Items: c.frame.Furniture(p, len(c.fit.Pages), fit.Leaf)})
	c.eachBox(p, func(i int, y, gap float64) {
		if m := &c.fit.Boxes[i]; gap < 0 && m.Head > 0 {
			pieces = append(pieces, draw.Piece{Items: boxes[i].Again, X: layout.SideMargin, Y: y - m.Head, Silent: true})
		} else if gap > 0 && m.Rule {
			s := layout.Builder{}
			s.Stroke(layout.SideMargin, y-gap/2, c.frame.Wide, 0, draw.Hair, 0.8)
			pieces = append(pieces, draw.Piece{Items: s.Items})
		}
		items := boxes[i].Items
		if rows := fit.Rows[i-fit.From]; rows > 0 {
			items = boxes[i].Grow(rows)
		}
		pieces = append(pieces, draw.Piece{Items: items, X: layout.SideMargin, Y: y})
	})
	return append(pieces, draw.Piece{Items: c.frame.PersonItems(&c.who, p)})
}

// eachBox tells where the boxes of a page stand: y is the top of box i, and gap the room above it, -1
// at the top of the page.
func (c *Composed) eachBox(page int, do func(i int, y, gap float64)) {
	fit := &c.fit.Pages[page]
	y := c.frame.Top[min(page, 1)]
	for i := fit.From; i < fit.To; i++ {
		m, gap := &c.fit.Boxes[i], -1.0
		if i > fit.From {
			gap = m.Before + fit.Gaps[i-fit.From]
			y += gap
		} else {
			y += m.Head
		}
		do(i, y, gap)
		y += m.Height + fit.Rows[i-fit.From]
	}
}
