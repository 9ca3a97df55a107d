package layout

import (
	"errors"
	"fmt"
	"math"
)

// column is boxes one below the other, with sums that make the height of any stretch of them a
// subtraction.
type column struct {
	boxes []Metric
	above []float64 // height of the boxes before each and their gaps, that before it included
	room  func(page int) float64
}

func newColumn(boxes []Metric, room func(int) float64) *column {
	c := &column{boxes: boxes, room: room, above: make([]float64, len(boxes)+1)}
	h := 0.0
	for i := range boxes {
		h += boxes[i].Before
		c.above[i] = h
		h += boxes[i].Height
	}
	c.above[len(boxes)] = h
	return c
}

// height is the height of the boxes from i up to j, on one page.
func (c *column) height(i, j int) float64 {
	if i >= j {
		return 0
	}
	return c.above[j-1] + c.boxes[j-1].Height - c.above[i] + c.boxes[i].Head
}

// fits says whether the boxes from i up to j fit a page.
func (c *column) fits(i, j, page int) bool { return c.height(i, j) <= c.room(page)+0.01 }

// onLeaf breaks the boxes into one or two pages, evenly filled, if they fit.
func (c *column) onLeaf(pages int) (breaks []int, ok bool) {
	n := len(c.boxes)
	if pages == 1 {
		return []int{0}, c.fits(0, n, 0)
	}
	best, at := math.Inf(1), 0
	for i := n - 1; i > 0 && c.fits(i, n, 1); i-- {
		if c.boxes[i-1].KeepWithNext || !c.fits(0, i, 0) {
			continue
		}
		if cost := c.slack(0, i, 0) + c.slack(i, n, 1); cost < best {
			best, at = cost, i
		}
	}
	return []int{0, at}, at > 0
}

// slack is how bad it is that a page is not full.
func (c *column) slack(i, j, page int) float64 {
	s := (c.room(page) - c.height(i, j)) / c.room(page)
	return s * s
}

// paginate says with which boxes the pages begin. When there is a choice the pages are filled
// evenly; those of a document of any length one after the other, so that what matters most stands in
// front.
func (c *column) paginate(want int) ([]int, error) {
	if len(c.boxes) == 0 {
		return []int{0}, nil
	}
	if want == 0 {
		return c.fillUp()
	}
	if want <= 2 {
		if breaks, ok := c.onLeaf(want); ok {
			return breaks, nil
		}
	}
	return c.evenly(want)
}

// evenly breaks the boxes into at least so many pages, unless there are too few of them.
func (c *column) evenly(want int) ([]int, error) {
	n := len(c.boxes)
	// best[p][j]: the least cost of boxes up to j on p pages.
	type choice struct {
		cost float64
		from int
	}
	fresh := func() []choice {
		row := make([]choice, n+1)
		for j := range row {
			row[j].cost = math.Inf(1)
		}
		return row
	}
	best := [][]choice{fresh()}
	best[0][0].cost = 0
	trace := func(pages int) []int {
		breaks := make([]int, pages)
		for p, j := pages, n; p > 0; p-- {
			j = best[p][j].from
			breaks[p-1] = j
		}
		return breaks
	}
	for p := 1; p <= n; p++ {
		row := fresh()
		for j := 1; j <= n; j++ {
			if j < n && c.boxes[j-1].KeepWithNext {
				continue
			}
			for i := j - 1; i >= 0 && c.fits(i, j, p-1); i-- {
				if cost := best[p-1][i].cost + c.slack(i, j, p-1); cost < row[j].cost {
					row[j] = choice{cost, i}
				}
			}
		}
		best = append(best, row)
		if p >= want && !math.IsInf(row[n].cost, 1) {
			return trace(p), nil
		}
	}
	for p := min(want, len(best)) - 1; p > 0; p-- { // too few boxes for as many pages
		if !math.IsInf(best[p][n].cost, 1) {
			return trace(p), nil
		}
	}
	return nil, c.tooTall()
}

// fillUp puts as much on each page as it holds.
func (c *column) fillUp() ([]int, error) {
	breaks := []int{0}
	stop := 0 // the last place where a page may begin
	for i := 0; i < len(c.boxes); i++ {
		from := breaks[len(breaks)-1]
		if i > 0 && !c.boxes[i-1].KeepWithNext {
			stop = i
		}
		if c.fits(from, i+1, len(breaks)-1) {
			continue
		}
		if stop <= from {
			return nil, c.tooTall()
		}
		breaks = append(breaks, stop)
		i = stop - 1
	}
	return breaks, nil
}

// frontFirst fills the first two pages, for what cannot wait stands there, and the others evenly: no page
// is emptier than it needs to be.
func (c *column) frontFirst() ([]int, error) {
	breaks, err := c.fillUp()
	const front = 2
	if err != nil {
		return nil, err
	}
	if len(breaks) <= front {
		return c.paginate(len(breaks))
	}
	from := breaks[front]
	rest, err := newColumn(c.boxes[from:], func(page int) float64 { return c.room(page + front) }).paginate(len(breaks) - front)
	if err != nil {
		return nil, err
	}
	breaks = breaks[:front]
	for _, b := range rest {
		breaks = append(breaks, from+b)
	}
	return breaks, nil
}

// tooTall names the first run of boxes kept together that no page can hold.
func (c *column) tooTall() error {
	from := 0
	for i := range c.boxes {
		if h := c.height(from, i+1); h > c.room(1) {
			return fmt.Errorf("a block is %.0f mm tall, but a page holds %.0f mm", h/MM, c.room(1)/MM)
		}
		if !c.boxes[i].KeepWithNext {
			from = i + 1
		}
	}
	return errors.New("the blocks do not fit the pages")
}
