package layout

import (
	"slices"
	"sync"

	"backcare/internal/pdf/draw"
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
	known  []measured
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

// measured is what a block takes, set in one way.
type measured struct {
	cut
	metrics []Metric
	asked   bool // for all of it, once
	set     *Set // kept when it is asked for again: it stands on many papers
}

// place is a way to set a block and a place for it in a file.
type place struct {
	cut
	rows string // by how much each box grows, in points
	slot int    // the first that it takes
}

func (b *Block) metrics(s *Sizes, form uint8) ([]Metric, error) {
	key := cut{s, form}
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range b.known {
		if b.known[i].cut == key {
			return b.known[i].metrics, nil
		}
	}
	set, err := b.Set(s, form, true)
	if err != nil {
		return nil, err
	}
	ms := make([]Metric, len(set.Boxes))
	for i := range set.Boxes {
		ms[i] = set.Boxes[i].Metric
	}
	b.known = append(b.known, measured{cut: key, metrics: ms})
	b.hold(100 + 80*len(ms))
	return ms, nil
}

// Whole sets the block to be drawn, in sizes and a form in which it was measured.
func (b *Block) Whole(s *Sizes, form uint8) (*Set, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	i := slices.IndexFunc(b.known, func(m measured) bool { return m.cut == cut{s, form} })
	m := &b.known[i]
	if m.set != nil {
		return m.set, nil
	}
	set, err := b.Set(s, form, false)
	if err != nil {
		return nil, err
	}
	if m.asked {
		m.set = set
		b.hold(set.weight())
	}
	m.asked = true
	return set, nil
}

// weight is about how many bytes a set takes.
func (s *Set) weight() (n int) {
	for i := range s.Boxes {
		n += 300 + 250*len(s.Boxes[i].Items)
	}
	return n
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
	one, err := set.draw(d, rows, slot*tag.SlotMarks)
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
