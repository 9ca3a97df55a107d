package handout_test

import (
	"reflect"
	"strconv"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/questions"
)

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
				if !reflect.DeepEqual(many.Blocks, alone.Blocks) || !reflect.DeepEqual(many.Head, alone.Head) || !reflect.DeepEqual(many.Foot, alone.Foot) {
					t.Errorf("%s differs:\n%s\n%s", many.Kind, many.Text(80), alone.Text(80))
				}
				if many.Roomy != nil && !reflect.DeepEqual(many.Roomy(), alone.Roomy()) || many.Brief != nil && !reflect.DeepEqual(many.Brief(), alone.Brief()) {
					t.Errorf("%s differs in its other form", many.Kind)
				}
			})
		}
		group.Wait()
	})
}
