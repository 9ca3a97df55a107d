package layout

import (
	"slices"
	"sort"
)

// Fit is how a document comes to its pages: the sizes, the form of each block, and where pages begin.
type Fit struct {
	Sizes  *Sizes
	Rung   int     // of the ladder, 0 for the most comfortable
	Forms  []uint8 // of the blocks
	Breaks []int   // the boxes that the pages begin with
	Boxes  []Metric
	Starts []int // the first box of each block, and their number
	Pages  []Page
}

// Page is how the boxes of a page stand. Lengths in points.
type Page struct {
	From, To   int // its boxes
	Gaps, Rows []float64
	Rest       float64 // room left before it was shared out
	Leaf       bool    // a new leaf begins with it, or it is the blank back of one
}

// fitter tries sizes on the blocks of a document.
type fitter struct {
	blocks []*Block
	ladder *Ladder
	room   func(page int) float64
	failed *Fit // to be used again
}

// NewFit finds the first sizes at which the blocks come to the pages they should; nil if there are none.
func NewFit(blocks []*Block, ladder *Ladder, room func(page int) float64) (fit *Fit, err error) {
	f := &fitter{blocks: blocks, ladder: ladder, room: room}
	switch {
	case ladder.Pages == 0:
		fit, err = f.flow()
	case len(ladder.Sizes) > ladder.Tight:
		fit, err = f.leaf()
	case ladder.Pages == 1:
		fit, err = f.down()
	default:
		fit, err = f.first(0, ladder.Tight)
	}
	if fit == nil || err != nil {
		return nil, err
	}
	fit.place(room)
	return fit, nil
}

// LeastFit is for blocks that come to more pages than they should: it takes the first sizes at which
// they come to the fewest. Better an extra page than no paper, and small
// type gains nothing then.
func LeastFit(blocks []*Block, ladder *Ladder, room func(page int) float64) (*Fit, error) {
	f := &fitter{blocks: blocks, ladder: ladder, room: room}
	fit, err := f.fewest(0, len(ladder.Sizes), func(c *column) ([]int, error) { return c.paginate(ladder.Pages) })
	if err != nil {
		return nil, err
	}
	fit.place(room)
	return fit, nil
}

// Fits says whether blocks come to the pages they should at a rung of the ladder, each in a form.
func Fits(blocks []*Block, ladder *Ladder, room func(page int) float64, rung int, forms []uint8) bool {
	f := &fitter{blocks: blocks, ladder: ladder, room: room}
	fit, err := f.try(rung, append([]uint8(nil), forms...)...)
	return fit != nil && err == nil
}

// try sets the blocks in sizes and forms, and breaks them into pages if they come to as many as they
// should; nil if they do not. Forms is the form of all of them if it has one only.
func (f *fitter) try(rung int, forms ...uint8) (*Fit, error) {
	fit, err := f.set(rung, forms...)
	if err != nil {
		return nil, err
	}
	fit.Breaks, err = f.leaves(fit.Boxes, f.onPages)
	if fit.Breaks == nil || err != nil {
		f.failed = fit
		return nil, err
	}
	return fit, nil
}

// set measures the blocks in sizes and forms; see try.
func (f *fitter) set(rung int, forms ...uint8) (*Fit, error) {
	fit := f.failed
	f.failed = nil
	if fit == nil {
		fit = &Fit{Forms: make([]uint8, 0, len(f.blocks)), Boxes: make([]Metric, 0, len(f.blocks)+16), Starts: make([]int, 0, len(f.blocks)+1)}
	}
	*fit = Fit{Sizes: f.ladder.Sizes[rung], Rung: rung, Forms: fit.Forms[:0], Boxes: fit.Boxes[:0], Starts: fit.Starts[:0]}
	for i, b := range f.blocks {
		form := min(forms[min(i, len(forms)-1)], b.Forms-1)
		ms, err := b.metrics(fit.Sizes, form)
		if err != nil {
			return nil, err
		}
		fit.Forms, fit.Starts, fit.Boxes = append(fit.Forms, form), append(fit.Starts, len(fit.Boxes)), append(fit.Boxes, ms...)
	}
	fit.Starts = append(fit.Starts, len(fit.Boxes))
	return fit, nil
}

// first finds the first sizes of a stretch of the ladder at which the blocks fit, all in their open
// form. What fits in some sizes fits in all smaller ones.
func (f *fitter) first(from, to int) (best *Fit, err error) {
	sort.Search(to-from, func(i int) bool {
		fit, err2 := f.try(from+i, 0)
		if err2 != nil {
			err = err2
		}
		if fit != nil {
			best = fit
		}
		return fit != nil
	})
	if best != nil {
		return best, nil
	}
	return nil, err
}

// down finds the first sizes of the ladder at which the blocks fit one page. No rung saves more than 15 %, so
// those that cannot reach are skipped. A full note hardly ever fits and is written in brief then, so the last
// sizes come first.
func (f *fitter) down() (*Fit, error) {
	if f.ladder.Brief {
		if last, err := f.try(len(f.ladder.Sizes)-1, 0); last == nil || err != nil {
			return nil, err
		}
	}
	for i := 0; i < len(f.ladder.Sizes); {
		fit, err := f.set(i, 0)
		if err != nil {
			return nil, err
		}
		c, ok := newColumn(fit.Boxes, f.room), false
		if fit.Breaks, ok = c.onLeaf(1); ok {
			return fit, nil
		}
		i += max(1, int((c.height(0, len(fit.Boxes))/f.room(0)-1)/0.15))
		f.failed = fit
	}
	return nil, nil
}

// flow fits a document of any length: on as few pages as it can be, giving up room but not size.
func (f *fitter) flow() (*Fit, error) {
	sizes := f.ladder.Sizes
	few := slices.IndexFunc(sizes, func(s *Sizes) bool { return s.Body < sizes[0].Body })
	if few < 0 {
		few = len(sizes)
	}
	do := (*column).fillUp
	if sizes[0].Large {
		do = (*column).frontFirst
	}
	for from, to := 0, few; ; from, to = to, to+1 { // smaller type only for what no page can hold otherwise
		best, err := f.fewest(from, to, do)
		if err == nil || to == len(sizes) {
			return best, err
		}
	}
}

// fewest is the first of some sizes at which the blocks come to the fewest pages.
func (f *fitter) fewest(from, to int, do func(*column) ([]int, error)) (best *Fit, err error) {
	for i := from; i < to; i++ {
		fit, err2 := f.set(i, 0)
		if err2 == nil {
			fit.Breaks, err2 = f.leaves(fit.Boxes, do)
		}
		if err2 != nil {
			err = err2
		} else if best == nil || len(fit.Breaks) < len(best.Breaks) {
			best = fit
		}
	}
	if best != nil {
		return best, nil
	}
	return nil, err
}

// place spreads the room that is left on each page.
func (f *Fit) place(room func(int) float64) {
	for p, from := range f.Breaks {
		to := len(f.Boxes)
		if p+1 < len(f.Breaks) {
			to = f.Breaks[p+1]
		}
		page := Page{From: from, To: to, Leaf: from == to || f.Boxes[from].Leaf}
		page.Gaps, page.Rows, page.Rest = expand(f.Boxes[from:to], room(p))
		f.Pages = append(f.Pages, page)
	}
}
