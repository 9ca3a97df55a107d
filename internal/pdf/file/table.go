package file

import (
	"slices"
	"strconv"

	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// table is where the objects are: the rows, deflated, the ranges of numbers they are for, and the
// last number.
func (p *Paper) table(b *body) (rows, ranges []byte, last int) {
	b.places = append(b.places, place{number: tableObject, at: len(b.data)})
	slices.SortFunc(b.places, func(a, b place) int { return a.number - b.number })
	w := stream.Begin(nil)
	row := tag.AppendRow(nil, 0, 0, 0xffff) // of number 0, which is none
	block, from, count := 0, 0, 1
	end := func() {
		ranges = append(strconv.AppendInt(ranges, int64(from), 10), ' ')
		ranges = append(strconv.AppendInt(ranges, int64(count), 10), ' ')
		last = from + count - 1
	}
	flush := func() {
		if len(row) > 0 {
			w.Store(row)
			row = row[:0]
		}
	}
	for _, q := range b.places {
		for block < len(p.Blocks) && p.Blocks[block].Tree.First(p.Blocks[block].From) <= q.number { // its elements come before
			flush()
			w.Add(&p.Blocks[block].Rows)
			count += p.Blocks[block].Tree.Elements()
			block++
		}
		if q.number != from+count {
			end()
			from, count = q.number, 0
		}
		if q.stream > 0 {
			row = tag.AppendRow(row, 2, q.stream, q.index)
		} else {
			row = tag.AppendRow(row, 1, q.at, 0)
		}
		count++
	}
	flush()
	for ; block < len(p.Blocks); block++ {
		w.Add(&p.Blocks[block].Rows)
		count += p.Blocks[block].Tree.Elements()
	}
	end()
	return w.End(), ranges, last
}
