package layout

import (
	"sync"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// Block is one block of documents, in one width and language. It is set once for each of the sizes
// and forms it is asked for, and drawn once for each place in a file; many goroutines may ask.
type Block struct {
	Serial uint64 // its own among all that a store has made
	Forms  uint8  // in how many forms it can be set: 0 open, 1 tight, 2 without what may be left out
	Rank   int    // by how much it matters that it is open, 0 the most
	// Set sets the block anew; if it only measures, its boxes have no items.
	Set func(s *Sizes, form uint8, measures bool) (*Set, error)

	// Held is told of the bytes by which the block comes to hold more.
	Held func(bytes int)

	mu     sync.Mutex
	known  map[cut][]Metric
	drawn  map[place]*Drawn
	weight int // about how many bytes it holds
}

// ranks is how many ranks there are.
const ranks = 6

// cut is a way to set a block.
type cut struct {
	sizes *Sizes
	form  uint8
}

// place is a way to set a block and a place for it in a file.
type place struct {
	cut
	rows string // by how much each box grows, in steps
	slot int    // the first that it takes
}

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

func (b *Block) metrics(s *Sizes, form uint8) ([]Metric, error) {
	key := cut{s, form}
	b.mu.Lock()
	defer b.mu.Unlock()
	if ms, ok := b.known[key]; ok {
		return ms, nil
	}
	set, err := b.Set(s, form, true)
	if err != nil {
		return nil, err
	}
	ms := make([]Metric, len(set.Boxes))
	for i := range set.Boxes {
		ms[i] = set.Boxes[i].Metric
	}
	if b.known == nil {
		b.known = map[cut][]Metric{}
	}
	b.known[key] = ms
	b.hold(100 + 80*len(ms))
	return ms, nil
}

func (b *Block) hold(bytes int) {
	b.weight += bytes
	b.Held(bytes)
}

// Weight is about how many bytes the block holds.
func (b *Block) Weight() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.weight
}

// Draw sets and draws the block for a place in a file, once for each place. Rows is by how much each
// of its boxes grows, in points.
func (b *Block) Draw(d *draw.Drawer, s *Sizes, form uint8, rows []float64, slot int) (*Drawn, error) {
	key := place{cut{s, form}, "", slot}
	for i, r := range rows {
		if r > 0 {
			key.rows += string([]rune{rune(i), rune(r)})
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if one, ok := b.drawn[key]; ok {
		return one, nil
	}
	set, err := b.Set(s, form, false)
	if err != nil {
		return nil, err
	}
	one, err := set.draw(d.Draw, rows, slot*tag.SlotMarks)
	if err != nil {
		return nil, err
	}
	if b.drawn == nil {
		b.drawn = map[place]*Drawn{}
	}
	one.held = b.Held
	b.drawn[key] = one
	b.hold(one.weight())
	return one, nil
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

// Draw draws a set for one paper alone, its marks numbered from 0.
func (s *Set) Draw(d *draw.Drawer) (*Drawn, error) {
	out, err := s.draw(d.DrawOnce, make([]float64, len(s.Boxes)), 0)
	if err == nil {
		out.deflate = stream.NewFast
	}
	return out, err
}

func (s *Set) draw(do func([]draw.Item, int) (*draw.Drawing, error), rows []float64, mark int) (*Drawn, error) {
	out, marks := &Drawn{Root: s.Root, Tree: tag.NewTree(s.Root), mark: mark, deflate: stream.NewFragment}, 0
	for i := range s.Boxes {
		box := &s.Boxes[i]
		items := box.Items
		if rows[i] > 0 {
			items = box.Grow(rows[i])
		}
		one, err := do(items, mark+marks)
		if err != nil {
			return nil, err
		}
		var again *draw.Drawing
		if box.Again != nil {
			if again, err = do(Silent(box.Again), 0); err != nil {
				return nil, err
			}
		}
		out.Boxes, out.Again = append(out.Boxes, one), append(out.Again, again)
		out.First = append(out.First, marks)
		marks += len(one.Marks)
	}
	out.Slots = out.Tree.Slots(marks)
	return out, nil
}

// Silent are items that are not read out: they were before.
func Silent(items []draw.Item) []draw.Item {
	out := append([]draw.Item(nil), items...)
	for i := range out {
		out[i].Node = nil
	}
	return out
}
