package block

import (
	"hash/maphash"
	"sync"
	"sync/atomic"

	"backcare/internal/handout"
	"backcare/internal/pdf/layout"
)

// Store keeps the blocks that were set, for many goroutines at once: those that were asked for before,
// for hardly a list of answers stands on two notes. Blocks that have not been asked for lately go, so its
// size does not grow with the number of papers; one that is set again is the same.
type Store struct {
	ty layout.Type

	most   int64        // bytes of young blocks
	weight atomic.Int64 // of those, about

	mu         sync.Mutex
	made       uint64 // blocks so far
	young, old map[key]*layout.Block
	seed       maphash.Seed
	once       map[uint64]bool // hashes of keys that were asked for once
}

// mostOnce is how many blocks are remembered to have been asked for once.
const mostOnce = 1 << 14

// NewStore is an empty store, which will keep about so many bytes.
func NewStore(ty layout.Type, memory int) *Store {
	return &Store{ty: ty, most: int64(memory) / 2, young: map[key]*layout.Block{}, seed: maphash.MakeSeed(), once: map[uint64]bool{}}
}

// PageOf is what a document's blocks know of its pages.
func PageOf(f *layout.Frame, colon string) Page {
	return Page{wide: f.Wide, tall: f.Room(0), fold: f.H/2 - f.Top[0], colon: colon}
}

// Blocks are the blocks of a document for a page.
func (s *Store) Blocks(blocks []handout.Block, page Page) []*layout.Block {
	list := passages(blocks, s.ty)
	out, w := make([]*layout.Block, len(list)), &writer{make([]byte, 0, 1024)}
	for i := range list {
		k := w.write(&list[i], &page)
		out[i] = s.get(k, w.b, &list[i], page)
	}
	return out
}

func (s *Store) get(k key, values []byte, p *passage, page Page) *layout.Block {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.young[key{k.kind, string(values), k.shared, k.figure}]; b != nil { // which makes no string
		return b
	}
	k.values = string(values)
	b := s.old[k]
	if b == nil {
		b = s.block(*p, page)
		if hash := maphash.Comparable(s.seed, k); !s.once[hash] {
			if len(s.once) >= mostOnce {
				clear(s.once)
			}
			s.once[hash] = true
			b.Held = func(int) {}
			return b
		}
	}
	if s.weight.Load() > s.most {
		s.old, s.young = s.young, map[key]*layout.Block{}
		s.weight.Store(0)
	}
	s.weight.Add(int64(b.Weight() + 2*len(values) + 500))
	s.young[k] = b
	return b
}

// block is a new block.
func (s *Store) block(p passage, page Page) *layout.Block {
	kind, ty := kindOf(p.block), s.ty
	s.made++
	return &layout.Block{Serial: s.made, Forms: kind.forms, Rank: kind.rank, Held: func(n int) { s.weight.Add(int64(n)) }, Set: func(sizes *layout.Sizes, form uint8, measures bool) (*layout.Set, error) {
		return p.set(ty, page, sizes, form, measures)
	}}
}
