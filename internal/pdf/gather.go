package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// gather draws a document of which hardly a line stands on another's, such as a note: head, foot and
// blocks of each page at once, in place of one by one.
func (c *Composed) gather(blocks []*layout.Block) error {
	all, err := c.pages(blocks)
	if err != nil {
		return err
	}
	d, err := all.Draw(c.renderer.drawer)
	if err != nil {
		return err
	}
	c.drawn, c.slots, c.gathered = []*layout.Drawn{d}, []int{0}, true
	return nil
}

// pages is all that stands on the pages, as one block with a box for each.
func (c *Composed) pages(blocks []*layout.Block) (*layout.Set, error) {
	all := &layout.Set{Root: &tag.Node{Role: "Document", Kids: c.frame.Root.Kids}}
	var boxes []layout.Box
	for i, b := range blocks {
		set, err := b.Set(c.fit.Sizes, c.fit.Forms[i], false)
		if err != nil {
			return nil, err
		}
		boxes = append(boxes, set.Boxes...)
		all.Root.Kids = append(all.Root.Kids[:len(all.Root.Kids):len(all.Root.Kids)], set.Root.Kids...)
	}
	for p := range c.fit.Pages {
		s := layout.Builder{Type: c.renderer.ty, Items: c.frame.Furniture(p, len(c.fit.Pages), c.fit.Pages[p].Leaf)}
		c.eachBox(p, func(i int, y, gap float64) {
			if m := &c.fit.Boxes[i]; gap < 0 && m.Head > 0 {
				s.Lay(layout.Silent(boxes[i].Again), layout.SideMargin, y-m.Head)
			} else if gap > 0 && m.Rule {
				s.Stroke(layout.SideMargin, y-gap/2, c.frame.Wide, 0, draw.Hair, 0.8)
			}
			items := boxes[i].Items
			if rows := c.fit.Pages[p].Rows[i-c.fit.Pages[p].From]; rows > 0 {
				items = boxes[i].Grow(rows)
			}
			s.Lay(items, layout.SideMargin, y)
		})
		s.Items = append(s.Items, c.frame.PersonItems(&c.who, p)...)
		all.Boxes = append(all.Boxes, layout.Box{Items: s.Items})
	}
	return all, nil
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
