package pdf

import (
	"testing"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// laidOut is a document on its pages, before it is drawn.
type laidOut struct {
	*Composed
	frame  *framed
	scale  *layout.Sizes
	blocks []*layout.Block
	pages  [][]draw.Item
	doc    *tag.Node // root of the structure
}

// laid lays a document out.
func laid(t testing.TB, p *Renderer, doc handout.Document, paper Paper) *laidOut {
	t.Helper()
	l, err := lay(p, &doc, paper)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func lay(p *Renderer, doc *handout.Document, paper Paper) (*laidOut, error) {
	f, err := p.frame(doc, paper)
	if err != nil {
		return nil, err
	}
	c := &Composed{renderer: p, frame: f}
	blocks, err := c.choose(doc, paper)
	if err != nil {
		return nil, err
	}
	root, pages, err := c.pages(blocks)
	if err != nil {
		return nil, err
	}
	l := &laidOut{Composed: c, frame: f, scale: c.fit.Sizes, blocks: blocks, doc: root}
	for _, pieces := range pages {
		var items []draw.Item
		for _, p := range pieces {
			for _, it := range p.Items {
				if it = it.At(p.X, p.Y); p.Silent {
					it.Node = nil
				}
				items = append(items, it)
			}
		}
		l.pages = append(l.pages, items)
	}
	return l, nil
}

// composed prints a document whose items were changed one by one.
func (r *Renderer) composed(doc *handout.Document, paper Paper, change func(*draw.Item)) ([]byte, error) {
	l, err := lay(r, doc, paper)
	if err != nil {
		return nil, err
	}
	var pages [][]draw.Piece
	for _, p := range l.pages {
		for i := range p {
			change(&p[i])
		}
		pages = append(pages, []draw.Piece{{Items: p}})
	}
	c := l.Composed
	d, err := layout.DrawOnce(r.drawer, l.doc, pages)
	if err != nil {
		return nil, err
	}
	c.drawn, c.slots, c.gathered = []*layout.Drawn{d}, []int{0}, true
	if err := c.letters(); err != nil {
		return nil, err
	}
	prefix, err := r.prefix(prefixKey{groups: c.groups})
	if err != nil {
		return nil, err
	}
	p, err := c.paper(prefix)
	if err != nil {
		return nil, err
	}
	data, _ := p.Append(nil)
	return data, nil
}
