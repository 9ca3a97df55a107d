package layout

import (
	"fmt"
	"slices"

	"backcare/internal/pdf/tag"
)

// Ready is the structure of the block in its place: its objects begin at from, its boxes stand on the
// given pages, top is the number of the element above and object the number of a page's object. It
// returns the pages that the parents of its marks are told for, too.
func (d *Drawn) Ready(from, top int, pages []int, object func(int) int) (*tag.Ready, []int) {
	key := fmt.Sprint(from, pages)
	d.mu.Lock()
	defer d.mu.Unlock()
	if r, ok := d.ready[key]; ok {
		return r.Ready, r.pages
	}
	var nodes []*tag.Node
	var objects, of, ofObjects []int
	for i, b := range d.Boxes {
		nodes = append(nodes, b.Marks...)
		for range b.Marks {
			objects = append(objects, object(pages[i]))
		}
		if len(b.Marks) > 0 && !slices.Contains(of, pages[i]) {
			of, ofObjects = append(of, pages[i]), append(ofObjects, object(pages[i]))
		}
	}
	r := readied{d.Tree.NewReady(from, d.mark, top, d.Slots, nodes, objects, ofObjects, d.deflate), of}
	if d.ready == nil {
		d.ready = map[string]readied{}
	}
	d.ready[key] = r
	if d.held != nil {
		d.held(r.Weight())
	}
	return r.Ready, of
}

// readied is the structure of a block in one place.
type readied struct {
	*tag.Ready
	pages []int
}
