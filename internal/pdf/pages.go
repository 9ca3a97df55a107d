package pdf

import "backcare/internal/pdf/file"

// paper is the document as a file holds it.
func (c *Composed) paper(prefix *file.Prefix) (*file.Paper, error) {
	p := &file.Paper{Prefix: prefix, W: c.frame.W, H: c.frame.H}
	pages := len(c.fit.Pages)
	figures := make([][]file.Figure, len(c.drawn))
	for i := range c.fit.Pages {
		w, err := c.content(i, figures)
		if err != nil {
			return nil, err
		}
		if who := c.person(i); who != nil {
			w.Store(who)
		}
		p.Contents = append(p.Contents, w.End())
	}
	if !c.gathered {
		p.Blocks = append(p.Blocks, c.frame.block(pages, len(c.who[0].Lines) > 0))
	}
	of := c.pagesOf()
	for i, d := range c.drawn {
		ready, on := d.Ready(file.SlotObject(c.slots[i], pages), file.TopObject, of[i], file.PageObject)
		p.Blocks = append(p.Blocks, file.Block{Ready: ready, Slot: c.slots[i], Slots: d.Slots, Pages: on, Figures: figures[i]})
	}
	if pages > 2 {
		p.Bookmarks = c.bookmarks(of)
	}
	return p, nil
}

// pagesOf is the pages of the boxes of each block that was drawn.
func (c *Composed) pagesOf() [][]int {
	of := make([]int, 0, len(c.fit.Boxes))
	for p := range c.fit.Pages {
		if c.gathered {
			of = append(of, p)
			continue
		}
		for range c.fit.Pages[p].To - c.fit.Pages[p].From {
			of = append(of, p)
		}
	}
	out := make([][]int, len(c.drawn))
	at := 0
	for i, d := range c.drawn {
		out[i] = of[at : at+len(d.Boxes)]
		at += len(d.Boxes)
	}
	return out
}

// person is what a page says of the person, if it is written apart.
func (c *Composed) person(page int) []byte {
	if c.gathered {
		return nil
	}
	mark := 0
	if page == 0 {
		mark = c.frame.marks(len(c.fit.Pages))
	}
	return c.frame.AppendPerson(nil, &c.who, page, mark)
}
