package draw

import (
	"bytes"
	"fmt"

	"github.com/jung-kurt/gofpdf"

	"backcare/internal/figure"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// Drawing is what one box leaves on paper.
type Drawing struct {
	stream.Fragment
	Marks   []*tag.Node // the elements of its marks, those of its figures too, numbered in this order
	Figures []Placed
	Missing []rune // letters that the fonts do not have
	Groups  font.Groups
}

// Placed is a figure in a box.
type Placed struct {
	*figure.Figure
	X, Y, Scale float64 // pt, pt from the top of the box, pt a unit
	Node        *tag.Node
	Mark        int // of the marks of its box
}

// Draw draws pieces whose marks are numbered from mark. The fragment ends with the Q for a q that its user
// writes before it. Where letters are missing it is empty.
func (d *Drawer) Draw(pieces []Piece, mark int) (*Drawing, error) {
	return d.draw(pieces, mark, stream.NewFragment)
}

// DrawOnce draws like Draw what is drawn for one paper alone, and so deflates it less.
func (d *Drawer) DrawOnce(pieces []Piece, mark int) (*Drawing, error) {
	return d.draw(pieces, mark, stream.NewFast)
}

func (d *Drawer) draw(pieces []Piece, mark int, deflate func([]byte) stream.Fragment) (*Drawing, error) {
	out := &Drawing{}
	for _, p := range pieces {
		for i := range p.Items {
			out.Missing = append(out.Missing, font.Missing(p.Items[i].Text)...)
			out.Groups = out.Groups.Join(d.base.Of(p.Items[i].Text))
		}
	}
	if out.Missing != nil {
		return out, nil // gofpdf does not survive all of them
	}
	c := d.borrow()
	p := painter{mark: mark, out: out, raw: c.raw[:0]}
	content := c.template(func(t *gofpdf.Tpl) {
		p.to = t
		p.paint(pieces)
	})
	if p.to.Err() {
		return nil, fmt.Errorf("draw: %w", p.to.Error())
	}
	out.Fragment = deflate(append(bytes.TrimPrefix(content, d.start), "Q\n"...))
	c.raw = p.raw
	d.giveBack(c)
	return out, nil
}

// mostFigures is how many figures are kept as they were drawn.
const mostFigures = 1024

// Figure is a figure in dots from its top left corner, drawn once. The fragment ends what a mark in a
// "q" before it begins.
func (d *Drawer) Figure(f *figure.Figure) *stream.Fragment {
	key := f.Identity()
	d.mu.Lock()
	defer d.mu.Unlock()
	one := d.figures[key]
	if one == nil {
		if len(d.figures) >= mostFigures {
			clear(d.figures)
		}
		made := stream.NewBest(append(append([]byte("1 J 1 j\n"), figureContent(f)...), "EMC Q\n"...))
		one = &made
		d.figures[key] = one
	}
	return one
}

// Weight is about how many bytes the drawing takes.
func (d *Drawing) Weight() int { return 300 + len(d.Data) + 16*len(d.Marks) + 200*len(d.Figures) }
