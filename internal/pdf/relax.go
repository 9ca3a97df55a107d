package pdf

import (
	"sort"

	"backcare/internal/handout"
)

// relax gives a sheet back what it gave up to fit its leaf, as long as it does fit: one page may
// have room where the other has none. First some air between the blocks; then the blocks that run
// on are opened, one by one and those that matter most first; then the sizes grow, each as far as
// it goes.
func (f *frame) relax(doc *handout.Document, a *attempt, want int) *attempt {
	dense := a.layout.dense
	try := func(sc scale) bool {
		b, err := f.attempt(doc, sc, want)
		if err != nil || len(b.breaks) > want {
			return false
		}
		a = b
		return true
	}
	grow := func(r relief) {
		sc := a.layout.scale
		from := *r.size(&sc)
		grown := func(steps int) bool {
			*r.size(&sc) = from + r.step*float64(steps)
			return try(sc)
		}
		if most := int((r.most-from)/r.step + 0.01); most > 0 && grown(1) {
			sort.Search(most-1, func(i int) bool { return !grown(i + 2) })
		}
	}
	list := reliefs()
	grow(list[0])
	if sc := a.layout.scale; sc.terse {
		sc.open = ^uint64(0)
		if loose, err := f.attempt(doc, sc, 0); err == nil {
			sc.open = f.opened(doc, a.units, loose.units, want)
			try(sc)
		}
	}
	for _, r := range list[1:] {
		grow(r)
	}
	a.layout.dense = dense
	return a
}

// opened chooses the blocks that can stop running on, given the units of all blocks both ways.
func (f *frame) opened(doc *handout.Document, tight, loose []unit, want int) (open uint64) {
	fits := func(open uint64) bool {
		var mixed []unit
		for i := range doc.Blocks {
			from := tight
			if open>>i&1 == 1 {
				from = loose
			}
			for _, u := range from {
				if u.block == i {
					mixed = append(mixed, u)
				}
			}
		}
		breaks, err := paginate(mixed, f.room, want)
		return err == nil && len(breaks) <= want
	}
	for rank := range 4 {
		for i, b := range doc.Blocks {
			if i < 64 && urgency(b) == rank && fits(open|1<<i) {
				open |= 1 << i
			}
		}
	}
	return open
}

// urgency ranks blocks by how much it matters that they are easily read, the most first.
func urgency(b handout.Block) int {
	switch b := b.(type) {
	case handout.Alert:
		if b.Later {
			return 3
		}
		return 0
	case handout.Step:
		return 1
	case handout.Panel:
		return 2
	}
	return 3
}
