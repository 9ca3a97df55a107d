package handout_test

import (
	"reflect"
	"strconv"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/handout"
	"backcare/internal/questions"
)

// own are blocks without their being shared.
func own(blocks []handout.Block) (out []handout.Block) {
	for _, b := range blocks {
		if s, ok := b.(*handout.Shared); ok {
			b = s.Block
		}
		out = append(out, b)
	}
	return out
}

// Whatever was written before, and at the same time, a paper is as if it were written alone.
func TestAWriterOfManyWritesEachPaperAsAlone(t *testing.T) {
	d := english(t)
	write := d.Writer()
	rapid.Check(t, func(rt *rapid.T) {
		o := outcome(rt, d.Protocol)
		var group sync.WaitGroup
		for i := range 3 {
			group.Go(func() {
				who := questions.Person{Name: strconv.Itoa(i), Note: strconv.Itoa(i)}
				many, alone := write(o, who), d.Document(o, who)
				if !reflect.DeepEqual(own(many.Blocks), alone.Blocks) || !reflect.DeepEqual(many.Head, alone.Head) || !reflect.DeepEqual(many.Foot, alone.Foot) {
					t.Errorf("%s differs:\n%s\n%s", many.Kind, many.Text(80), alone.Text(80))
				}
				if many.Roomy != nil && !reflect.DeepEqual(own(many.Roomy()), alone.Roomy()) || many.Brief != nil && !reflect.DeepEqual(own(many.Brief()), alone.Brief()) {
					t.Errorf("%s differs in its other form", many.Kind)
				}
			})
		}
		group.Wait()
	})
}

// What people have in common is told by its address, and what they have not is not.
func TestSharedBlocksHaveOneAddress(t *testing.T) {
	d := english(t)
	write := d.Writer()
	o := decided(t, d.Protocol, nil)
	a, b := write(o, questions.Person{Note: "one"}).Blocks, write(o, questions.Person{Note: "two"}).Blocks
	shared := 0
	for i := range a {
		s, ok := a[i].(*handout.Shared)
		if _, own := a[i].(handout.Panel); own && reflect.DeepEqual(a[i], b[i]) {
			t.Errorf("block %d says the same to both", i)
		}
		if ok && s != b[i] {
			t.Errorf("block %d has two addresses", i)
		} else if ok {
			shared++
		}
	}
	if shared < 12 {
		t.Errorf("%d blocks of %d are shared", shared, len(a))
	}
}
