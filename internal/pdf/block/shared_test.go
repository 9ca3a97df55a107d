package block

import (
	"testing"

	"backcare/internal/handout"
	"backcare/internal/pdf/layout"
)

// A block that many papers have is told by its address, and by where it stands.
func TestASharedBlockIsToldByItsAddress(t *testing.T) {
	keyAt := func(wide float64, blocks ...handout.Block) key {
		list := passages(blocks, layout.Type{})
		return keyOf(&list[0], &Page{wide: wide})
	}
	one, other := &handout.Shared{Block: handout.Step{Name: "a"}}, &handout.Shared{Block: handout.Step{Name: "b"}}
	is := keyAt(1, one)
	if is != keyAt(1, one) {
		t.Error("one block has two keys")
	}
	for what, k := range map[string]key{
		"another block": keyAt(1, other), "another page": keyAt(2, one), "a heading": keyAt(1, handout.Heading{Level: 2, Text: "h"}, one),
		"a title before the rest": keyAt(1, &handout.Shared{Block: handout.Title{}}, one),
	} {
		if is == k {
			t.Errorf("%s makes no difference", what)
		}
	}
	if list := passages([]handout.Block{one}, layout.Type{}); list[0].block.(handout.Step).Name != "a" {
		t.Error("the block is lost")
	}
}
