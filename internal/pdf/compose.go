package pdf

import (
	"encoding/binary"
	"math"

	"backcare/internal/handout"
	"backcare/internal/pdf/block"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
)

// Composed is a document on its pages, each block drawn in its place. It may become a file of its own, and a
// paper of a [Job].
type Composed struct {
	renderer *Renderer
	doc      *handout.Document
	frame    *framed
	who      layout.Person
	fit      *layout.Fit
	drawn    []*layout.Drawn
	slots    []int // of the blocks
	gathered bool  // all of a page is one box, and all boxes one block
	groups   font.Groups
}

// Compose chooses sizes for a document and draws it. It fails with a [MissingError] where the
// fonts lack a letter, and if the logo or the paper is none.
func (r *Renderer) Compose(doc *handout.Document, paper Paper) (*Composed, error) {
	if lacks := font.Missing(doc.Head.Person.String()); lacks != nil {
		return nil, missing(lacks)
	}
	frame, err := r.frame(doc, paper)
	if err != nil {
		return nil, err
	}
	c := &Composed{renderer: r, doc: doc, frame: frame, groups: r.base.Of(doc.Head.Person.String())}
	if c.who, err = frame.Person(doc.Head.Person); err != nil {
		return nil, err
	}
	blocks, err := c.choose(doc, paper)
	if err != nil {
		return nil, err
	}
	if doc.Kind == handout.ReferralKind {
		err = c.gather(blocks)
	} else {
		err = c.draw(blocks)
	}
	if err != nil {
		return nil, err
	}
	return c, c.letters()
}

// choose finds the sizes, and the document in brief if all of it is too much.
func (c *Composed) choose(doc *handout.Document, paper Paper) (blocks []*layout.Block, err error) {
	r, page := c.renderer, block.PageOf(c.frame.Frame, doc.Colon)
	blocks, ladder := r.blocks.Blocks(doc.Blocks, page), r.ladders.Of(doc.Kind, paper.Large)
	if doc.Kind == handout.SheetKind {
		c.fit, err = r.fitted(blocks, ladder, c.frame)
		if err == nil && doc.Roomy != nil && !paper.Large && c.fit != nil && c.fit.Rung < ladder.Tight {
			roomy := r.blocks.Blocks(doc.Roomy(), page)
			if fit, err := r.fitted(roomy, r.ladders.Roomy(), c.frame); fit != nil || err != nil {
				c.fit = fit
				return roomy, err
			}
		}
	} else {
		c.fit, err = layout.NewFit(blocks, ladder, c.frame.Room)
	}
	if c.fit == nil && err == nil && doc.Brief != nil {
		blocks, ladder = r.blocks.Blocks(doc.Brief(), page), r.ladders.Brief(doc.Kind)
		c.fit, err = layout.NewFit(blocks, ladder, c.frame.Room)
	}
	if c.fit == nil && err == nil {
		c.fit, err = layout.LeastFit(blocks, ladder, c.frame.Room)
	}
	return blocks, err
}

// fitted finds sizes as NewFit does, nil if there are none, once for all people with one routine.
func (r *Renderer) fitted(blocks []*layout.Block, ladder *layout.Ladder, frame *framed) (*layout.Fit, error) {
	key := make([]byte, 0, 8*len(blocks)+32)
	for _, v := range [...]float64{frame.Room(0), frame.Room(1), ladder.Sizes[0].Body, float64(len(ladder.Sizes))} {
		key = binary.BigEndian.AppendUint64(key, math.Float64bits(v))
	}
	for _, b := range blocks {
		key = binary.BigEndian.AppendUint64(key, b.Serial)
	}
	return r.fits.get(string(key), func() (*layout.Fit, error) { return layout.NewFit(blocks, ladder, frame.Room) })
}

// draw draws the blocks, each in a slot of its own behind the frame's.
func (c *Composed) draw(blocks []*layout.Block) error {
	rows := make([]float64, len(c.fit.Boxes))
	for _, p := range c.fit.Pages {
		copy(rows[p.From:p.To], p.Rows)
	}
	slot := 1
	for i, b := range blocks {
		d, err := b.Draw(c.renderer.drawer, c.fit.Sizes, c.fit.Forms[i], rows[c.fit.Starts[i]:c.fit.Starts[i+1]], slot)
		if err != nil {
			return err
		}
		c.drawn, c.slots = append(c.drawn, d), append(c.slots, slot)
		slot += d.Slots
	}
	return nil
}

// letters finds out which fonts the document needs, and which of its letters no font has.
func (c *Composed) letters() error {
	var lacks []rune
	look := func(d *draw.Drawing) {
		c.groups = c.groups.Join(d.Groups)
		lacks = append(lacks, d.Missing...)
	}
	for _, d := range c.drawn {
		for _, one := range d.Boxes {
			look(one)
		}
	}
	for p := range c.fit.Pages {
		if !c.gathered {
			d, err := c.frame.furniture(c.renderer.drawer, p, len(c.fit.Pages), c.fit.Pages[p].Leaf)
			if err != nil {
				return err
			}
			look(d)
		}
	}
	if lacks != nil {
		return missing(lacks)
	}
	return nil
}
