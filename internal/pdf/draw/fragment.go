package draw

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

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

	text   string // all letters
	once   sync.Once
	groups font.Groups
}

// Placed is a figure in a box.
type Placed struct {
	*figure.Figure
	X, Y, Scale float64 // pt, pt from the top of the box, pt a unit
	Node        *tag.Node
	Mark        int // of the marks of its box
}

// Draw draws items whose marks are numbered from mark. The fragment ends what a "q" before it begins.
func (d *Drawer) Draw(items []Item, mark int) (*Drawing, error) {
	return d.draw(items, mark, stream.NewFragment)
}

// DrawOnce draws like Draw what is drawn for one paper alone, and so deflates it less.
func (d *Drawer) DrawOnce(items []Item, mark int) (*Drawing, error) {
	return d.draw(items, mark, stream.NewFast)
}

func (d *Drawer) draw(items []Item, mark int, deflate func([]byte) stream.Fragment) (*Drawing, error) {
	out := &Drawing{}
	var all strings.Builder
	for _, it := range items {
		all.WriteString(it.Text)
	}
	out.text = all.String()
	if out.Missing = font.Missing(out.text); out.Missing != nil {
		return out, nil // gofpdf does not survive all of them
	}
	c := d.borrow()
	p := painter{mark: mark, out: out}
	content := c.template(func(t *gofpdf.Tpl) {
		p.to = t
		p.paint(items)
	})
	if p.to.Err() {
		return nil, fmt.Errorf("draw: %w", p.to.Error())
	}
	out.Fragment = deflate(append(bytes.TrimPrefix(content, d.start), "Q\n"...))
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
func (d *Drawing) Weight() int {
	return 300 + len(d.Data) + len(d.text) + 16*len(d.Marks) + 200*len(d.Figures)
}

// Groups is the groups of letters that the drawing needs, of a base that is always the same.
func (d *Drawing) Groups(base font.Base) font.Groups {
	d.once.Do(func() { d.groups = base.Of(d.text) })
	return d.groups
}
