package pdf

import (
	"errors"
	"fmt"
	"math"
	"sort"

	"backcare/internal/handout"
)

// layout is a document on its pages.
type layout struct {
	frame *frame
	doc   *node // root of the structure
	pages [][]thing
	who   *node     // the element of the person's strip on the first page
	scale scale     // the one it took
	dense int       // which of them that is, 0 for the most comfortable
	rest  []float64 // room left on each page before it was shared out, pt
}

// attempt is a document set at a scale.
type attempt struct {
	layout *layout
	units  []unit
	breaks []int
	clinic *node
}

// lay sets a document at the first scale at which it comes to the pages it should. If there is
// none, it takes one more page at the first scale at which that will do, and so on: a paper in
// print is worth more than its number of pages, and small type is worth nothing then.
func lay(doc *handout.Document, f *frame, paper Paper) (*layout, error) {
	list, want := scales(doc.Kind, paper.Large)
	sheet := doc.Kind == handout.SheetKind && !paper.Large
	start := 0
	if sheet { // there are many, and each needs less than the one before
		start = sort.Search(len(list)-1, func(i int) bool {
			a, err := f.attempt(doc, list[i], want)
			return err == nil && len(a.breaks) <= want
		})
	}
	var best *attempt
	var problem error
	for i := start; i < len(list); i++ {
		sc := list[i]
		a, err := f.attempt(doc, sc, want)
		if err != nil {
			problem = err
			continue
		}
		a.layout.dense = i
		if best == nil || len(a.breaks) < len(best.breaks) {
			best = a
		}
		if want > 0 && len(a.breaks) <= want {
			break
		}
		// Large print does with less room if that saves a page, but keeps its size.
		if want == 0 && (i+1 == len(list) || list[i+1].body < sc.body) {
			break
		}
		if want == 1 { // no size of a list takes off more than this of a page
			i = min(i+int((a.height()/f.room(0)-1)/0.15), max(i, len(list)-2))
		}
	}
	if best == nil {
		return nil, problem
	}
	if sheet && len(best.breaks) <= want {
		best = f.relax(doc, best, want)
	}
	best.layout.place(best.units, best.breaks, best.clinic)
	return best.layout, best.layout.check()
}

// height is how tall everything is, one below the other.
func (a *attempt) height() (h float64) {
	for i := range a.units {
		if i > 0 {
			h += a.units[i].before
		}
		h += a.units[i].height
	}
	return h
}

// attempt sets a document at a scale and breaks it into pages.
func (f *frame) attempt(doc *handout.Document, sc scale, want int) (*attempt, error) {
	l := &layout{frame: f, scale: sc, doc: &node{role: "Document"}}
	a := &attempt{layout: l, clinic: l.doc.add("P")}
	if len(f.clinic) == 0 {
		l.doc.kids = nil
	}
	if f.strip.size > 0 {
		l.who = l.doc.add("P")
	}
	t := &setter{scale: sc, faces: f.faces, wide: f.wide, tall: f.room(0), fold: f.h/2 - f.top[0], doc: l.doc, level: 1, colon: doc.Colon}
	if err := t.set(doc.Blocks); err != nil {
		return nil, err
	}
	a.units = t.units
	var err error
	if sc.large {
		a.breaks, err = leaf(t.units, f.room)
	} else {
		a.breaks, err = paginate(t.units, f.room, want)
	}
	return a, err
}

// paginate says with which units the pages begin. When there is a choice the pages are filled
// evenly; those of a document of any length one after the other, so that what matters most
// stands in front.
func paginate(units []unit, room func(int) float64, want int) ([]int, error) {
	n := len(units)
	if n == 0 {
		return []int{0}, nil
	}
	if want == 0 {
		return fillUp(units, room)
	}
	// best[p][j]: the least cost of units up to j on p pages.
	type choice struct {
		cost float64
		from int
	}
	var best [][]choice
	first := make([]choice, n+1)
	for j := range first {
		first[j].cost = math.Inf(1)
	}
	first[0].cost = 0
	best = append(best, first)
	for p := 1; p <= n; p++ {
		row := make([]choice, n+1)
		for j := range row {
			row[j].cost = math.Inf(1)
		}
		for j := 1; j <= n; j++ {
			if j < n && units[j-1].keep {
				continue
			}
			for i := j - 1; i >= 0; i-- {
				h := tall(units[i:j])
				if h > room(p-1)+0.01 {
					break
				}
				slack := (room(p-1) - h) / room(p-1)
				cost := best[p-1][i].cost + slack*slack
				if cost < row[j].cost {
					row[j] = choice{cost, i}
				}
			}
		}
		best = append(best, row)
		if p >= want && !math.IsInf(row[n].cost, 1) {
			return trace(p, n, func(p, j int) int { return best[p][j].from }), nil
		}
	}
	for p := want - 1; p > 0; p-- { // too few units for as many pages
		if p < len(best) && !math.IsInf(best[p][n].cost, 1) {
			return trace(p, n, func(p, j int) int { return best[p][j].from }), nil
		}
	}
	return nil, tooTall(units, room(1))
}

// leaf paginates a document of any length: on no more pages than it takes, and no page emptier than
// it needs to be.
func leaf(units []unit, room func(int) float64) ([]int, error) {
	breaks, err := fillUp(units, room)
	if err != nil {
		return nil, err
	}
	return paginate(units, room, len(breaks))
}

// tall is the height of units on one page.
func tall(units []unit) (h float64) {
	for i, u := range units {
		if i > 0 {
			h += u.before
		} else if u.head != nil {
			h += u.head.height
		}
		h += u.height
	}
	return h
}

// fillUp puts as much on each page as it holds.
func fillUp(units []unit, room func(int) float64) ([]int, error) {
	breaks := []int{0}
	h, stop := 0.0, 0 // stop is the last place where a page may begin
	for i := 0; i < len(units); i++ {
		u := &units[i]
		from := breaks[len(breaks)-1]
		if i > 0 && !units[i-1].keep {
			stop = i
		}
		if i > from {
			h += u.before
		} else if h = 0; u.head != nil {
			h += u.head.height
		}
		h += u.height
		if h <= room(len(breaks)-1)+0.01 {
			continue
		}
		if stop <= from {
			return nil, tooTall(units, room(1))
		}
		breaks = append(breaks, stop)
		i = stop - 1
	}
	return breaks, nil
}

func trace(pages, n int, from func(p, j int) int) []int {
	breaks := make([]int, pages)
	for p, j := pages, n; p > 0; p-- {
		j = from(p, j)
		breaks[p-1] = j
	}
	return breaks
}

// tooTall names the first run of units kept together that no page can hold.
func tooTall(units []unit, room float64) error {
	h := 0.0
	for i, u := range units {
		h += u.before + u.height
		if h > room {
			return fmt.Errorf("block %s is too tall for a page: %.0f of %.0f mm", u.name, h/mm, room/mm)
		}
		if !u.keep || i == len(units)-1 {
			h = 0
		}
	}
	return errors.New("the blocks do not fit the pages")
}
