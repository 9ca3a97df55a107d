package batch

import (
	"sync"

	"backcare/internal/pdf"
)

// plateBudget bounds the memory for plates, in bytes. A plate of a sheet takes about 140 kB.
const plateBudget = 64 << 20

// plates keeps the plates made so far, of all languages. When they are too heavy the oldest goes: a
// plate made again is the same.
type plates struct {
	mu    sync.Mutex
	made  map[string]*plate
	order []string // the oldest first
	bytes int
	most  int // bytes
}

type plate struct {
	*pdf.Plate
	err   error
	once  sync.Once
	key   string
	bytes int // as it was weighed last
}

func newPlates(most int) *plates { return &plates{made: map[string]*plate{}, most: most} }

// get gives the plate of a key, made by whoever asks first.
func (p *plates) get(key string, cut func() (*pdf.Plate, error)) (*plate, error) {
	p.mu.Lock()
	one := p.made[key]
	if one == nil {
		one = &plate{key: key}
		p.made[key] = one
		p.order = append(p.order, key)
	}
	p.mu.Unlock()
	one.once.Do(func() {
		if one.Plate, one.err = cut(); one.err == nil {
			p.weigh(one)
		}
	})
	return one, one.err
}

// weigh reckons with what a plate has grown to, and gives up old ones until the rest is light
// enough. One that was given up meanwhile weighs nothing.
func (p *plates) weigh(one *plate) {
	size := one.Size()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.made[one.key] == one {
		p.bytes += size - one.bytes
		one.bytes = size
	}
	for p.bytes > p.most && len(p.order) > 1 {
		p.bytes -= p.made[p.order[0]].bytes
		delete(p.made, p.order[0])
		p.order = p.order[1:]
	}
}
